import PushGround
import TestSupport
import Testing

@Suite("Attacks on the policy")
struct PolicyAttackTests {
    /// Commits a policy on a branch, without approval.
    private func proposal(
        _ ground: PushGround, by person: String, _ change: (inout GroundPolicy) -> Void
    ) throws {
        try ground.branch("proposal")
        try ground.writePolicy { policy in
            policy.serial += 1
            change(&policy)
        }
        try ground.commitAll(by: person, message: "Policy")
    }

    @Test("A change of the policy needs what the policy asks, and a push does not rely on its own")
    func reliesOnItself() throws {
        let ground = try PushGround()
        try proposal(ground, by: "eve") { $0.shop.append("eve") }
        try ground.rejects("HEAD:main", rule: "approvals")
        try ground.approve(by: "alice")
        try ground.rejects("HEAD:main", rule: "approvals")
        let approval = try ground.approval(by: "eve")
        try ground.rejects("HEAD:main", try ground.refspec(ofApproval: approval), rule: "approvals")
        try ground.approve(by: "carol")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
    }

    @Test(
        "A policy is refused that is old, removed, unreadable, of another repository or impossible",
        arguments: [1, 2, 3, 4, 5, 6, 8])
    func unusable(_ kind: Int) throws {
        let ground = try PushGround()
        try ground.replacePolicy { _ in }
        try proposal(ground, by: "olga") { policy in
            switch kind {
            case 1: policy.serial = 1
            case 2: policy.refs = ["{match: refs/heads/main, signed: required}"]
            case 3: policy.refs = ["{match: refs/heads/other, signed: required, history: fast-forward}"]
            case 4:
                for name in policy.shop {
                    policy.keyOptions[name] = "revoked: {at: 2026-01-01T00:00:00Z, why: lost}"
                }
            case 5: for name in policy.shop { policy.keyOptions[name] = "until: 2026-01-01T00:00:00Z" }
            case 6: policy.refs[0] = "{match: refs/heads/main, mode: observe, signed: required, history: fast-forward}"
            default:
                policy.refs[0] =
                    "{match: refs/heads/main, signed: required, approvals: {required: 4, from: [shop]},"
                    + " history: fast-forward, immutable: true}"
            }
        }
        try ground.approve(by: "carol")
        try ground.rejects("HEAD:main", rule: "policy")
        try ground.expectMirrored()
    }

    @Test("The policy's branch is not rewound, deleted or emptied, and an old policy does not come back")
    func rolledBack() throws {
        let ground = try PushGround()
        try ground.replacePolicy { $0.shop.append("eve") }
        try ground.rejects("+main~1:main", rule: "policy")
        try ground.rejects(":main", rule: "policy")
        try ground.branch("back")
        try ground.git(["revert", "--no-edit", "HEAD"], by: "olga")
        try ground.rejects("HEAD:main", rule: "policy")
        try ground.branch("gone")
        try ground.git(["rm", "-q", ".sallyport/policy.yaml"])
        try ground.commitAll(by: "olga")
        try ground.rejects("HEAD:main", rule: "policy")
        try ground.expectMirrored()
    }

    @Test("One owner is no quorum of two, whatever another owner signed below or elsewhere")
    func quorum() throws {
        let ground = try PushGround(founded: false, threshold: 2)
        try ground.commit("elsewhere", "1", by: "oscar")
        try ground.writePolicy()
        try ground.commitAll(by: "olga", message: "Policy")
        try ground.rejects("HEAD:main", rule: "owners")
        let other = try ground.approval("HEAD~1", by: "oscar")
        try ground.rejects(try ground.refspec(ofApproval: other), "HEAD:main", rule: "owners")
        let own = try ground.approval(by: "olga")
        try ground.rejects(try ground.refspec(ofApproval: own), "HEAD:main", rule: "owners")
        let stranger = try ground.approval(by: "alice")
        try ground.rejects(try ground.refspec(ofApproval: stranger), "HEAD:main", rule: "approval-form")
        let carried = try ground.approval(by: "oscar", target: "refs/heads/other")
        try ground.rejects(try ground.refspec(ofApproval: carried), "HEAD:main", rule: "owners")
        let good = try ground.approval(by: "oscar")
        try ground.accepts("HEAD:main", try ground.refspec(ofApproval: good))
        try ground.expectMirrored()
    }

    @Test("The second owner, whom the policy does not name, consents by an approval also under a policy")
    func quorumUnderPolicy() throws {
        let ground = try PushGround(founded: false, threshold: 2)
        try ground.writePolicy()
        try ground.commitAll(by: "olga", message: "Policy")
        try ground.approve(by: "oscar")
        try ground.accepts("HEAD:main")
        try ground.branch("next")
        try ground.writePolicy { $0.serial = 2 }
        try ground.commitAll(by: "olga", message: "Policy 2")
        try ground.rejects("HEAD:main", rule: "approvals")
        try ground.approve(by: "oscar")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
    }

    @Test("What others parked below an owners' policy does not become reviewed by it")
    func parkedBelowOwners() throws {
        let ground = try PushGround()
        try ground.branch("change")
        try ground.commit("a", "1", by: "alice")
        try ground.git(["revert", "--no-edit", "HEAD"], by: "alice")
        try ground.accepts("HEAD:refs/heads/change")
        try ground.writePolicy { $0.serial = 2 }
        try ground.commitAll(by: "olga", message: "Policy 2")
        try ground.rejects("HEAD:main", rule: "signed")
        try ground.expectMirrored()
    }

    @Test("The owners' quorum brings in nothing but the policy")
    func ownersBeyondPolicy() throws {
        let ground = try PushGround()
        try ground.branch("next")
        try ground.writePolicy { $0.serial = 2 }
        try ground.commit("prod", "1", by: "olga")
        try ground.rejects("HEAD:main", rule: "signed")
        try ground.branch("plain")
        try ground.git(["checkout", "-q", "main", "--", "."])
        try ground.commit(".sallyport/other", "1", by: "olga")
        try ground.rejects("HEAD:main", rule: "signed")
        try ground.expectMirrored()
    }
}
