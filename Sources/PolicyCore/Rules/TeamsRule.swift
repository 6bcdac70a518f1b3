internal import ExactValues
internal import GitNames

/// `by`: who moves the ref is of these teams: the signer of a tag; for a branch the pusher, or where no server tells who
/// that is, the signer of the new commit. The commits below were made by whoever made them.
enum TeamsRule: Rule {
    static let scope = RuleScope.matched

    static func findings(_ context: UpdateContext) -> [Finding] {
        guard let rule = context.rule, let teams = rule.by, let policy = context.policy, !context.update.isDeletion
        else { return [] }
        guard !context.isReplacedByOwners else { return [] }
        let allowed = policy.members(of: teams)
        var strangers: [Finding.Stranger] = []
        if let pusher = context.pusher, !allowed.contains(pusher.name) { strangers.append(.pushes(pusher.name)) }
        if let signer = signer(context, policy, allowed) { strangers.append(signer) }
        var findings = strangers.map {
            Finding(.by, .stranger($0, teams: teams), policyLine: rule.line, object: context.update.new)
        }
        // What one of them signed once says nothing of who takes the branch back to it.
        if case .commit = context.facts.target, context.pusher == nil, !context.facts.isFastForward {
            findings.append(Finding(.by, .rewindableBy(teams), policyLine: rule.line, object: context.update.new))
        }
        return findings
    }

    private static func signer(
        _ context: UpdateContext, _ policy: Policy, _ allowed: Set<Name>
    ) -> Finding.Stranger? {
        let (kind, signature): (String, SignatureFacts)
        switch context.facts.target {
        case .tag(let tag): (kind, signature) = ("tag", tag.signature)
        // Whoever signed an older commit did not move the ref back to it.
        case .commit where context.pusher == nil && !context.facts.isFastForward: return .notTold
        case .commit where context.pusher == nil: (kind, signature) = ("commit", context.facts.tip)
        default: return nil
        }
        guard case .key(let key) = signature, let owner = policy.owner(ofKey: key) else { return .nobody(kind: kind) }
        guard allowed.contains(owner.person.name) else { return .signed(kind: kind, owner.person.name) }
        return owner.key.objection(at: context.push.time).map { .keyDoesNotCount(kind: kind, $0) }
    }
}
