import ExactValues
import GitNames
import GitStore
import TestSupport
import Testing

@Suite("Commits, merges and mirrors")
struct WritingTests {
    let sandbox = Sandbox()
    let author = CommitAuthor(name: "Gate", email: "gate@shop.example", time: Timestamp(seconds: 1_767_225_600))

    func makeBare() throws -> Repository {
        try sandbox.git("init", "-q", "--bare", "-b", "main", "bare.git")
        return try Repository(path: "\(sandbox.path)/bare.git")
    }

    @Test("Files are committed on top of a ref, and only from where it is")
    func commits() throws {
        let repository = try makeBare()
        let author = try #require(author)
        let first = try repository.createCommit(
            ref: "refs/sallyport/receipts", parent: nil,
            files: [("a/1", [1]), ("a/2", [2]), ("b", [3])], author: author, message: "one")
        let second = try repository.createCommit(
            ref: "refs/sallyport/receipts", parent: first, files: [("a/2", [4]), ("c/d/e", [5])], author: author,
            message: "two")
        #expect(throws: GitError.self) {
            try repository.createCommit(
                ref: "refs/sallyport/receipts", parent: first, files: [("x", [])], author: author, message: "three")
        }
        #expect(throws: GitError.self) {
            try repository.createCommit(
                ref: "refs/sallyport/receipts", parent: nil, files: [("x", [])], author: author, message: "three")
        }
        #expect(try repository.resolve(ref: "refs/sallyport/receipts") == second)
        #expect(try repository.parents(of: second) == [first])
        #expect(try repository.blobs(under: "", in: second).map(\.path) == ["a/1", "a/2", "b", "c/d/e"])
        #expect(try repository.changedPaths(from: first, to: second).map(\.text) == ["a/2", "c/d/e"])
        try sandbox.git("fsck", "--strict", "--full", in: "bare.git")
        for path in ["", "/a", "a/../b", ".git/config", "a//b"] {
            #expect(throws: GitError.self) { try repository.writeTree(base: nil, files: [(path, [])]) }
        }
        #expect(throws: GitError.self) { try repository.writeTree(base: nil, files: [("a", []), ("a/b", [])]) }
        #expect(CommitAuthor(name: "a\n", email: "b", time: author.time) == nil)
    }

    @Test("A file is taken out, and with the last file of a folder the folder")
    func removing() throws {
        let repository = try makeBare()
        let base = try repository.writeTree(base: nil, files: [("a/b/c", [1]), ("a/d", [2]), ("e", [3])])
        func left(_ files: [(path: String, bytes: [UInt8]?)]) throws -> [String] {
            try repository.blobs(under: "", in: try repository.writeTree(base: base, files: files)).map(\.path)
        }
        #expect(try left([("a/b/c", nil)]) == ["a/d", "e"])
        #expect(try left([("a/b/c", nil), ("a/d", nil), ("f", [4])]) == ["e", "f"])
        #expect(try left([("nowhere/x", nil), ("e", nil)]) == ["a/b/c", "a/d"])
        #expect(try left([("a/b/c", nil), ("a/d", nil), ("e", nil)]) == [])
    }

    @Test("A merge is computed anew and leaves nothing behind")
    func merges() throws {
        let repository = try makeBare()
        let author = try #require(author)
        func commit(_ files: [(String, [UInt8])], _ parent: ObjectID?) throws -> ObjectID {
            let base = try parent.map { try repository.tree(of: $0) }
            return try repository.writeCommit(
                tree: try repository.writeTree(base: base, files: files), parents: parent.map { [$0] } ?? [],
                author: author, message: "m")
        }
        let lines = Array("1\n2\n3\n4\n5\n6\n7\n8\n9\n".utf8)
        let base = try commit([("f", lines), ("g", [1])], nil)
        let ours = try commit([("f", Array("0\n".utf8) + lines)], base)
        let theirs = try commit([("f", lines + Array("10\n".utf8)), ("h", [2])], base)
        let other = try commit([("f", Array("x\n".utf8) + lines)], base)
        let before = try sandbox.git("count-objects", "-v", in: "bare.git")
        guard case .clean(let tree) = try repository.mergedTree(ours, theirs) else {
            Issue.record("a conflict where there is none")
            return
        }
        #expect(try repository.mergedTree(ours, other) == .conflict)
        #expect(try repository.objectKind(tree) == nil)
        #expect(try sandbox.git("count-objects", "-v", in: "bare.git") == before)
        let expected = try sandbox.git("merge-tree", "--write-tree", ours.hex, theirs.hex, in: "bare.git")
        #expect(tree.hex == expected)
        #expect(try repository.mergedTree(base, ours) == .clean(repository.tree(of: ours)))
        #expect(throws: GitError.self) { try repository.mergedTree(base, .zero) }
    }

    @Test("A mirror gets every ref, receipts and approvals too, and loses those that are gone")
    func mirrors() throws {
        let source = try makeBare()
        let author = try #require(author)
        let names = ["refs/heads/main", "refs/sallyport/receipts", "refs/approvals/x/y"]
        for name in names {
            _ = try source.createCommit(ref: name, parent: nil, files: [("f", [1])], author: author, message: name)
        }
        let place = "\(sandbox.path)/mirror.git"
        let mirror = try Repository.mirror(from: source.path, to: place, under: "refs/incoming/")
        #expect(
            try mirror.references().map(\.name)
                == ["refs/incoming/approvals/x/y", "refs/incoming/heads/main", "refs/incoming/sallyport/receipts"])
        let main = try #require(try source.resolve(ref: "refs/heads/main"))
        #expect(try mirror.objectKind(main) == .commit)
        try source.updateRef("refs/heads/main", new: .zero, old: main, message: "")
        let again = try Repository.mirror(from: "file://\(source.path)", to: place, under: "refs/incoming/")
        #expect(try again.references(prefix: "refs/incoming/heads/").isEmpty)
        for url in ["ssh://localhost/x", "git://localhost/x", "localhost:x", "relative", "-u"] {
            #expect(throws: GitError.self) { try mirror.fetch(from: url, refspecs: ["+refs/*:refs/*"]) }
        }
        #expect(throws: GitError.self) {
            try mirror.fetch(from: "\(sandbox.path)/none", refspecs: ["+refs/*:refs/*"])
        }
    }

    @Test("A fetch ends at its limit and when it is told to stop")
    func limits() throws {
        let source = try makeBare()
        let author = try #require(author)
        let noise = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 2_654_435_761 >> 7) }
        _ = try source.createCommit(
            ref: "refs/heads/main", parent: nil, files: [("f", noise)], author: author, message: "m")
        let large = #expect(throws: GitError.self) {
            try Repository.mirror(from: source.path, to: "\(sandbox.path)/m1.git", limit: 10)
        }
        #expect(large?.code == .tooLarge)
        #expect(throws: GitError.self) {
            try Repository.mirror(from: source.path, to: "\(sandbox.path)/m2.git", shouldStop: { true })
        }
    }

    @Test("Objects are read on all cores, in the order that was asked for")
    func concurrentMap() throws {
        let repository = try makeBare()
        let ids = try (0..<500).map { number in
            try repository.write(RawObject(kind: .blob, bytes: Array("\(number)".utf8)))
        }
        let texts = try repository.concurrentMap(ids, state: Int.init) { count, _, object in
            count += 1
            return String(decoding: object.bytes, as: UTF8.self)
        }
        #expect(texts == (0..<500).map(String.init))
        let error = #expect(throws: GitError.self) {
            try repository.concurrentMap(ids + [.zero], state: Int.init) { _, id, _ in id }
        }
        #expect(error?.code == .notFound)
    }
}
