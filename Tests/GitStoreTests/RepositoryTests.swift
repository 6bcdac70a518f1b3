import GitNames
import GitStore
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#endif

@Suite("Repositories")
struct RepositoryTests {
    let sandbox = Sandbox()

    /// A working tree `work` with one commit.
    func makeRepository() throws -> Repository {
        try sandbox.git("init", "-q", "-b", "main", "work")
        try sandbox.write("one\n", to: "work/a/b.txt")
        try sandbox.write("two\n", to: "work/c.txt")
        try commitAll("first")
        return try Repository(path: "\(sandbox.path)/work")
    }

    @discardableResult
    func commitAll(_ message: String) throws -> ObjectID {
        try sandbox.git("add", "-A", in: "work")
        try sandbox.git("commit", "-q", "--allow-empty", "-m", message, in: "work")
        return try head()
    }

    func head(_ revision: String = "HEAD") throws -> ObjectID {
        try #require(ObjectID(hex: try sandbox.git("rev-parse", revision, in: "work")))
    }

    @Test("A raw object is the bytes that git shows")
    func rawObject() throws {
        let repository = try makeRepository()
        let head = try head()
        let object = try repository.rawObject(head)
        #expect(object.kind == .commit)
        let expected = try sandbox.result(["git", "cat-file", "commit", "HEAD"], in: "work").output
        #expect(object.bytes == expected)
        #expect(try repository.objectKind(head) == .commit)
        #expect(try repository.objectKind(.zero) == nil)
        #expect(throws: GitError.self) { try repository.rawObject(head, limit: expected.count - 1) }
        #expect(try repository.write(object) == head)
    }

    @Test("Paths lead to entries, and to nothing where git shows nothing")
    func entries() throws {
        let repository = try makeRepository()
        let head = try head()
        let tree = try repository.tree(of: head)
        #expect(try repository.entry(at: "a/b.txt", in: tree)?.id == self.head("HEAD:a/b.txt"))
        #expect(try repository.entry(at: "a", in: head)?.mode == .tree)
        #expect(try repository.entry(at: "", in: head)?.id == tree)
        #expect(try repository.entry(at: "a/b.txt/c", in: tree) == nil)
        #expect(try repository.entry(at: "A", in: tree) == nil)
        #expect(throws: GitError.self) { try repository.entry(at: "a//b.txt", in: tree) }
        #expect(throws: GitError.self) { try repository.entry(at: "../a", in: tree) }
        #expect(try repository.blobs(under: "", in: head).map(\.path) == ["a/b.txt", "c.txt"])
        #expect(try repository.blobs(under: "a", in: head).map(\.path) == ["a/b.txt"])
        #expect(try repository.blobs(under: "none", in: head).isEmpty)
        #expect(throws: GitError.self) { try repository.blobs(under: "", in: head, limit: 2) }
        #expect(try repository.blob(self.head("HEAD:c.txt")) == Array("two\n".utf8))
    }

