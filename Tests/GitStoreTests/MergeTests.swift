import GitNames
import GitStore
import TestSupport
import Testing

@Suite("Merges computed anew")
struct MergeTests {
    let sandbox = Sandbox()
    let repository: Repository

    init() throws {
        try sandbox.git("init", "-q", "-b", "main", "work")
        repository = try Repository(path: "\(sandbox.path)/work")
    }

    /// Files by path; nil for none.
    typealias Files = [String: String]

    static let text = (1...20).map { "line \($0)\n" }.joined()

    func changed(_ line: Int, to new: String = "changed") -> String {
        Self.text.replacing("line \(line)\n", with: "\(new)\n")
    }

    func tree(_ files: Files) throws -> ObjectID {
        try repository.writeTree(base: nil, files: files.map { ($0.key, Array($0.value.utf8)) })
    }

    func commit(_ tree: ObjectID, _ parents: [ObjectID], message: String = "m", date: Int = 1) throws -> ObjectID {
        let who = "Alice <alice@shop.example> \(date) +0000"
        let lines =
            ["tree \(tree)"] + parents.map { "parent \($0)" } + ["author \(who)", "committer \(who)", "", message]
        return try repository.write(RawObject(kind: .commit, bytes: Array((lines.joined(separator: "\n") + "\n").utf8)))
    }

    func merge(_ base: Files, _ ours: Files, _ theirs: Files) throws -> (MergedTree, ours: ObjectID, theirs: ObjectID) {
        let root = try commit(tree(base), [])
        let left = try commit(tree(ours), [root], message: "ours")
        let right = try commit(tree(theirs), [root], message: "theirs")
        return (try repository.mergedTree(left, right), left, right)
    }

