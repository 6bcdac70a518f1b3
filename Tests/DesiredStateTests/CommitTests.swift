import DesiredState
import FieldTree
import GitNames
import GitStore
import TestSupport
import Testing

@Suite("What Git declares, commit by commit")
struct CommitTests {
    let sandbox = Sandbox()

    /// Commits a change to the working tree: files with their new text, nil for one that goes.
    private func commit(_ files: [String: String?]) throws -> ObjectID {
        if try sandbox.result(["test", "-d", "repo"]).status != 0 {
            try sandbox.git("init", "-q", "-b", "main", "repo")
        }
        for (file, text) in files {
            if let text {
                try sandbox.write(text, to: "repo/\(file)")
            } else {
                try sandbox.git("rm", "-qf", file, in: "repo")
            }
        }
        try sandbox.git("add", "-A", in: "repo")
        try sandbox.git("commit", "-q", "--allow-empty", "-m", "change", in: "repo")
        return try #require(ObjectID(hex: try sandbox.git("rev-parse", "HEAD", in: "repo")))
    }

    private func repository() throws -> Repository { try Repository(path: "\(sandbox.path)/repo") }

    private func map(_ name: String, _ value: String = "1") -> String {
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: \(name), namespace: shop}\ndata: {key: '\(value)'}\n"
    }

    private func reference(_ name: String) -> ObjectReference {
        ObjectReference(group: "", kind: "ConfigMap", namespace: "shop", name: name)
    }

    /// All that a state says, to compare two of them.
    private func summary(_ state: DesiredState) -> [String] {
        state.allObjects.map { "\($0.reference) \($0.file):\($0.line(of: FieldPath())) \(JSONText.compact($0.value))" }
            .sorted() + state.problems.map(\.description) + ["\(state.count)", "\(state.commit)"]
    }

    @Test("A state made from the one before is the state that is read anew")
    func incremental() throws {
        let definition = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: zones.shop.example}
            spec: {group: shop.example, scope: Cluster, names: {plural: zones, kind: Zone}, versions: [{name: v1}]}
            """
        let zone = "apiVersion: shop.example/v1\nkind: Zone\nmetadata: {name: z}\n"
        let steps: [[String: String?]] = [
            ["d/a.yaml": map("a"), "d/b.yaml": map("b"), "other/x.yaml": map("x")],
            ["d/a.yaml": map("a", "2")], ["d/c.yaml": map("a")], ["d/c.yaml": nil], ["d/z.yaml": zone],
            ["d/crd.yaml": definition], ["d/b.yaml": nil, "d/sub/b.yaml": map("b")], ["d/crd.yaml": nil],
            ["other/x.yaml": nil], ["d/base/kustomization.yaml": "resources: [a.yaml]\n", "d/base/a.yaml": map("k")],
            ["d/base/kustomization.yaml": nil], ["d/sub/b.yaml": "broken: [\n"], ["d/sub/b.yaml": map("b", "3")],
        ]
        var state: DesiredState?
        for step in steps {
            let commit = try commit(step)
            let repository = try repository()
            let anew = try DesiredState(repository: repository, commit: commit, path: "d")
            if let before = state {
                let next = try DesiredState(repository: repository, commit: commit, after: before)
                #expect(summary(next) == summary(anew), "\(step)")
                state = next
            } else {
                state = anew
            }
        }
        #expect(state?.object(reference("x")) == nil)
    }

    @Test("Links, hidden files and hidden folders declare nothing")
    func hidden() throws {
        _ = try commit(["a.yaml": map("a"), ".b.yaml": map("b"), "x/.y/c.yaml": map("c"), "elsewhere.txt": map("d")])
        try sandbox.run(["ln", "-s", "elsewhere.txt", "repo/d.yaml"])
        let commit = try commit([:])
        let state = try DesiredState(repository: try repository(), commit: commit, path: ".")
        #expect(state.allObjects.map(\.reference.name) == ["a"])
    }

    @Test("A hidden folder that the configuration names is read")
    func namedHidden() throws {
        let commit = try commit([".deploy/a.yaml": map("a")])
        #expect(try DesiredState(repository: try repository(), commit: commit, path: ".deploy").count == 1)
    }

    @Test(
        "A folder with a kustomization declares nothing, nor does what is below it, and is named once",
        arguments: ["kustomization.yaml", "kustomization.yml", "Kustomization"])
    func kustomizations(name: String) throws {
        let commit = try commit([
            "d/\(name)": "resources: [base.yaml]\n", "d/base.yaml": map("base"), "d/patches/p.yaml": map("base", "2"),
            "e/a.yaml": map("a"),
        ])
        let state = try DesiredState(repository: try repository(), commit: commit, path: ".")
        #expect(state.allObjects.map(\.reference.name) == ["a"])
        #expect(state.problems.map(\.file) == ["d/\(name)"])
        #expect(state.problems.first?.message.contains("not rendered") == true)
    }

    @Test("A folder that is not there is an error, also when a commit takes it away", arguments: ["nosuch", "a.yaml"])
    func noFolder(path: String) throws {
        let first = try commit(["a.yaml": map("a"), "d/b.yaml": map("b")])
        #expect(throws: GitError.self) { try DesiredState(repository: try repository(), commit: first, path: path) }
        let state = try DesiredState(repository: try repository(), commit: first, path: "d")
        let second = try commit(["d/b.yaml": nil])
        #expect(throws: GitError.self) {
            try DesiredState(repository: try repository(), commit: second, after: state)
        }
    }

    /// What a state says of an object, in a word.
    private func standing(_ name: String, _ state: DesiredState) -> String {
        switch state.standing(of: reference(name)) {
        case .declared: "declared"
        case .contested: "contested"
        case .unreadable(let place): "unreadable \(place)"
        case .undeclared: "undeclared"
        }
    }

    @Test(
        "What a file declared before it broke is known until the file is mended or goes",
        arguments: [
            ["d/a.yaml": "a: [\n"], ["d/a.yaml": "x: \u{2028}\n"],
            ["d/kustomization.yaml": "resources: []\n"],
            ["d/a.yaml": nil, "d/new.yaml": "a: [\n"],
            ["d/a.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {}\n"],
        ] as [[String: String?]])
    func broken(change: [String: String?]) throws {
        let first = try commit(["d/a.yaml": "# a\n" + map("a"), "e/b.yaml": map("b")])
        let before = try DesiredState(repository: try repository(), commit: first, path: ".")
        let second = try commit(change)
        let third = try commit(["e/b.yaml": nil, "README.md": "x"])
        for _ in 0..<2 {
            let broken = try DesiredState(repository: try repository(), commit: second, after: before)
            #expect(standing("a", broken) == "unreadable d/a.yaml:2")
            #expect(broken.object(reference("a")) == nil)
            #expect(broken.anyObject(in: "shop") != nil)
            #expect(broken.declaresAny(group: "", kind: "ConfigMap"))
            let later = try DesiredState(repository: try repository(), commit: third, after: broken)
            #expect(standing("a", later) == "unreadable d/a.yaml:2")
            #expect(standing("b", later) == "undeclared")
        }
        let anew = try DesiredState(repository: try repository(), commit: third, path: ".")
        #expect(standing("a", anew) == "unreadable d/a.yaml:2")
        #expect(!anew.problems.isEmpty)
        var mend = change.filter { $0.value != nil }.mapValues { _ in String?.none }
        mend["c.yaml"] = map("c")
        let fourth = try commit(mend)
        let mended = try DesiredState(repository: try repository(), commit: fourth, after: anew)
        #expect(standing("a", mended) == (change["d/kustomization.yaml"] == nil ? "undeclared" : "declared"))
        #expect(mended.problems.isEmpty)
    }

    @Test("A file that broke while another manifest took its object over keeps nothing")
    func takenOver() throws {
        let first = try commit(["a.yaml": map("a")])
        let before = try DesiredState(repository: try repository(), commit: first, path: ".")
        let second = try commit(["a.yaml": "a: [\n", "b.yaml": map("a")])
        let after = try DesiredState(repository: try repository(), commit: second, after: before)
        #expect(standing("a", after) == "declared")
    }

    @Test("A file over the limit is a problem of its own")
    func large() throws {
        let commit = try commit([
            "a.yaml": map("a"), "big.yaml": "# " + String(repeating: "x", count: Manifest.byteLimit) + "\n",
        ])
        let state = try DesiredState(repository: try repository(), commit: commit, path: ".")
        #expect(state.count == 1)
        #expect(state.problems.map(\.file) == ["big.yaml"])
    }
}
