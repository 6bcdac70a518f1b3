import PushGround
import TestSupport
import Testing

@Suite("Attacks by names of refs")
struct RefAttackTests {
    private func open() throws -> PushGround {
        var policy = GroundPolicy()
        policy.unmatched = "allow"
        return try PushGround(policy)
    }

    @Test(
        "Namespaces that change what content means are closed whatever the policy allows",
        arguments: [
            "refs/replace/0000000000000000000000000000000000000001", "refs/notes/commits", "refs/sallyport/receipts",
            "refs/sallyport/x", "refs/tags/approvals/x", "refs/namespaces/a/refs/heads/main",
            "refs/namespaces/a/refs/replace/x", "refs/bisect/bad", "refs/rewritten/x", "refs/worktree/x",
            "refs/approvals", "refs/notes", "refs/replace", "refs/namespaces", "refs/sallyport", "refs/tags/approvals",
        ])
    func closed(_ ref: String) throws {
        let ground = try open()
        let (accepted, text) = try ground.push(["main:\(ref)"])
        #expect(!accepted, "\(text)")
        try ground.accepts("main:refs/other/x")
        try ground.expectMirrored()
    }

    @Test("A ref whose name ends in U+0600 stops nothing")
    func arabicNumberSign() throws {
        let ground = try open()
        try ground.accepts("main:refs/other/x\u{600}", "main:refs/other/\u{600}z")
        try ground.accepts("main:refs/other/after")
        try ground.expectMirrored()
    }

    @Test("A tag's inner name is its ref's, byte by byte", arguments: ["v\u{FFFD}", "v1 ", "V2", "v3/x"])
    func tagName(_ name: String) throws {
        let ground = try open()
        let object = """
            object \(try ground.id("main"))
            type commit
            tag v
            """
        var bytes = Array(object.utf8)
        if name == "v\u{FFFD}" { bytes.append(0xff) }
        bytes += "\ntagger a <a@shop.example> 1767225600 +0000\n\nx\n".utf8
        let tag = try ground.sandbox.git(
            "hash-object", "-t", "tag", "-w", "--stdin", "--literally", in: "work", input: bytes)
        let ref = name == "v1 " ? "v1" : name
        let (accepted, text) = try ground.push(["\(tag):refs/tags/\(ref)"])
        #expect(!accepted, "\(text)")
        try ground.expectMirrored()
    }

    @Test("A push to another name of a branch does not move it")
    func symbolic() throws {
        let ground = try open()
        try ground.sandbox.git("symbolic-ref", "refs/heads/master", "refs/heads/main", in: "server.git")
        try ground.branch("change")
        try ground.commit("a", "1", by: "alice")
        let (accepted, text) = try ground.push(["HEAD:refs/heads/master"])
        #expect(!accepted)
        #expect(text.contains("another name for refs/heads/main"), "\(text)")
    }

    @Test("A branch that only a team moves is not rolled back by anybody, where no server tells who pushes")
    func rolledBack() throws {
        var policy = GroundPolicy()
        policy.refs.insert("{match: refs/heads/prod, signed: required, by: [platform]}", at: 0)
        let ground = try PushGround(policy)
        try ground.branch("prod")
        try ground.commit("a", "1", by: "carol")
        try ground.accepts("HEAD:refs/heads/prod")
        try ground.commit("a", "2", by: "carol")
        try ground.accepts("HEAD:refs/heads/prod")
        try ground.rejects("+HEAD~1:refs/heads/prod", rule: "by")
        try ground.rejects(":refs/heads/prod", rule: "by")
        try ground.commit("a", "3", by: "alice")
        try ground.rejects("HEAD:refs/heads/prod", rule: "by")
        try ground.expectMirrored()
    }

    @Test("A ref that was moved past the gate is shut, and other refs are not")
    func movedPast() throws {
        let ground = try open()
        try ground.branch("change")
        try ground.commit("a", "1", by: nil)
        try ground.accepts("HEAD:refs/heads/lax/x", "main:refs/heads/feature")
        let id = try ground.id("HEAD")
        try ground.sandbox.git(
            "-c", "core.hooksPath=/dev/null", "update-ref", "refs/heads/feature", id, in: "server.git")
        try ground.commit("b", "1", by: "alice")
        try ground.rejects("HEAD:refs/heads/feature", rule: "past-the-gate")
        try ground.rejects(":refs/heads/feature", rule: "past-the-gate")
        try ground.rejects("HEAD:refs/heads/feature2", rule: "signed")
        try ground.sandbox.git(
            "-c", "core.hooksPath=/dev/null", "update-ref", "refs/heads/feature", "main", in: "server.git")
        try ground.accepts("main:refs/heads/other")
        try ground.expectMirrored()
    }

    @Test("A receipt is written for no update that did not happen")
    func conflictingNames() throws {
        let ground = try open()
        let (accepted, _) = try ground.push(["--atomic", "main:refs/other/a", "main:refs/other/a/b"])
        #expect(!accepted)
        try ground.expectMirrored()
        try ground.accepts("main:refs/other/a")
        let (second, _) = try ground.push(["--atomic", "main:refs/other/a/b", "main:refs/other/c"])
        #expect(!second)
        try ground.accepts("main:refs/other/d")
        try ground.expectMirrored()
    }
}
