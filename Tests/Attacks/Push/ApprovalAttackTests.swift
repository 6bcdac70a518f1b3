import PushGround
import TestSupport
import Testing

@Suite("Attacks on approvals")
struct ApprovalAttackTests {
    /// A ground in which Alice's commit waits on top of `main`.
    private func waiting(_ policy: GroundPolicy = GroundPolicy()) throws -> PushGround {
        let ground = try PushGround(policy)
        try ground.branch("change")
        try ground.commit("a", "1", by: "alice")
        return ground
    }

    @Test("Without an approval nothing is accepted, and with one it is")
    func needed() throws {
        let ground = try waiting()
        try ground.rejects("HEAD:main", rule: "approvals")
        try ground.approve(by: "bob")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
    }

    @Test("A used approval does not count again for the same move, and cannot be handed in again")
    func usedAgain() throws {
        var policy = GroundPolicy()
        // This branch may be rewound with approval, so that the same move can be asked for twice.
        policy.refs.insert(
            "{match: refs/heads/prod, signed: required, approvals: {required: 1, from: [shop]}}", at: 0)
        let ground = try PushGround(policy, keyType: ["bob": "ecdsa"])
        let base = try ground.id("main")
        try ground.approve("main", by: "bob", target: "refs/heads/prod")
        try ground.accepts("main:refs/heads/prod")
        try ground.branch("change")
        try ground.commit("a", "1", by: "alice")
        let tag = try ground.approval(by: "bob", target: "refs/heads/prod")
        // The same words signed again are the same approval, whatever the tag is called.
        let again = try ground.approval(by: "bob", target: "refs/heads/prod")
        try ground.accepts(try ground.refspec(ofApproval: tag))
        try ground.accepts("HEAD:refs/heads/prod")
        try ground.rejects("+main:refs/heads/prod", rule: "approvals")
        try ground.approve("main", by: "carol", target: "refs/heads/prod")
        try ground.accepts("+main:refs/heads/prod")
        #expect(try ground.server("refs/heads/prod") == base)
        try ground.rejects(try ground.refspec(ofApproval: again), rule: "approval-form")
        let other = "\(tag):refs/tags/approvals/\(try ground.id("HEAD"))"
        try ground.rejects(other, "HEAD:refs/heads/prod", rule: "closed-ref")
        try ground.expectMirrored()
    }

    @Test("An approval for another base, tree, repository, target or head does not count", arguments: 0..<5)
    func otherChange(_ part: Int) throws {
        let ground = try waiting()
        let parent = try ground.id("main~0")
        switch part {
        case 0: try ground.approve(by: "bob", base: PushGround.zero)
        case 1: try ground.approve(by: "bob", tree: try ground.id("main^{tree}"))
        case 2:
            let tag = try ground.approval(by: "bob", repository: "other")
            try ground.rejects(try ground.refspec(ofApproval: tag), rule: "approval-form")
            try ground.rejects(try ground.refspec(ofApproval: tag), "HEAD:main", rule: "approval-form")
        case 3: try ground.approve(by: "bob", target: "refs/heads/other")
        default: try ground.approve(parent, by: "bob")
        }
        try ground.rejects("HEAD:main", rule: "approvals")
        try ground.expectMirrored()
    }

    @Test("An approval that comes with the push is judged as one that came before")
    func samePush() throws {
        let ground = try waiting()
        let own = try ground.approval(by: "alice")
        try ground.rejects(try ground.refspec(ofApproval: own), "HEAD:main", rule: "approvals")
        let machine = try ground.approval(by: "robot")
        try ground.rejects(try ground.refspec(ofApproval: machine), "HEAD:main", rule: "approvals")
        let outsider = try ground.approval(by: "eve")
        try ground.rejects(try ground.refspec(ofApproval: outsider), "HEAD:main", rule: "approvals")
        let stranger = try ground.approval(by: "mallory")
        try ground.rejects(try ground.refspec(ofApproval: stranger), "HEAD:main", rule: "approval-form")
        let bob = try ground.approval(by: "bob")
        let withdrawal = try ground.approval(by: "bob", verdict: "withdraw")
        try ground.rejects(
            try ground.refspec(ofApproval: bob), try ground.refspec(ofApproval: withdrawal), "HEAD:main",
            rule: "approvals")
        let rejection = try ground.approval(by: "carol", verdict: "reject")
        try ground.rejects(
            try ground.refspec(ofApproval: bob), try ground.refspec(ofApproval: rejection), "HEAD:main",
            rule: "approvals")
        try ground.accepts(try ground.refspec(ofApproval: bob), "HEAD:main")
        try ground.expectMirrored()
    }

