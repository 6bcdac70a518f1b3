internal import ExactValues
internal import GitNames

/// Decides on pushes. Everything it looks at is in its arguments: the same arguments give the same decision.
public enum PolicyEvaluator {
    /// The namespaces whose content changes what accepted content means.
    public static let closedNamespaces = [
        "refs/replace/", "refs/notes/", "refs/sallyport/", "refs/tags/approvals/", "refs/bisect/", "refs/rewritten/",
        "refs/worktree/",
    ]
    /// Where approvals are pushed to.
    public static let approvalsNamespace = "refs/approvals/"

    /// Decides on a push by the policy that was in force before it.
    public static func decide(_ standing: PolicyStanding, root: Root, facts: PushFacts) -> Decision {
        var seen: Set<RefName> = []
        return Decision(
            updates: facts.updates.map { update in
                let isRepeated = !seen.insert(update.update.ref).inserted
                return decide(
                    UpdateContext(standing: standing, root: root, push: facts, facts: update, isRepeated: isRepeated))
            })
    }

    private static func decide(_ context: UpdateContext) -> Decision.Update {
        let isObserved = context.rule?.mode == .observe
        var violations: [Violation] = []
        var observations: [Violation] = []
        for rule in RuleOrder.all where context.isWithin(rule.scope) {
            let found = rule.findings(context).map { $0.violation(context) }
            if isObserved, rule.scope == .matched { observations += found } else { violations += found }
        }
        let counted = context.policy == nil ? OwnersConsent(context).counted : ApprovalsRule.counted(context)
        return Decision.Update(
            update: context.update, rule: context.rule, violations: violations, observations: observations,
            consumed: counted.map(\.tag), approvers: Set(counted.map(\.person)).sorted(),
            levels: levels(context.rule, isApproved: !counted.isEmpty))
    }

    /// SLSA source track 1.2: version control, history, technical controls, two-party review.
    private static func levels(_ rule: RefRule?, isApproved: Bool) -> [String] {
        var levels = ["SLSA_SOURCE_LEVEL_1"]
        guard let rule, rule.mode == .enforce, rule.isFastForwardOnly || rule.isImmutable else { return levels }
        levels.append("SLSA_SOURCE_LEVEL_2")
        guard rule.isSigned else { return levels }
        levels.append("SLSA_SOURCE_LEVEL_3")
        if rule.approvals != nil, isApproved { levels.append("SLSA_SOURCE_LEVEL_4") }
        return levels
    }
}
