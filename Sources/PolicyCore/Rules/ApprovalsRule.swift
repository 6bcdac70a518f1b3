internal import ExactValues
internal import GitNames

/// `approvals` of the ref's rule and of the paths that change: each new commit needs them from people who did not make
/// it.
enum ApprovalsRule: Rule {
    static let scope = RuleScope.matched

    static func findings(_ context: UpdateContext) -> [Finding] {
        guard !context.isReplacedByOwners else { return [] }
        return counts(context).compactMap { count in
            guard let shortage = rejection(count.requirement, count.what, context) ?? count.count?.shortage else {
                return nil
            }
            return Finding(
                .approvals, .approvals(shortage), policyLine: count.requirement.line, object: context.update.new)
        }
    }

    /// The approvals that the update uses up.
    static func consumed(_ context: UpdateContext) -> [Decision.ConsumedApproval] {
        var consumed: [Decision.ConsumedApproval] = []
        for count in counts(context) {
            for approval in count.count?.consumed ?? [] where !consumed.contains(approval) { consumed.append(approval) }
        }
        return consumed
    }

    private static func counts(
        _ context: UpdateContext
    ) -> [(what: String, requirement: ApprovalRequirement, count: ApprovalCount?)] {
        demands(context).map { ($0.what, $0.requirement, ApprovalCount($0.requirement, for: $0.what, context)) }
    }

    private static func demands(
        _ context: UpdateContext
    ) -> [(what: String, requirement: ApprovalRequirement)] {
        guard let approvals = context.rule?.approvals, let policy = context.policy, context.needsReview
        else { return [] }
        var demands = [(what: context.update.ref.text, requirement: approvals)]
        for rule in policy.paths {
            guard let path = context.facts.changedPaths.first(where: rule.concerns) else { continue }
            demands.append((String(decoding: path.path, as: UTF8.self), rule.approvals))
        }
        return demands
    }

    /// Who of those who may approve rejects the change.
    private static func rejection(
        _ requirement: ApprovalRequirement, _ what: String, _ context: UpdateContext
    ) -> ApprovalShortage? {
        let team = context.policy?.members(of: requirement.from) ?? []
        for approval in context.facts.approvals where approval.verdict == .reject && approval.state == .unused {
            if case .other = approval.fit { continue }
            guard let person = context.validSigner(of: approval.signature), team.contains(person) else { continue }
            return ApprovalShortage(
                what: what, requirement: requirement, commit: nil, approvers: [], refused: [], able: [], gap: nil,
                blockedBy: person)
        }
        return nil
    }
}
