import GitNames
import GitStore
import TestSupport
import Testing

/// Merges of random trees, as git makes them.
@Suite("Random merges")
struct RandomMergeTests {
    @Test("Clean merges and conflicts are git's, on random trees", arguments: [1, 2, 3] as [UInt64])
    func random(seed: UInt64) throws {
        let tests = try MergeTests()
        var generator = SeededGenerator(seed: seed)
        var pairs: [(ours: ObjectID, theirs: ObjectID)] = []
        for _ in 0..<300 {
            let base = RandomFiles(using: &generator)
            let root = try tests.commit(tests.tree(base.files), [])
            let ours = try tests.commit(tests.tree(base.edited(using: &generator)), [root], message: "ours")
            let theirs = try tests.commit(tests.tree(base.edited(using: &generator)), [root], message: "theirs")
            pairs.append((ours, theirs))
        }
        let script =
            "while read -r a b; do git merge-tree --write-tree $a $b >out && head -n 1 out || echo conflict; done"
        let lines = try tests.sandbox.run(
            ["sh", "-c", script], in: "work",
            input: Array(pairs.map { "\($0.ours) \($0.theirs)\n" }.joined().utf8)
        ).split(separator: "\n").map(String.init)
        for (index, pair) in pairs.enumerated() {
            let merged = try tests.repository.mergedTree(pair.ours, pair.theirs)
            let expected: MergedTree = ObjectID(hex: lines[index]).map { .clean($0) } ?? .conflict
            #expect(merged == expected, "merge \(index) of seed \(seed)")
        }
    }

    /// A few small files.
    struct RandomFiles {
        var files: MergeTests.Files = [:]

        init(using generator: inout SeededGenerator) {
            for index in 0..<5 {
                let lines = (0..<12).map { "file \(index) line \($0)\n" }
                files[["d/", "", "e/f/"].randomElement(using: &generator)! + "f\(index)"] = lines.joined()
            }
        }

        func edited(using generator: inout SeededGenerator) -> MergeTests.Files {
            var files = files
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                guard let path = files.keys.sorted().randomElement(using: &generator), let text = files[path] else {
                    break
                }
                switch Int.random(in: 0..<8, using: &generator) {
                case 0: files[path] = nil
                case 1:
                    files[path] = nil
                    files["moved\(Int.random(in: 0..<3, using: &generator))"] = text
                case 2:
                    files["new\(Int.random(in: 0..<3, using: &generator))"] =
                        "new \(Int.random(in: 0..<2, using: &generator))"
                default:
                    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
                    lines[Int.random(in: 0..<lines.count, using: &generator)] =
                        "edit \(Int.random(in: 0..<9, using: &generator))"
                    files[path] = lines.joined(separator: "\n")
                }
            }
            return files
        }
    }
}
