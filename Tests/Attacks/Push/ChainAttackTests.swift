import PushGround
import TestSupport
import Testing

@Suite("Orders of receipts that gate and mirror might see differently")
struct ChainAttackTests {
    @Test("Refs that come with the first policy, in any order, stop no mirror", arguments: ["alpha", "zeta"])
    func withFirstPolicy(_ other: String) throws {
        let ground = try PushGround(founded: false)
        try ground.writePolicy()
        try ground.commitAll(by: "olga", message: "Policy")
        let approval = try ground.refspec(ofApproval: try ground.approval(by: "oscar"))
        try ground.accepts("HEAD:main", "HEAD:refs/heads/\(other)", approval)
        try ground.expectMirrored()
        try ground.expectMirrored(following: "refs/heads/\(other)")
    }

    @Test("Refs that come with a change of the policy stop no mirror")
    func withNextPolicy() throws {
        var policy = GroundPolicy()
        policy.refs.insert(
            "{match: refs/heads/zeta, signed: required, approvals: {required: 1, from: [shop]},"
                + " reviewedIn: [refs/heads/main]}", at: 0)
        let ground = try PushGround(policy)
        try ground.branch("next")
        try ground.writePolicy { $0.serial = 2 }
        try ground.commitAll(by: "olga", message: "Policy 2")
        try ground.accepts("HEAD:main", "main:refs/heads/zeta", "main:refs/heads/alpha")
        try ground.accepts("HEAD:refs/heads/zeta")
        try ground.expectMirrored()
        try ground.expectMirrored(following: "refs/heads/zeta")
    }

    @Test("One approval is used by one ref of a push, with all that comes in it", arguments: [true, false])
    func withApprovals(_ isFirst: Bool) throws {
        let ground = try PushGround()
        try ground.branch("change")
        try ground.commit("a", "1", by: "alice")
        let approval = try ground.refspec(ofApproval: try ground.approval(by: "bob"))
        let other = try ground.refspec(ofApproval: try ground.approval(by: "carol", reason: "Too"))
        let refs = ["HEAD:main", "HEAD:refs/heads/alpha", "HEAD:refs/heads/zeta"]
        let all = isFirst ? [approval, other] + refs : refs + [other, approval]
        let (accepted, text) = try ground.push(all)
        #expect(accepted, "\(text)")
        try ground.expectMirrored()
        let (again, _) = try ground.push([approval])
        _ = again
        try ground.expectMirrored()
    }
}
