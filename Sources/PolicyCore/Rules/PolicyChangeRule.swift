internal import ExactValues
internal import GitNames

/// P8: what judged so far was the old policy; this only looks at whether the new one can follow it.
enum PolicyChangeRule: Rule {
    static let scope = RuleScope.underPolicy

    static func findings(_ context: UpdateContext) -> [Finding] {
        guard context.update.ref == context.root.policyRef, let policy = context.policy else { return [] }
        return problems(context, policy).map {
            Finding(.policy, $0, object: context.update.isDeletion ? nil : context.update.new)
        }
    }

    private static func problems(_ context: UpdateContext, _ policy: Policy) -> [Finding.Problem] {
        var problems: [Finding.Problem] = []
        if context.update.isDeletion { problems.append(.policyDeletion) }
        if !context.update.isDeletion, !context.facts.isFastForward { problems.append(.policyRewind) }
        switch context.facts.policyChange {
        case .none: break
        case .removed: problems.append(.policyRemoval)
        case .broken(let reason): problems.append(.policyUnusable(reason))
        case .replaced(let new):
            if new.serial <= policy.serial { problems.append(.policySerial(new.serial, after: policy.serial)) }
            problems += successorProblems(new, context)
        }
        return problems
    }

    /// What every new policy must be, whoever brings it.
    static func successorProblems(_ new: Policy, _ context: UpdateContext) -> [Finding.Problem] {
        let root = context.root
        var problems = new.problems(at: context.push.time).map { "line \($0.line): \($0.message)" }
        if new.repository != root.repository {
            problems.append("it is for repository \(new.repository), this is \(root.repository)")
        }
        let signing = new.receiptKeys.filter { key in
            key.counts(at: context.push.time) && root.accepts(receiptKey: key.publicKey, at: context.push.time)
        }
        if !new.receiptKeys.isEmpty, signing.isEmpty {
            problems.append("its receiptKeys lack the key that this gate signs with now")
        }
        if let rule = new.rule(for: root.policyRef) {
            if rule.mode != .enforce || !rule.isSigned || !rule.isFastForwardOnly {
                problems.append(
                    "line \(rule.line): the rule for \(root.policyRef), which holds the policy, must enforce"
                        + " \"signed: required\" and \"history: fast-forward\"")
            }
            if rule.isImmutable { problems.append("line \(rule.line): the policy could never be changed again") }
        } else {
            problems.append("no rule matches \(root.policyRef), which holds the policy")
        }
        return problems.map { .policyUnusable($0) }
    }
}