    /// What git makes of it; nil for a conflict.
    func gits(_ ours: ObjectID, _ theirs: ObjectID) throws -> ObjectID? {
        let result = try sandbox.result(["git", "merge-tree", "--write-tree", ours.hex, theirs.hex], in: "work")
        return result.status == 0 ? ObjectID(hex: result.output.prefix(ObjectID.hexCount)) : nil
    }

    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var base: Files
        var ours: Files
        var theirs: Files
    }

    static let shifted = text.replacing("line 1\n", with: "line one\n")
    static let lower = text.replacing("line 20\n", with: "line twenty\n")
    static let other = (1...20).map { "other \($0)\n" }.joined()

    static let cleanCases: [Case] = [
        Case(
            testDescription: "different files", base: ["f": "1"], ours: ["f": "1", "a/g": "2"],
            theirs: ["f": "1", "a/h": "3"]),
        Case(testDescription: "the same change", base: ["f": "1"], ours: ["f": "2"], theirs: ["f": "2"]),
        Case(testDescription: "lines apart", base: ["f": text], ours: ["f": shifted], theirs: ["f": lower]),
        Case(
            testDescription: "both take out", base: ["f": "1", "g": "2"], ours: ["g": "2"],
            theirs: ["g": "2", "h": "3"]),
        Case(
            testDescription: "a folder goes", base: ["d/a": "1", "d/b": "2", "e": "3"], ours: ["e": "3"],
            theirs: ["d/a": "1", "d/b": "2", "e": "4"]),
        Case(
            testDescription: "a folder becomes a file", base: ["d/a": "1", "e": "3"], ours: ["d": "1", "e": "3"],
            theirs: ["d/a": "1", "e": "4"]),
        Case(
            testDescription: "a file becomes a folder", base: ["d": "1", "e": "3"], ours: ["d": "1", "e": "4"],
            theirs: ["d/a/b": "1", "e": "3"]),
        Case(testDescription: "moved and changed", base: ["f": text], ours: ["g": text], theirs: ["f": lower]),
        Case(
            testDescription: "changed and moved", base: ["f": text, "x": other], ours: ["f": lower, "x": other],
            theirs: ["d/f": text, "x": other]),
        Case(
            testDescription: "moved with a change", base: ["f": text, "x": other],
            ours: ["g": shifted, "x": other, "y": other + "y"], theirs: ["f": lower, "x": other]),
        Case(
            testDescription: "binary files taken out", base: ["f": "\0" + text, "x": "1"], ours: ["x": "1", "y": "2"],
            theirs: ["x": "1", "z": "3"]),
        Case(testDescription: "nothing on one side", base: ["f": "1"], ours: ["f": "1"], theirs: ["f": "2"]),
    ]

    @Test("What is clean is the tree that git makes", arguments: cleanCases)
    func clean(_ example: Case) throws {
        let (merged, ours, theirs) = try merge(example.base, example.ours, example.theirs)
        let expected = try #require(try gits(ours, theirs))
        #expect(merged == .clean(expected))
        #expect(try repository.mergedTree(theirs, ours) == merged)
    }

    static let conflictCases: [Case] = [
        Case(
            testDescription: "the same lines", base: ["f": text], ours: ["f": shifted],
            theirs: ["f": text.replacing("line 1\n", with: "x\n")]),
        Case(testDescription: "added on both", base: [:], ours: ["f": "1"], theirs: ["f": "2"]),
        Case(testDescription: "taken out and changed", base: ["f": text], ours: [:], theirs: ["f": lower]),
        Case(testDescription: "a file where a folder is", base: [:], ours: ["d": "1"], theirs: ["d/a": "1"]),
        Case(testDescription: "a folder where a file is", base: [:], ours: ["d/a": "1"], theirs: ["d": "1"]),
        Case(
            testDescription: "a file changed where a folder comes", base: ["d": "1"], ours: ["d": "2"],
            theirs: ["d/a": "new"]),
        Case(
            testDescription: "a folder kept where a file comes", base: ["d/a": "1"], ours: ["d/a": "1", "d/b": "2"],
            theirs: ["d": "1"]),
        Case(
            testDescription: "binary", base: ["f": "\0\n" + text], ours: ["f": "\0\n" + shifted],
            theirs: ["f": "\0\n" + lower]),
        Case(
            testDescription: "moved and taken out", base: ["f": text, "x": "x"], ours: ["g": text, "x": "x"],
            theirs: ["x": "x"]),
        Case(testDescription: "moved to two places", base: ["f": text], ours: ["g": text], theirs: ["h": text]),
    ]

    @Test("What git calls a conflict is one", arguments: conflictCases)
    func conflicts(_ example: Case) throws {
        let (merged, ours, theirs) = try merge(example.base, example.ours, example.theirs)
        #expect(try gits(ours, theirs) == nil)
        #expect(merged == .conflict)
        #expect(try repository.mergedTree(theirs, ours) == .conflict)
    }

    @Test("A move that is not clear is a conflict")
    func unclearMoves() throws {
        let two = try merge(["f": Self.text], ["g": Self.text, "h": Self.text], ["f": Self.lower])
        #expect(two.0 == .conflict)
        let changedThere = try merge(["f": Self.text], ["g": Self.text], ["f": Self.lower, "g": "x"])
        #expect(changedThere.0 == .conflict)
    }

    @Test(
        "Attributes, drivers and settings of the server and of the trees play no part",
        arguments: ["info/attributes", "tree", "global", "driver", "renames"])
    func settings(place: String) throws {
        switch place {
        case "info/attributes": try sandbox.write("* merge=union\n", to: "work/.git/info/attributes")
        case "global":
            try sandbox.write("* merge=union\n", to: "attributes")
            try sandbox.git("config", "core.attributesFile", "\(sandbox.path)/attributes", in: "work")
        case "driver":
            try sandbox.write("* merge=own\n", to: "work/.git/info/attributes")
            try sandbox.git("config", "merge.own.driver", "true", in: "work")
            try sandbox.git("config", "merge.default", "union", in: "work")
        case "renames":
            try sandbox.git("config", "merge.renames", "false", in: "work")
            try sandbox.git("config", "merge.renameLimit", "1", in: "work")
        default: break
        }
        let attributes: Files = place == "tree" ? [".gitattributes": "* merge=union\n"] : [:]
        if place == "tree" { try sandbox.write("* merge=union\n", to: "work/.gitattributes") }
        func with(_ files: Files) -> Files { files.merging(attributes) { $1 } }
        let repository = try Repository(path: "\(sandbox.path)/work")
        let (_, one, other) = try merge(
            with(["f": Self.text]), with(["f": changed(1)]), with(["f": changed(1, to: "x")]))
        #expect(try repository.mergedTree(one, other) == .conflict)
        let (_, moved, kept) = try merge(with(["f": Self.text]), with(["g": Self.text]), with(["f": Self.lower]))
        #expect(try repository.mergedTree(moved, kept) == .clean(tree(with(["g": Self.lower]))))
    }

    @Test("Modes, links and paths of any bytes are merged as entries")
    func entries() throws {
        let script = """
            printf '%s' "$1" >f; ln -s f link; printf x >"$(printf 'd\\377')"; git add -A; git commit -qm base
            git checkout -qb side; chmod +x f; printf y >"$(printf 'd\\377')"; git add -A; git commit -qm side
            git checkout -q main; printf 'line 0\\n%s' "$1" >f; git add -A; git commit -qm main
            git checkout -qb link side; ln -sf g link; git commit -qam link
            git checkout -qb relink main; ln -sf h link; git commit -qam relink
            """
        try sandbox.run(["sh", "-ec", script, "sh", Self.text], in: "work")
        func id(_ name: String) throws -> ObjectID {
            try #require(ObjectID(hex: try sandbox.git("rev-parse", name, in: "work")))
        }
        let (main, side) = (try id("main"), try id("side"))
        let merged = try #require(try gits(main, side))
        #expect(try repository.mergedTree(main, side) == .clean(merged))
        #expect(try repository.mergedTree(id("link"), id("relink")) == .conflict)
        let changes = try repository.changedPaths(from: id("main~"), to: side)
        #expect(changes.map(\.path) == [[UInt8(ascii: "d"), 0xff], Array("f".utf8)])
        #expect(changes.first?.text == "d\u{fffd}")
        #expect(changes.allSatisfy { !$0.leadsElsewhere })
        #expect(try repository.changedPaths(from: side, to: id("link")).map(\.leadsElsewhere) == [true])
    }

    @Test("A change set is the same wherever the same entries give way to the same entries")
    func changeSets() throws {
        let change = try repository.changeSet(
            from: tree(["f": "1", "g": "1"]), to: tree(["f": "2", "d/h": "3", "g": "1"]))
        let elsewhere = try repository.changeSet(
            from: tree(["f": "1", "z": "9"]), to: tree(["f": "2", "d/h": "3", "z": "9"]))
        #expect(change == elsewhere)
        #expect(change.changes.map(\.text) == ["d/h", "f"])
        #expect(ChangeSet(change.changes.reversed()) == change)
        let undoing = try repository.changeSet(
            from: tree(["f": "1", "z": "8"]), to: tree(["f": "2", "d/h": "3", "z": "9"]))
        #expect(undoing != change)
        #expect(try change != repository.changeSet(from: tree(["f": "0"]), to: tree(["f": "2", "d/h": "3"])))
        #expect(try repository.changeSet(from: tree(["f": "0"]), to: tree(["f": "0"])).isEmpty)
    }

    @Test("Histories that cross merge from the merge of their merge bases")
    func crossing() throws {
        let root = try commit(tree(["f": Self.text]), [])
        let one = try commit(tree(["f": changed(1, to: "one")]), [root], date: 2)
        let two = try commit(tree(["f": changed(20, to: "two")]), [root], date: 3)
        let both = changed(1, to: "one").replacing("line 20\n", with: "two\n")
        let left = try commit(tree(["f": both.replacing("line 10\n", with: "ten\n")]), [one, two], date: 4)
        let right = try commit(tree(["f": both, "g": "new"]), [two, one], date: 5)
        let merged = try #require(try gits(left, right))
        #expect(try repository.mergedTree(left, right) == .clean(merged))
        // With bases that conflict, git puts conflict markers into the base; here a person decides.
        let three = try commit(tree(["f": changed(1, to: "three")]), [root], date: 3)
        let mixed = try commit(tree(["f": changed(1, to: "one")]), [one, three], date: 4)
        let other = try commit(tree(["f": changed(1, to: "one"), "g": "new"]), [three, one], date: 5)
        #expect(try repository.mergedTree(mixed, other) == .conflict)
    }

    @Test("Histories without a common commit merge from nothing")
    func unrelated() throws {
        let one = try commit(tree(["a": "1", "c": "3"]), [])
        let other = try commit(tree(["b": "2", "c": "3"]), [])
        #expect(try repository.mergedTree(one, other) == .clean(tree(["a": "1", "b": "2", "c": "3"])))
    }

    @Test("What is too large to merge is a conflict, and is not read")
    func bounds() throws {
        let large = String(repeating: "line\n", count: Repository.mergeFileLimit / 5 + 1)
        #expect(try merge(["f": large], ["f": "x\n" + large], ["f": large + "x\n"]).0 == .conflict)
        #expect(try merge(["f": large], ["f": large], ["f": large + "x\n"]).0 != .conflict)
        let half = String(
            repeating: String(repeating: "-", count: 1023) + "\n", count: Repository.mergeFileLimit / 2048)
        let names = (0..<Repository.mergeWorkLimit / half.utf8.count / 3 + 1).map { "f\($0)" }
        func files(_ edit: (String) -> String) -> Files {
            Dictionary(uniqueKeysWithValues: names.map { ($0, edit("\($0)\n\(half)")) })
        }
        let side = Int(Double(Repository.mergeLinePairLimit / 2).squareRoot())
        for (count, isTooMuch) in [(side - 100, false), (side + 100, true)] {
            let lines = String(repeating: "line\n", count: count)
            let merged = try merge(["f": lines], ["f": "x\n" + lines], ["f": lines + "x\n"]).0
            #expect((merged == .conflict) == isTooMuch)
        }
        #expect(try merge(files { $0 }, files { "x\n" + $0 }, files { $0 + "x\n" }).0 == .conflict)
    }
}
