import PushGround
import TestSupport
import Testing

@Suite("Honest work goes through, and a fresh mirror agrees")
struct ScenarioTests {
    /// A ground in which Alice's commit waits on the branch `change`.
    private func waiting(_ policy: GroundPolicy = GroundPolicy()) throws -> PushGround {
        let ground = try PushGround(policy)
        try ground.branch("change")
        try ground.commit("a", "1", by: "alice")
        return ground
    }

    /// Moves `main` on by a change of another file.
    private func moveMain(_ ground: PushGround, file: String = "aside") throws {
        try ground.branch("aside", at: "main")
        try ground.commit(file, "1", by: "carol")
        try ground.approve(by: "dave")
        try ground.accepts("HEAD:main")
        try ground.git(["branch", "-q", "-f", "main", "HEAD"])
    }

    @Test("The author pushes after approval")
    func author() throws {
        let ground = try waiting()
        try ground.approve(by: "bob")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
    }

    @Test("The reviewer merges what they approved", arguments: [true, false])
    func reviewerMerges(_ hasMoved: Bool) throws {
        let ground = try waiting()
        try ground.approve(by: "bob")
        if hasMoved { try moveMain(ground) }
        try ground.branch("merge", at: "main")
        try ground.git(["merge", "-q", "--no-ff", "--no-edit", "change"], by: "bob")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
    }

    @Test("A squash of what was approved, when main has moved on or not", arguments: [true, false])
    func squash(_ hasMoved: Bool) throws {
        let ground = try waiting()
        try ground.commit("a", "2", by: "alice")
        try ground.approve(by: "bob")
        if hasMoved { try moveMain(ground) }
        try ground.branch("squash", at: "main")
        try ground.git(["merge", "-q", "--squash", "change"])
        try ground.commitAll(by: "alice", message: "Squashed")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
    }

    @Test("A rebase of what was approved, of one person's and of two people's commits", arguments: ["alice", "eve"])
    func rebase(_ second: String) throws {
        let ground = try waiting()
        try ground.commit("b", "1", by: second)
        try ground.approve(by: "bob")
        try moveMain(ground)
        try ground.branch("rebase", at: "change")
        try ground.git(["rebase", "-q", "main"], by: "alice")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
    }

    @Test("A revert, a cherry-pick and a hotfix with an approval of their own")
    func ofItsOwn() throws {
        let ground = try waiting()
        let first = try ground.id("HEAD")
        try ground.approve(by: "bob")
        try ground.accepts("HEAD:main")
        try ground.git(["revert", "--no-edit", "HEAD"], by: "carol")
        try ground.approve(by: "bob")
        try ground.accepts("HEAD:main")
        try ground.git(["cherry-pick", first], by: "dave")
        try ground.approve(by: "bob")
        try ground.accepts("HEAD:main")
        try ground.commit("hotfix", "1", by: "dave")
        let approval = try ground.approval(by: "alice")
        try ground.accepts("HEAD:main", try ground.refspec(ofApproval: approval))
        try ground.expectMirrored()
    }

    @Test("Two people who pair approve each other's commits")
    func pair() throws {
        let ground = try waiting()
        try ground.commit("b", "1", by: "bob")
        try ground.approve(by: "alice")
        try ground.rejects("HEAD:main", rule: "approvals")
        try ground.approve(by: "bob")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
    }

    @Test("A co-author's change is approved by a third")
    func coAuthor() throws {
        let ground = try PushGround()
        try ground.branch("change")
        try ground.commit("a", "1", by: "alice", message: "x\n\nCo-authored-by: Bob <bob@shop.example>")
        try ground.approve(by: "carol")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
    }

