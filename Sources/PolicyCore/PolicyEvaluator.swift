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
                var judge = UpdateJudge(standing: standing, root: root, push: facts, facts: update)
                return judge.decide(isRepeated: isRepeated)
            })
    }

    /// Whether this push may touch the ref at all by the gate's own rules; nil when it may.
    static func closure(of ref: RefName) -> Violation? {
        guard let namespace = closedNamespaces.first(where: { ref.isWithin($0) }) else { return nil }
        return Violation(
            rule: .closedRef, message: "\(namespace)* is closed: what is there changes the meaning of accepted content",
            nextStep: "push without \(ref)")
    }
}
