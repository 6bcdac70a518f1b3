internal import ExactValues
internal import GitNames

/// Without a policy that can be used, the owners bring one in together, and nothing else goes in but what an owner
/// proposes on a branch.
enum OwnersRule: Rule {
    static let scope = RuleScope.withoutPolicy

    static func findings(_ context: UpdateContext) -> [Finding] {
        let state = state(context)
        func finding(_ problem: Finding.NoPolicy, _ object: ObjectID? = nil) -> Finding {
            Finding(.owners, .noPolicy(state: state, problem), object: object)
        }
        let isPolicyRef = context.update.ref == context.root.policyRef
        guard isPolicyRef || isProposal(context) else { return [finding(.otherRef)] }
        var findings = context.facts.commits.filter { !isByOwner($0, context) }.map { finding(.notByOwner, $0.id) }
        guard isPolicyRef else { return findings }
        guard case .commit = context.facts.target, context.facts.isFastForward else {
            return [finding(.noCommitOnTop)]
        }
        switch context.facts.policyChange {
        case .replaced(let new):
            findings += PolicyChangeRule.successorProblems(new, context).map {
                Finding(.policy, $0, object: context.update.new)
            }
        case .none, .removed: findings.append(finding(.bringsNone))
        case .broken(let reason):
            findings.append(Finding(.policy, .policyUnusable(reason), object: context.update.new))
        }
        let consent = OwnersConsent(context)
        if consent.owners.count < context.root.threshold {
            findings.append(finding(.tooFew(consent.owners.sorted(), threshold: context.root.threshold)))
        }
        return findings
    }

    /// Whether a commit is an owner's, or was there before the gate.
    static func isByOwner(_ commit: CommitFacts, _ context: UpdateContext) -> Bool {
        context.owner(of: commit.signature) != nil || commit.established?.wasThereBefore == true
            || context.root.owners.contains { $0.name == commit.established?.signer }
    }

    /// A branch on which an owner shows the others the first policy.
    private static func isProposal(_ context: UpdateContext) -> Bool {
        guard case .commit = context.facts.target, context.update.ref.isBranch else { return false }
        return context.owner(of: context.facts.tip) != nil
    }

    private static func state(_ context: UpdateContext) -> String {
        if case .broken(let reason) = context.standing { return "the policy cannot be used (\(reason))" }
        return "there is no policy yet"
    }
}