    @Test("After a key is revoked: branches off main, release branches and tags, merges of main")
    func afterRevocation() throws {
        var policy = GroundPolicy()
        policy.refs.insert(
            "{match: 'refs/heads/release/*', signed: required, approvals: {required: 1, from: [shop]},"
                + " reviewedIn: [refs/heads/main], history: fast-forward}", at: 0)
        let ground = try waiting(policy)
        try ground.approve(by: "bob")
        try ground.accepts("HEAD:main")
        try ground.branch("feature", at: "main")
        try ground.commit("f", "1", by: "bob")
        try ground.accepts("HEAD:refs/heads/feature")
        try ground.git(["branch", "-q", "-f", "main", "change"])
        try ground.replacePolicy { policy in
            policy.keyOptions["alice"] = "revoked: {at: 2026-01-01T00:00:00Z, why: lost}"
        }
        try ground.accepts("main:refs/heads/off-main")
        try ground.accepts("main:refs/heads/release/1")
        try ground.git(["tag", "-s", "-m", "v1", "v1", "main"], by: "bob")
        try ground.accepts("v1")
        try ground.git(["checkout", "-q", "feature"])
        try ground.git(["merge", "-q", "--no-edit", "main"], by: "bob")
        try ground.accepts("HEAD:refs/heads/feature")
        try ground.approve(by: "carol")
        try ground.accepts("HEAD:main")
        try ground.accepts("HEAD:refs/heads/release/1")
        try ground.expectMirrored()
        try ground.expectMirrored(following: "refs/heads/release/1")
    }

    @Test("A new protected branch from main by somebody's approval, where no rule takes main as reviewed")
    func newProtectedBranch() throws {
        var policy = GroundPolicy()
        policy.refs.insert(
            "{match: 'refs/heads/release/*', signed: required, approvals: {required: 1, from: [shop]}}", at: 0)
        let ground = try waiting(policy)
        try ground.approve(by: "bob")
        try ground.accepts("HEAD:main")
        try ground.rejects("HEAD:refs/heads/release/1", rule: "approvals")
        try ground.approve(by: "alice", target: "refs/heads/release/1")
        try ground.accepts("HEAD:refs/heads/release/1")
        try ground.expectMirrored()
        try ground.expectMirrored(following: "refs/heads/release/1")
    }

    @Test("What was there at install is built on and merged")
    func genesis() throws {
        let ground = try PushGround { ground in
            try ground.commit("old", "1", by: nil)
            try ground.accepts("HEAD:refs/heads/main", "HEAD:refs/heads/side")
            try ground.branch("side")
            try ground.commit("side", "1", by: nil)
            try ground.accepts("HEAD:refs/heads/side")
            try ground.git(["checkout", "-q", "main"])
        }
        try ground.branch("merge", at: "main")
        try ground.git(["merge", "-q", "--no-edit", "side"], by: "alice")
        try ground.approve(by: "bob")
        try ground.accepts("HEAD:main")
        try ground.accepts("HEAD:refs/heads/side")
        try ground.expectMirrored()
    }

    @Test("A first policy with a threshold of two is proposed on a branch and then brought in")
    func proposal() throws {
        let ground = try PushGround(founded: false, threshold: 2)
        try ground.writePolicy()
        try ground.commitAll(by: "olga", message: "Policy")
        try ground.accepts("HEAD:refs/heads/proposal")
        try ground.approve(by: "oscar")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
    }

    @Test("A bot's branch, merged by somebody with approval, and a forge's merge for an author whom the policy knows")
    func machines() throws {
        let ground = try PushGround()
        try ground.branch("bump")
        try ground.commit("image", "2", by: "robot")
        try ground.accepts("HEAD:refs/heads/bump")
        try ground.approve(by: "alice")
        try ground.accepts("HEAD:main")
        try ground.branch("change", at: "bump")
        try ground.commit("a", "1", by: "carol")
        try ground.approve(by: "bob")
        try moveMainBy(ground, "bump")
        try ground.branch("merge", at: "aside")
        try ground.git(
            [
                "-c", "user.signingKey=\(ground.sandbox.path)/keys/forge", "merge", "-q", "--no-ff", "--no-edit",
                "change",
            ], by: "forge", email: "bob@shop.example")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
    }

    private func moveMainBy(_ ground: PushGround, _ start: String) throws {
        try ground.branch("aside", at: start)
        try ground.commit("aside", "1", by: "carol")
        try ground.approve(by: "dave")
        try ground.accepts("HEAD:main")
    }

