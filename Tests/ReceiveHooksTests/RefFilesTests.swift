import ExactValues
import GitNames
import TestSupport
import Testing

@testable import ReceiveHooks

@Suite("Refs by plain reads")
struct RefFilesTests {
    let sandbox = Sandbox()
    private var files: RefFiles { RefFiles(gitFolder: "\(sandbox.path)/r.git/") }

    /// Makes a repository with as many branches, every third with a tag beside it, so that there are lines about what
    /// tags lead to.
    private func make(_ count: Int) throws -> ObjectID {
        try sandbox.git("init", "-q", "--bare", "r.git")
        let tree = try sandbox.git("mktree", in: "r.git")
        let commit = try sandbox.git("commit-tree", tree, "-m", "x", in: "r.git")
        try sandbox.git("tag", "-a", "-m", "t", "first", commit, in: "r.git")
        let tag = try sandbox.git("rev-parse", "refs/tags/first", in: "r.git")
        var lines = ""
        for number in 0..<count {
            lines += "create refs/heads/\(number)/n\(String(repeating: "y", count: number % 90)) \(commit)\n"
            if number % 3 == 0 { lines += "create refs/tags/\(number) \(tag)\n" }
        }
        try sandbox.git("update-ref", "--stdin", in: "r.git", input: Array(lines.utf8))
        return try #require(ObjectID(hex: commit))
    }

    @Test(
        "Every ref is found where Git finds it, packed or not, and none that is not there", arguments: [0, 1, 2, 700])
    func everyRef(count: Int) throws {
        let commit = try make(count)
        for packs in [false, true] {
            if packs { try sandbox.git("pack-refs", "--all", in: "r.git") }
            let list = try sandbox.git("for-each-ref", "--format=%(refname) %(objectname)", in: "r.git")
            for line in list.split(separator: "\n") {
                let words = line.split(separator: " ").map(String.init)
                let (ref, id) = (try #require(RefName(words[0])), ObjectID(hex: words[1]))
                #expect(try files.value(of: ref) == id.map { .at($0) })
                #expect(try files.packed(ref) == (packs ? id : nil))
            }
        }
        for name in ["refs/heads/0", "refs/heads/zz", "refs/a", "refs/tags/1", "refs/heads/5/yyyyyy/z", "refs/tags"] {
            #expect(try files.value(of: RefName(name)!) == .absent, "\(name)")
        }
        // What moves after packing is where its own file says.
        try sandbox.git("update-ref", "-m", "x", "refs/tags/first", commit.hex, in: "r.git")
        #expect(try files.value(of: RefName("refs/tags/first")!) == .at(commit))
        try sandbox.git("symbolic-ref", "refs/heads/alias", "refs/tags/first", in: "r.git")
        #expect(try files.value(of: RefName("refs/heads/alias")!) == .symbolic)
    }

    @Test("A packed-refs file that does not say that it is sorted is read to its end")
    func unsorted() throws {
        try sandbox.git("init", "-q", "--bare", "r.git")
        let id = String(repeating: "a", count: 40)
        try sandbox.write("\(id) refs/heads/b\n\(id) refs/heads/a\n^\(id)\n", to: "r.git/packed-refs")
        #expect(try files.packed(RefName("refs/heads/a")!) == ObjectID(hex: id))
        #expect(try files.packed(RefName("refs/heads/") ?? RefName("refs/heads/c")!) == nil)
    }
}
