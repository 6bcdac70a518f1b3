import TestSupport
import Testing

@Suite("Moves past the gate put on record")
struct HealingTests {
    private static let ref = "refs/heads/main"

    /// A repository of two owners, both of whom it takes, whose `main` an administrator moved past the gate.
    private func moved(
        _ ref: String = HealingTests.ref, to target: (OwnersGround) throws -> String?
    ) throws -> OwnersGround {
        let ground = try OwnersGround()
        try ground.server(moves: ref, to: try target(ground))
        return ground
    }

    @Test("Two owners put a move on record; the ref takes pushes again, and a fresh mirror accepts all of it")
    func healed() throws {
        let ground = try moved { try $0.administratorsCommit() }
        #expect(try !ground.push("HEAD:refs/heads/main", by: "alice").accepted)
        let first = try ground.heal(by: "alice")
        #expect(first.accepted && first.text.contains("1 of 2 owners put that on record (alice)"), "\(first.text)")
        #expect(try !ground.pushOnTop(by: "alice").accepted)
        let second = try ground.heal(by: "bob", "--reason", "restored from a backup")
        #expect(second.accepted && second.text.contains("past the gate is on record, by alice, bob"), "\(second.text)")
        #expect(try ground.pushOnTop(by: "alice").accepted)
        try ground.expectVerified()
    }

    @Test("A rewound, a deleted, a made and a tag's ref are put on record, and a fresh mirror accepts them")
    func kinds() throws {
        let ground = try OwnersGround()
        let old = try ground.tip()
        _ = try ground.pushOnTop(by: "alice")
        try ground.server(moves: Self.ref, to: old)
        try ground.bothHeal(Self.ref)
        #expect(try ground.pushOnTop(by: "alice").accepted)
        try ground.pushed("HEAD:refs/heads/gone")
        try ground.server(moves: "refs/heads/gone", to: nil)
        try ground.bothHeal("refs/heads/gone")
        try ground.server(moves: "refs/heads/made", to: old)
        try ground.bothHeal("refs/heads/made")
        let object = "object \(old)\ntype commit\ntag v1\ntagger A <a@shop.example> 1700000000 +0000\n\none\n"
        let tag = try ground.sandbox.git("mktag", in: "server.git", input: Array(object.utf8))
        try ground.server(moves: "refs/tags/v1", to: tag)
        try ground.bothHeal("refs/tags/v1")
        try ground.sandbox.git("-c", "gc.reflogExpire=now", "gc", "-q", "--prune=now", in: "server.git")
        try ground.expectVerified()
    }

    @Test("The policy's own ref, moved to where there is no policy, is put on record under the policy on record")
    func policyGone() throws {
        let ground = try moved { try $0.commitWithoutPolicy() }
        let other = try ground.push("HEAD:refs/heads/other", by: "alice")
        #expect(!other.accepted && other.text.contains("sallyport root heal refs/heads/main"), "\(other.text)")
        try ground.bothHeal(Self.ref)
        try ground.expectVerified()
    }

    @Test("One owner twice is one, and who is no owner says nothing")
    func quorum() throws {
        let ground = try moved { try $0.administratorsCommit() }
        #expect(try ground.heal(by: "alice").accepted)
        #expect(try ground.heal(by: "alice", "--reason", "again").text.contains("1 of 2"))
        let stranger = try ground.heal(by: "carol")
        #expect(!stranger.accepted && stranger.text.contains("not signed by an owner"), "\(stranger.text)")
        #expect(try !ground.pushOnTop(by: "alice").accepted)
        try ground.expectVerified()
    }

    @Test("A tag with another base or head heals nothing", arguments: ["Base", "Head"])
    func otherMove(_ trailer: String) throws {
        let ground = try moved { try $0.administratorsCommit() }
        let (old, new) = (try ground.recordedTip, try ground.tip())
        let other = try ground.sandbox.git("rev-parse", "\(old)^", in: "server.git")
        for owner in ["alice", "bob"] {
            let push = try ground.pushHealing(
                base: trailer == "Base" ? other : old, head: trailer == "Head" ? other : new, by: owner)
            #expect(push.accepted && push.text.contains("0 of 2"), "\(push.text)")
        }
        #expect(try !ground.pushOnTop(by: "alice").accepted)
    }

    @Test("A tag heals once: the same move a second time takes new ones")
    func reused() throws {
        let ground = try moved { try $0.administratorsCommit() }
        let (old, new) = (try ground.recordedTip, try ground.tip())
        try ground.bothHeal(Self.ref)
        // Back, on record, and there again.
        try ground.server(moves: Self.ref, to: old)
        try ground.bothHeal(Self.ref)
        try ground.server(moves: Self.ref, to: new)
        #expect(try !ground.pushOnTop(by: "alice").accepted)
        try ground.bothHeal(Self.ref, "--reason", "once more")
        #expect(try ground.pushOnTop(by: "alice").accepted)
        try ground.expectVerified()
    }

    @Test("What is closed, symbolic or where it should be is refused with the reason")
    func refused() throws {
        let ground = try OwnersGround()
        let still = try ground.heal(by: "alice")
        #expect(!still.accepted && still.text.contains("nothing to put on record"), "\(still.text)")
        let closed = try ground.heal("refs/replace/x", by: "alice")
        #expect(!closed.accepted && closed.text.contains("refs/replace/x is closed"), "\(closed.text)")
        try ground.sandbox.git("symbolic-ref", "refs/heads/link", Self.ref, in: "server.git")
        let link = try ground.heal("refs/heads/link", by: "alice")
        #expect(link.text.contains("is another name for refs/heads/main"), "\(link.text)")
    }
}