    @Test("Nobody approves their own commit: by a second key, by their address however it is spelled, as co-author")
    func ownChange() throws {
        var policy = GroundPolicy()
        policy.secondKeys = ["alice": "spare"]
        let ground = try waiting(policy)
        try ground.approve(by: "spare")
        try ground.rejects("HEAD:main", rule: "approvals")
        for address in ["bob@shop.example", "BOB@Shop.Example", " bob@shop.example ", "bob@shop.example\t"] {
            try ground.branch("change")
            try ground.commit("a", address, by: "alice", email: address)
            try ground.approve(by: "bob")
            try ground.rejects("HEAD:main", rule: "approvals")
        }
        for trailer in ["Co-authored-by: B <bob@shop.example>", "co-AUTHORED-by:  <BOB@shop.example>"] {
            try ground.branch("change")
            try ground.commit("a", trailer, by: "alice", message: "x\n\n\(trailer)")
            try ground.approve(by: "bob")
            try ground.rejects("HEAD:main", rule: "approvals")
        }
        try ground.approve(by: "carol")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
    }

    @Test("Who made a commit that a squash stands for does not approve it")
    func squashedMaker() throws {
        let ground = try waiting()
        try ground.commit("b", "1", by: "bob")
        try ground.approve(by: "bob")
        try ground.approve(by: "alice")
        try ground.branch("squash")
        try ground.git(["merge", "-q", "--squash", "change"])
        try ground.commitAll(by: "carol", message: "Squashed")
        try ground.rejects("HEAD:main", rule: "approvals")
        try ground.approve("change", by: "dave")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
    }

    @Test("A squash or a rebase that changes a byte needs an approval of its own", arguments: ["squash", "rebase"])
    func changedByte(_ way: String) throws {
        let ground = try waiting()
        try ground.approve(by: "bob")
        try ground.branch("aside")
        try ground.commit("other", "1", by: "carol")
        try ground.approve(by: "bob")
        try ground.accepts("HEAD:main")
        try ground.branch("again", at: "aside")
        if way == "squash" {
            try ground.git(["merge", "-q", "--squash", "change"])
            try ground.commit("a", "1 ", by: "alice")
        } else {
            try ground.git(["cherry-pick", "change"], by: "alice")
            try ground.sandbox.write("1 ", to: "work/a")
            try ground.git(["add", "-A"])
            try ground.git(["commit", "-q", "--amend", "--no-edit"], by: "alice")
        }
        try ground.rejects("HEAD:main", rule: "approvals")
        try ground.sandbox.write("1", to: "work/a")
        try ground.git(["add", "-A"])
        try ground.git(["commit", "-q", "--amend", "--no-edit"], by: "alice")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
    }

    @Test("A rejected change does not go in, squashed or not, until the rejection is withdrawn")
    func rejected() throws {
        let ground = try waiting()
        try ground.approve(by: "bob")
        try ground.approve(by: "carol", verdict: "reject")
        try ground.rejects("HEAD:main", rule: "approvals")
        try ground.branch("squash")
        try ground.git(["merge", "-q", "--squash", "change"])
        try ground.commitAll(by: "alice", message: "Squashed")
        try ground.rejects("HEAD:main", rule: "approvals")
        try ground.approve("change", by: "carol", verdict: "withdraw")
        try ground.accepts("change:main")
        try ground.expectMirrored()
    }

    @Test("A withdrawn approval stays withdrawn, and a new one counts")
    func withdrawn() throws {
        let ground = try waiting()
        let first = try ground.approval(by: "bob")
        try ground.accepts(try ground.refspec(ofApproval: first))
        try ground.approve(by: "bob", verdict: "withdraw")
        try ground.rejects("HEAD:main", rule: "approvals")
        let (again, text) = try ground.push([try ground.refspec(ofApproval: first), "HEAD:main"])
        #expect(!again, "\(text)")
        try ground.approve(by: "bob", reason: "Now I do")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
    }

