import GitNames
import GitStore
import TestSupport
import Testing

@Suite("Refs read from their files")
struct RefStoreTests {
    let sandbox = Sandbox()
    let store: RefStore
    let commits: [ObjectID]

    /// A bare repository with two commits.
    init() throws {
        var history = CommitHistory()
        history.commit([history.commit([], date: 1)], date: 2)
        commits = try history.store(in: sandbox, "refs.git")
        try sandbox.git("update-ref", "-d", "refs/heads/c", in: "refs.git")
        store = RefStore(gitFolder: "\(sandbox.path)/refs.git/")
    }

    func update(_ names: [String], to commit: ObjectID) throws {
        let lines = names.map { "update \($0) \(commit)\n" }.joined()
        try sandbox.git("update-ref", "--stdin", in: "refs.git", input: Array(lines.utf8))
    }

    func name(_ text: String) throws -> RefName {
        try #require(RefName(text))
    }

    /// What git lists, as `name id`.
    func listed(_ prefix: String) throws -> [String] {
        let all = try sandbox.git("for-each-ref", "--format=%(refname) %(objectname)", in: "refs.git")
        return all.split(separator: "\n").map(String.init).filter { $0.utf8.starts(with: prefix.utf8) }
    }

    func found(_ prefix: String) throws -> [String] {
        try Repository(path: "\(sandbox.path)/refs.git").references(prefix: prefix).map { "\($0.name) \($0.id)" }
    }

    @Test("Packed and loose refs are found as git finds them, first, last and in the middle")
    func search() throws {
        let names = (0..<3000).map { "refs/heads/\($0 % 7)/branch-\($0)" } + ["refs/a", "refs/zz", "refs/heads/x-y"]
        try update(names, to: commits[0])
        try sandbox.git("tag", "-a", "-m", "t", "v1", commits[0].hex, in: "refs.git")
        try sandbox.git("pack-refs", "--all", in: "refs.git")
        try update(["refs/heads/3/branch-10", "refs/heads/3/new"], to: commits[1])
        try update(["refs/tags/loose"], to: commits[1])
        for line in try listed("") {
            let words = line.split(separator: " ").map(String.init)
            #expect(try store.value(name(words[0])) == .object(#require(ObjectID(hex: words[1]))))
        }
        for absent in [
            "refs/0", "refs/heads/0/branch", "refs/heads/0/branch-70x", "refs/zzz", "refs/heads/3",
            "refs/heads/3/new/x",
        ] {
            #expect(try store.value(name(absent)) == nil)
        }
        for prefix in [
            "refs/", "refs/heads/", "refs/heads/3/", "refs/heads/3/branch-1", "refs/tags/", "refs/none/", "refs/z",
        ] {
            #expect(try found(prefix) == listed(prefix).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        }
        #expect(throws: GitError.self) { try store.values(prefix: "refs/heads/", limit: 3000) }
        #expect(try store.values(prefix: "refs/heads/", limit: 3002).count == 3002)
        for prefix in ["refs/../objects/", "HEAD", "/", "", "refs"] {
            #expect(throws: GitError.self) { try store.values(prefix: prefix, limit: 10) }
        }
    }

    @Test("A search in packed refs reads near the ref only, whatever stands elsewhere")
    func nearness() throws {
        try update((0..<20_000).map { "refs/heads/branch-\($0)" }, to: commits[0])
        try sandbox.git("pack-refs", "--all", in: "refs.git")
        // A line that would be an error if it were read, right behind the header.
        try sandbox.run(["sed", "-i", "2s/.*/bad/;$s/.*/bad/", "packed-refs"], in: "refs.git")
        #expect(try store.value(name("refs/heads/branch-5555")) == .object(commits[0]))
        #expect(try store.values(prefix: "refs/heads/branch-5555", limit: 10).count == 1)
        #expect(throws: GitError.self) { try store.values(prefix: "refs/", limit: 100_000) }
        // Older versions of git do not sort and do not say so.
        try sandbox.run(
            ["sh", "-c", "sed 1d packed-refs | sed 1d | sed '$d' | tac >p && mv p packed-refs"], in: "refs.git")
        #expect(try store.value(name("refs/heads/branch-5555")) == .object(commits[0]))
        #expect(try store.values(prefix: "refs/heads/branch-555", limit: 100).count == 11)
    }

    @Test("Symbolic refs are followed for five steps, and listed with what they lead to")
    func symbolic() throws {
        try update(["refs/heads/main"], to: commits[1])
        try sandbox.git("symbolic-ref", "refs/heads/s1", "refs/heads/main", in: "refs.git")
        for step in 2...6 {
            try sandbox.git("symbolic-ref", "refs/heads/s\(step)", "refs/heads/s\(step - 1)", in: "refs.git")
        }
        try sandbox.git("symbolic-ref", "refs/heads/dangling", "refs/heads/none", in: "refs.git")
        #expect(try store.value(name("refs/heads/s2")) == .symbolic(name("refs/heads/s1")))
        #expect(try store.resolve(name("refs/heads/s5")) == commits[1])
        #expect(throws: GitError.self) { try store.resolve(name("refs/heads/s6")) }
        #expect(try store.resolve(name("refs/heads/dangling")) == nil)
        try sandbox.git("symbolic-ref", "--delete", "refs/heads/s6", in: "refs.git")
        #expect(try found("refs/heads/").count == 6)
    }

    @Test(
        "What git does not write for a ref is an error, not another value",
        arguments: ["", "x", "0123", "ref: refs/../x", "ref: HEAD", "\u{7f}", String(repeating: "a", count: 9000)])
    func malformed(text: String) throws {
        try sandbox.write(text + "\n", to: "refs.git/refs/heads/bad")
        #expect(throws: GitError.self) { try store.value(name("refs/heads/bad")) }
        try sandbox.run(["rm", "refs.git/refs/heads/bad"])
        try sandbox.run(["mkfifo", "refs.git/refs/heads/bad"])
        #expect(throws: GitError.self) { try store.value(name("refs/heads/bad")) }
    }

    @Test("Locks are no refs, and a repository with reftables is refused")
    func others() throws {
        try update(["refs/heads/main"], to: commits[0])
        try sandbox.write("", to: "refs.git/refs/heads/other.lock")
        #expect(try found("refs/") == ["refs/heads/main \(commits[0])"])
        try sandbox.run(["mkdir", "refs.git/reftable"])
        let error = #expect(throws: GitError.self) { try store.value(name("refs/heads/main")) }
        #expect(error?.code == .unsupportedFormat)
    }
}