    @Test("A rule that observes is made to enforce, and is renamed; history goes on")
    func observedThenEnforced() throws {
        var policy = GroundPolicy()
        policy.refs.insert("{match: 'refs/heads/f*', mode: observe, signed: required}", at: 0)
        let ground = try PushGround(policy)
        try ground.branch("feature")
        try ground.commit("a", "1", by: nil)
        try ground.accepts("HEAD:refs/heads/feature")
        try ground.replacePolicy { $0.refs[0] = "{match: 'refs/heads/feature*', signed: required}" }
        try ground.git(["checkout", "-q", "feature"])
        try ground.commit("a", "2", by: "alice")
        try ground.accepts("HEAD:refs/heads/feature")
        try ground.replacePolicy { $0.refs = ["{match: 'refs/heads/*', signed: required, history: fast-forward}"] }
        try ground.branch("on", at: "main")
        try ground.commit("b", "1", by: "alice")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
    }

    @Test("The policy's ref is not the branch that is followed")
    func policyElsewhere() throws {
        var policy = GroundPolicy()
        policy.refs.insert(
            "{match: refs/heads/rules, signed: required, approvals: {required: 1, from: [platform]},"
                + " history: fast-forward}", at: 0)
        let ground = try PushGround(policy, founded: false, policyRef: "refs/heads/rules")
        try ground.git(["checkout", "-q", "-B", "rules"])
        try ground.writePolicy()
        try ground.commitAll(by: "olga")
        try ground.accepts("HEAD:refs/heads/rules")
        try ground.git(["checkout", "-q", "--orphan", "main"])
        try ground.commit("a", "1", by: "alice")
        try ground.approve(by: "carol")
        try ground.accepts("HEAD:main")
        try ground.git(["checkout", "-q", "rules"])
        try ground.writePolicy { $0.serial = 2 }
        try ground.commitAll(by: "olga")
        try ground.accepts("HEAD:refs/heads/rules")
        try ground.git(["checkout", "-q", "main"])
        try ground.commit("a", "2", by: "alice")
        try ground.approve(by: "bob")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
        try ground.expectMirrored(following: "refs/heads/rules")
    }

    @Test("Tags that want approvals get them, and a signed tag is merged")
    func tags() throws {
        var policy = GroundPolicy()
        policy.refs.insert(
            "{match: 'refs/tags/r*', signed: required, approvals: {required: 1, from: [shop]}, immutable: true}", at: 0)
        let ground = try waiting(policy)
        try ground.approve(by: "bob")
        try ground.accepts("HEAD:main")
        try ground.git(["tag", "-s", "-m", "r1", "r1", "HEAD"], by: "carol")
        try ground.rejects("r1", rule: "approvals")
        try ground.approve("HEAD", by: "bob", target: "refs/tags/r1")
        try ground.accepts("r1")
        try ground.branch("next", at: "main")
        try ground.commit("n", "1", by: "carol")
        try ground.git(["tag", "-s", "-m", "v1", "v1", "HEAD"], by: "carol")
        try ground.accepts("v1")
        try ground.branch("merge", at: "change")
        try ground.git(["merge", "-q", "--no-ff", "--no-edit", "v1"], by: "alice")
        try ground.approve(by: "bob")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
    }

    @Test("A path that is not UTF-8 is judged as any")
    func bytesOfPath() throws {
        let ground = try PushGround()
        try ground.branch("change")
        try ground.sandbox.run(["sh", "-c", "printf x > \"$(printf 'caf\\351')\""], in: "work")
        try ground.commitAll(by: "alice")
        try ground.rejects("HEAD:main", rule: "approvals")
        try ground.approve(by: "bob")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
    }

    @Test("The owners replace a policy whose approvers are gone")
    func replaced() throws {
        let ground = try PushGround()
        try ground.replacePolicy { $0.keyOptions["alice"] = "until: 2027-01-01T00:00:00Z" }
        try ground.replacePolicy { $0.people = $0.people.map { $0.0 == "alice" ? ("alice", "spare") : $0 } }
        try ground.branch("change", at: "main")
        try ground.commit("a", "1", by: "spare", email: "alice@shop.example")
        try ground.approve(by: "bob")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
    }
}
