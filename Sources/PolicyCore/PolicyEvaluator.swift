public import ExactValues
public import GitNames

/// Decides on pushes. Everything it looks at is in its arguments: the same arguments give the same decision.
public enum PolicyEvaluator {
    /// The namespaces whose content changes what accepted content means.
    public static let closedNamespaces = [
        "refs/replace/", "refs/notes/", "refs/sallyport/", "refs/tags/approvals/", "refs/bisect/", "refs/rewritten/",
        "refs/worktree/", "refs/namespaces/",
    ]
    /// The closed namespace that a ref is in; nil when it is open.
    public static func closedNamespace(of ref: RefName) -> String? {
        ref == rootRef ? nil : closedNamespaces.first { ref.isWithin($0) }
    }

    /// Whether owners can put on record that a ref was moved past the gate. What accepted content means, and versions of
    /// the root, they cannot bring in that way.
    public static func canHeal(_ ref: RefName) -> Bool {
        ref != rootRef && closedNamespace(of: ref) == nil
    }

    /// Where versions of the root are: a ref that is closed to all but these.
    public static let rootRef = RefName("refs/sallyport/root")

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

    /// Whether what is known so far rejects an update, whatever approvals there are: what it costs to find those out can
    /// be spared then.
    public static func isRejected(
        _ standing: PolicyStanding, root: Root, push: PushFacts, facts: UpdateFacts
    ) -> Bool {
        let context = UpdateContext(standing: standing, root: root, push: push, facts: facts, isRepeated: false)
        let isObserved = context.rule?.mode == .observe
        return RuleOrder.beforeApprovals.contains { rule in
            context.isWithin(rule.scope) && !(isObserved && rule.scope == .matched)
                && !rule.findings(context).isEmpty
        } && !context.mayBeReplacedByOwners
    }

    /// Who signed something, by a key that counts at a time.
    /// - Parameter asOwner: whether only the root's owners are asked, policy or not.
    public static func signer(
        of signature: SignatureFacts, _ standing: PolicyStanding, root: Root, at time: Timestamp, asOwner: Bool
    ) -> Name? {
        let nothing = UpdateFacts(
            update: RefUpdate(ref: root.policyRef, old: .zero, new: .zero), target: .nothing)
        let context = UpdateContext(
            standing: standing, root: root, push: PushFacts(time: time, updates: []), facts: nothing, isRepeated: false)
        return asOwner ? context.owner(of: signature) : context.validSigner(of: signature)
    }

    private static func decide(_ context: UpdateContext) -> Decision.Update {
        let isObserved = context.rule?.mode == .observe
        var violations: [Violation] = []
        var observations: [Violation] = []
        for rule in RuleOrder.all where context.isWithin(rule.scope) {
            let found = rule.findings(context).map { $0.violation(context) }
            if isObserved, rule.scope == .matched { observations += found } else { violations += found }
        }
        let isByOwners =
            context.isReplacedByOwners || context.isWithin(.withoutPolicy) || context.isWithin(.rootVersion)
        var update = Decision.Update(update: context.update, rule: context.rule, violations: violations)
        update.observations = observations
        update.isByOwners = isByOwners
        guard violations.isEmpty else { return update }
        if context.facts.isPartial, !isObserved {
            // Cheap checks were to reject the update and did not: nothing is accepted on part of the facts.
            update.violations.append(
                Finding(.objectKind, .malformedObject("it was judged in part only")).violation(context))
            return update
        }
        update.consumed =
            context.isWithin(.rootVersion)
            ? RootRule.consumed(context)
            : isByOwners ? OwnersConsent(context).consumed : isObserved ? [] : ApprovalsRule.consumed(context)
        update.levels = levels(context.rule, isApproved: !update.consumed.isEmpty)
        if !context.isWithin(.rootVersion) { update.established = established(context, update) }
        return update
    }

    private static func established(_ context: UpdateContext, _ update: Decision.Update) -> [EstablishedCommit] {
        let isReviewed =
            update.isByOwners
            ? context.update.ref == context.root.policyRef
            : context.rule?.mode == .enforce && context.rule?.approvals != nil
        let owners = update.isByOwners ? OwnersConsent(context).owners.sorted() : update.approvers
        return Establishment(
            context, isReviewed: isReviewed, isByOwners: update.isByOwners, approvers: owners
        ).commits
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
