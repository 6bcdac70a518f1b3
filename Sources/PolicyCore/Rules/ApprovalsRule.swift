internal import ExactValues
internal import GitNames

/// `approvals` of the ref's rule and of the paths that change.
enum ApprovalsRule: Rule {
    static let scope = RuleScope.matched

    static func findings(_ context: UpdateContext) -> [Finding] {
        demands(context).compactMap { demand in
            let count = ApprovalCount(demand.requirement, context)
            guard count.approvers.count < demand.requirement.required else { return nil }
            let shortage = ApprovalShortage(
                what: demand.what, requirement: demand.requirement, approvers: count.approvers.sorted(),
                refused: count.refused, able: count.able.sorted())
            return Finding(
                .approvals, .approvals(shortage), policyLine: demand.requirement.line, object: context.update.new)
        }
    }

    /// The approvals that the update uses up, each with who gave it.
    static func counted(_ context: UpdateContext) -> [ApprovalCount.Counted] {
        var counted: [ApprovalCount.Counted] = []
        for demand in demands(context) {
            for approval in ApprovalCount(demand.requirement, context).counted where !counted.contains(approval) {
                counted.append(approval)
            }
        }
        return counted
    }

    private static func demands(
        _ context: UpdateContext
    ) -> [(what: String, requirement: ApprovalRequirement)] {
        guard let approvals = context.rule?.approvals, let policy = context.policy, !context.update.isDeletion
        else { return [] }
        var demands = [(what: context.update.ref.text, requirement: approvals)]
        for rule in policy.paths {
            guard let path = context.facts.changedPaths.first(where: rule.match.matches) else { continue }
            demands.append((path, rule.approvals))
        }
        return demands
    }
}