    @Test("An approval carried over a revert does not bring the reverted change back")
    func revert() throws {
        let ground = try waiting()
        try ground.approve(by: "bob")
        try ground.accepts("HEAD:main")
        // Carol's word comes when the change is in already, so nothing uses it up.
        try ground.approve("change", by: "carol", base: try ground.id("change~1"))
        try ground.branch("back", at: "change")
        try ground.git(["revert", "--no-edit", "HEAD"], by: "dave")
        try ground.approve(by: "bob")
        try ground.accepts("HEAD:main")
        try ground.branch("again", at: "back")
        try ground.git(["cherry-pick", "change"], by: "alice")
        try ground.rejects("HEAD:main", rule: "approvals")
        try ground.approve(by: "carol", reason: "Once more")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
    }

    @Test("A late approval of what was squashed in does not bring it back after a revert")
    func revertOfSquash() throws {
        let ground = try waiting()
        let base = try ground.id("main")
        try ground.approve(by: "bob")
        try ground.branch("squash")
        try ground.git(["merge", "-q", "--squash", "change"])
        try ground.commitAll(by: "alice", message: "Squashed")
        try ground.accepts("HEAD:main")
        try ground.approve("change", by: "carol", base: base)
        try ground.git(["revert", "--no-edit", "HEAD"], by: "dave")
        try ground.approve(by: "bob")
        try ground.accepts("HEAD:main")
        try ground.git(["cherry-pick", "change"], by: "alice")
        try ground.rejects("HEAD:main", rule: "approvals")
        try ground.expectMirrored()
    }

    @Test("The same words signed twice with a key whose signatures differ are one approval, and no mirror stumbles")
    func signedTwice() throws {
        let ground = try PushGround(keyType: ["bob": "ecdsa"])
        try ground.branch("change")
        try ground.commit("a", "1", by: "alice")
        let first = try ground.approval(by: "bob")
        let second = try ground.approval(by: "bob")
        try #require(first != second)
        let both = [try ground.refspec(ofApproval: first), try ground.refspec(ofApproval: second)]
        let (accepted, text) = try ground.push(both)
        #expect(!accepted, "\(text)")
        try ground.expectMirrored()
        try ground.accepts(both[0])
        try ground.rejects(both[1], rule: "approval-form")
        try ground.accepts("HEAD:main")
        try ground.rejects(both[1], rule: "approval-form")
        try ground.expectMirrored()
    }

    @Test("Somebody who is renamed in the policy does not approve what they signed before")
    func renamed() throws {
        let ground = try PushGround()
        try ground.branch("change")
        try ground.commit("a", "1", by: "alice", email: "nobody@shop.example")
        try ground.accepts("HEAD:refs/heads/change")
        try ground.replacePolicy { policy in
            policy.people = policy.people.map { $0.0 == "alice" ? ("alicia", "alice") : $0 }
            policy.shop = ["alicia", "bob", "carol", "dave"]
        }
        try ground.branch("merge", at: "main")
        try ground.git(["merge", "-q", "--no-ff", "--no-edit", "change"], by: "alice")
        try ground.approve(by: "alice")
        try ground.rejects("HEAD:main", rule: "approvals")
        try ground.approve(by: "bob")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
    }

    @Test("What a machine signs for an author nobody knows is approved by nobody")
    func machineForStranger() throws {
        let ground = try PushGround()
        try ground.branch("change")
        try ground.commit("a", "1", by: "forge", email: "who@elsewhere.example")
        try ground.approve(by: "bob")
        try ground.rejects("HEAD:main", rule: "approvals")
        try ground.branch("change")
        try ground.commit("a", "2", by: "forge")
        try ground.approve(by: "bob")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
    }

    @Test("An approval tag that lies about what it tags, has fields twice or another name is refused", arguments: 0..<5)
    func form(_ part: Int) throws {
        let ground = try waiting()
        let head = try ground.id("HEAD")
        let good = try ground.approval(by: "bob")
        let refspec: String
        switch part {
        case 0: refspec = "\(good):refs/approvals/\(try ground.id("main"))/\(good)"
        case 1: refspec = "\(good):refs/approvals/\(head)/\(PushGround.zero)"
        case 2: refspec = "\(head):refs/approvals/\(head)/\(head)"
        case 3:
            let tag = try ground.approval(by: "bob", reason: "Verdict: approve")
            refspec = try ground.refspec(ofApproval: tag)
        default:
            let tag = try ground.approval(by: "bob", verdict: "approve\nVerdict: reject")
            refspec = try ground.refspec(ofApproval: tag)
        }
        try ground.rejects(refspec, rule: "approval-form")
        try ground.accepts(try ground.refspec(ofApproval: good))
        try ground.rejects(":refs/approvals/\(head)/\(good)", rule: "approval-form")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
    }
}