    @Test("Refs are listed, followed and moved only from where they are said to be")
    func references() throws {
        let repository = try makeRepository()
        let first = try head()
        let second = try commitAll("second")
        try sandbox.git("symbolic-ref", "refs/heads/alias", "refs/heads/main", in: "work")
        #expect(try repository.resolve(ref: "refs/heads/main") == second)
        #expect(try repository.resolve(ref: "refs/heads/none") == nil)
        #expect(try repository.isSymbolic(ref: "refs/heads/alias"))
        #expect(try repository.symbolicTarget(of: "HEAD") == "refs/heads/main")
        #expect(try !repository.isSymbolic(ref: "refs/heads/main"))
        try repository.updateRef("refs/tags/x", new: first, old: .zero, message: "make")
        #expect(throws: GitError.self) { try repository.updateRef("refs/tags/x", new: second, old: .zero, message: "") }
        #expect(throws: GitError.self) { try repository.updateRef("refs/tags/x", new: first, old: second, message: "") }
        #expect(throws: GitError.self) { try repository.updateRef("refs/tags/y", new: first, old: second, message: "") }
        try repository.updateRef("refs/tags/x", new: second, old: first, message: "move")
        #expect(throws: GitError.self) {
            try repository.updateRef("refs/heads/alias", new: first, old: second, message: "")
        }
        let all = try repository.references()
        #expect(all.map(\.name) == ["refs/heads/alias", "refs/heads/main", "refs/tags/x"])
        #expect(all.map(\.id) == [second, second, second])
        #expect(all.map(\.symbolicTarget) == ["refs/heads/main", nil, nil])
        #expect(try repository.references(prefix: "refs/tags/").map(\.name) == ["refs/tags/x"])
        #expect(throws: GitError.self) { try repository.references(limit: 2) }
        #expect(throws: GitError.self) { try repository.updateRef("refs/tags/x", new: .zero, old: first, message: "") }
        try repository.updateRef("refs/tags/x", new: .zero, old: second, message: "delete")
        #expect(try repository.resolve(ref: "refs/tags/x") == nil)
    }

    @Test("A walk gives what one side reaches and the other does not, a second parent's commits too")
    func walks() throws {
        let repository = try makeRepository()
        let first = try head()
        try sandbox.git("checkout", "-q", "-b", "side", in: "work")
        let side = try commitAll("side")
        try sandbox.git("checkout", "-q", "main", in: "work")
        let main = try commitAll("main")
        try sandbox.git("merge", "-q", "--no-ff", "-m", "merge", "side", in: "work")
        let merge = try head()
        try sandbox.git("tag", "-a", "-m", "t", "tag", in: "work")
        #expect(Set(try repository.newCommits(from: [merge], hiding: [main])) == [side, merge])
        #expect(try repository.newCommits(from: [merge], hiding: [main]).last == merge)
        #expect(try repository.newCommits(from: [head("tag")], hiding: []).first == first)
        #expect(try repository.newCommits(from: [main], hiding: [merge]).isEmpty)
        #expect(throws: GitError.self) { try repository.newCommits(from: [merge], hiding: [], limit: 3) }
        #expect(throws: GitError.self) { try repository.newCommits(from: [head("HEAD:c.txt")], hiding: []) }
        #expect(try repository.parents(of: merge) == [main, side])
        #expect(try repository.isAncestor(first, of: merge))
        #expect(try repository.isAncestor(merge, of: merge))
        #expect(try !repository.isAncestor(merge, of: side))
        #expect(throws: GitError.self) { try repository.isAncestor(.zero, of: merge) }
        #expect(try repository.mergeBase(main, side) == first)
        #expect(try repository.peel(head("tag")) == merge)
        #expect(try repository.resolve(revision: "tag") == head("tag"))
        #expect(throws: GitError.self) { try repository.resolve(revision: "nothing") }
    }

    @Test("Changes are what git diff-tree reports")
    func changes() throws {
        let repository = try makeRepository()
        let old = try head()
        try sandbox.run(["rm", "-r", "a", "c.txt"], in: "work")
        try sandbox.write("a file now\n", to: "work/a")
        try sandbox.write("x\n", to: "work/c.txt/deep/er")
        try sandbox.write("y\n", to: "work/a-b")
        try sandbox.run(["ln", "-s", "a", "link"], in: "work")
        let new = try commitAll("second")
        let changes = try repository.changedPaths(from: old, to: new)
        let expected = try sandbox.git(
            "diff-tree", "-r", "--no-renames", "--name-only", old.hex, new.hex, in: "work")
        #expect(changes.map(\.text) == expected.split(separator: "\n").map(String.init).sorted())
        #expect(changes.first { $0.text == "link" }?.new?.mode == .symbolicLink)
        #expect(changes.first { $0.text == "a/b.txt" }?.new == nil)
        #expect(try repository.changedPaths(from: new, to: new).isEmpty)
        #expect(try repository.changedPaths(from: nil, to: old).map(\.text) == ["a/b.txt", "c.txt"])
        #expect(try repository.changedPaths(from: old, to: nil).allSatisfy { $0.new == nil })
        #expect(throws: GitError.self) { try repository.changedPaths(from: old, to: new, limit: 2) }
    }

    @Test(
        "A tree that readers could understand differently is refused",
        arguments: [
            [("100644", "b"), ("100644", "a")], [("100644", "a"), ("100644", "a")], [("100644", "a"), ("40000", "a")],
            [("100644", ".git")], [("40000", ".GIT")], [("100644", "..")], [("100644", "")], [("100644", "a/b")],
            [("040000", "a")], [("100600", "a")], [("x", "a")],
        ])
    func malformedTrees(entries: [(String, String)]) throws {
        let repository = try makeRepository()
        let blob = try head("HEAD:c.txt")
        let bytes = entries.flatMap { Array("\($0.0) \($0.1)\0".utf8) + blob.bytes }
        let tree = try repository.write(RawObject(kind: .tree, bytes: bytes))
        #expect(throws: GitError.self) { try repository.entries(ofTree: tree) }
        let cut = try repository.write(RawObject(kind: .tree, bytes: bytes.dropLast()))
        #expect(throws: GitError.self) { try repository.entries(ofTree: cut) }
    }

    @Test("Trees that name each other many times end at the limit")
    func treeBomb() throws {
        let repository = try makeRepository()
        var tree = try repository.write(RawObject(kind: .tree, bytes: []))
        for _ in 0..<60 {
            let bytes = ["a", "b", "c"].flatMap { Array("40000 \($0)\0".utf8) + tree.bytes }
            tree = try repository.write(RawObject(kind: .tree, bytes: bytes))
        }
        #expect(throws: GitError.self) { try repository.blobs(under: "", in: tree, limit: 1000) }
        #expect(throws: GitError.self) { try repository.changedPaths(from: nil, to: tree, limit: 1000) }
    }

    @Test("The repository's own settings are read and written, the user's are not")
    func config() throws {
        let repository = try makeRepository()
        try sandbox.git("config", "--global", "sallyport.repository", "evil")
        #expect(try repository.configString("sallyport.repository") == nil)
        try repository.setConfig("sallyport.repository", "one")
        try repository.setConfig("sallyport.root.owner", ["a b", "c"])
        try repository.setConfig("sallyport.root.owner", ["ssh-ed25519 AAAA", "x;y#z\"\\\t", "ü"])
        #expect(try repository.configString("sallyport.repository") == "one")
        #expect(try repository.configStrings("sallyport.root.owner") == ["ssh-ed25519 AAAA", "x;y#z\"\\\t", "ü"])
        #expect(try repository.configEntries(prefix: "sallyport.").count == 4)
        let read = try sandbox.git("config", "--local", "--get-all", "sallyport.root.owner", in: "work")
        #expect(read == "ssh-ed25519 AAAA\nx;y#z\"\\\t\nü")
        try repository.setConfig("sallyport.root.owner", [])
        #expect(try repository.configStrings("sallyport.root.owner").isEmpty)
        #expect(throws: GitError.self) { try repository.setConfig("sallyport", "x") }
    }

    @Test("What is not a repository, or one that is not supported, is said clearly")
    func opening() throws {
        try sandbox.write("x", to: "plain/file")
        let plain = #expect(throws: GitError.self) { try Repository(path: "\(sandbox.path)/plain") }
        #expect(plain?.code == .notARepository)
        let none = #expect(throws: GitError.self) { try Repository(path: "\(sandbox.path)/none") }
        #expect(none?.code == .notARepository)
        try sandbox.git("init", "-q", "--object-format=sha256", "new")
        let sha256 = #expect(throws: GitError.self) { try Repository(path: "\(sandbox.path)/new") }
        #expect(sha256?.code == .unsupportedFormat)
        #expect(sha256?.description.contains("SHA-256") == true)
        try sandbox.git("init", "-q", "--bare", "bare.git")
        let bare = try Repository(path: "\(sandbox.path)/bare.git")
        #expect(bare.isBare)
        #expect(bare.path == "\(sandbox.path)/bare.git/")
        #expect(try Repository.createBare(at: "\(sandbox.path)/deep/er.git").references().isEmpty)
    }

    @Test("A repository of another user is refused with the way out", .enabled(if: getuid() == 0))
    func foreignOwner() throws {
        try sandbox.git("init", "-q", "--bare", "foreign.git")
        try sandbox.run(["chown", "-R", "nobody", "foreign.git"])
        let error = #expect(throws: GitError.self) { try Repository(path: "\(sandbox.path)/foreign.git") }
        #expect(error?.code == .foreignOwner)
        #expect(error?.description.contains("safe.directory") == true)
    }

    @Test("Objects in quarantine are seen through the environment only")
    func quarantine() async {
        await #expect(processExitsWith: .success) {
            let sandbox = Sandbox()
            try sandbox.git("init", "-q", "--bare", "bare.git")
            try sandbox.run(["mkdir", "-p", "bare.git/objects/incoming"])
            let bare = "\(sandbox.path)/bare.git"
            let quarantine = [
                "GIT_OBJECT_DIRECTORY=\(bare)/objects/incoming", "GIT_ALTERNATE_OBJECT_DIRECTORIES=\(bare)/objects",
            ]
            let known = try sandbox.git("hash-object", "-w", "--stdin", in: "bare.git", input: [1])
            let hidden = try sandbox.git(
                "hash-object", "-w", "--stdin", in: "bare.git", environment: quarantine, input: [2])
            unsafe setenv("GIT_DIR", ".", 1)
            unsafe setenv("GIT_OBJECT_DIRECTORY", "\(bare)/objects/incoming", 1)
            unsafe setenv("GIT_ALTERNATE_OBJECT_DIRECTORIES", "\(bare)/objects", 1)
            unsafe chdir(bare)
            let repository = try Repository.openFromEnvironment()
            #expect(try repository.objectKind(#require(ObjectID(hex: known))) == .blob)
            #expect(try repository.objectKind(#require(ObjectID(hex: hidden))) == .blob)
            #expect(try Repository(path: bare).objectKind(#require(ObjectID(hex: hidden))) == nil)
        }
    }
}
