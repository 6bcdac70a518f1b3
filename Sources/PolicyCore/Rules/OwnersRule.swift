internal import ExactValues
internal import GitNames

/// Without a policy that can be used, the owners bring one in together, and nothing else goes in.
enum OwnersRule: Rule {
    static let scope = RuleScope.withoutPolicy

    static func findings(_ context: UpdateContext) -> [Finding] {
        let state = state(context)
        func finding(_ problem: Finding.NoPolicy, _ object: ObjectID? = nil) -> Finding {
            Finding(.owners, .noPolicy(state: state, problem), object: object)
        }
        guard context.update.ref == context.root.policyRef else { return [finding(.otherRef)] }
        guard case .commit = context.facts.target, context.facts.isFastForward else {
            return [finding(.noCommitOnTop)]
        }
        var findings: [Finding] = []
        switch context.facts.policyChange {
        case .replaced(let new):
            findings += PolicyChangeRule.successorProblems(new, context).map {
                Finding(.policy, $0, object: context.update.new)
            }
        case .none, .removed: findings.append(finding(.bringsNone))
        case .broken(let reason): findings.append(Finding(.owners, .policyUnusable(reason)))
        }
        for commit in context.facts.commits where context.owner(of: commit.signature) == nil {
            findings.append(finding(.notByOwner, commit.id))
        }
        let consent = OwnersConsent(context)
        if consent.owners.count < context.root.threshold {
            findings.append(finding(.tooFew(consent.owners.sorted(), threshold: context.root.threshold)))
        }
        return findings
    }

    private static func state(_ context: UpdateContext) -> String {
        if case .broken(let reason) = context.standing { return "the policy cannot be used (\(reason))" }
        return "there is no policy yet"
    }
}
