/// What may be deleted, and by whom.
enum DeletionRule: Rule {
    static let scope = RuleScope.matched

    static func findings(_ context: UpdateContext) -> [Finding] {
        guard let rule = context.rule, let policy = context.policy, context.update.isDeletion else { return [] }
        var findings: [Finding] = []
        if rule.isFastForwardOnly || rule.approvals != nil {
            findings.append(Finding(.history, .notDeletable, policyLine: rule.line))
        }
        if let by = rule.by {
            let isAllowed = context.pusher.map { policy.members(of: by).contains($0.name) } ?? false
            if !isAllowed { findings.append(Finding(.by, .deletableBy(by), policyLine: rule.line)) }
        }
        return findings
    }
}
