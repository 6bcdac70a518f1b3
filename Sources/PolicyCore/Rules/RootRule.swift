internal import ExactValues
internal import GitNames

/// B2b: the next version of the root, signed by the thresholds of the root in force and of the new one.
enum RootRule: Rule {
    static let scope = RuleScope.rootVersion

    static func findings(_ context: UpdateContext) -> [Finding] {
        problems(context).map {
            Finding(.root, .rootVersion($0), object: context.update.isDeletion ? nil : context.update.new)
        }
    }

    /// The approvals that a version uses up: of the owners before and after.
    static func consumed(_ context: UpdateContext) -> [Decision.ConsumedApproval] {
        var consumed = OwnersConsent(context).consumed
        guard let new = context.facts.proposal.root else { return consumed }
        let known = Set(consumed.map(\.identity))
        consumed += OwnersConsent(context, of: new).consumed.filter { !known.contains($0.identity) }
        return consumed
    }

    private static func problems(_ context: UpdateContext) -> [String] {
        guard !context.update.isDeletion else { return ["it is only ever added to"] }
        guard case .commit = context.facts.target, context.facts.isFastForward else {
            return ["a version is a commit on top of the one before"]
        }
        switch context.facts.proposal {
        case .none: return ["it has no root.yaml"]
        case .broken(let reason): return ["its root.yaml cannot be used: \(reason)"]
        case .version(let new): return contentProblems(new, context) + consentProblems(new, context)
        }
    }

    private static func contentProblems(_ new: Root, _ context: UpdateContext) -> [String] {
        let (root, time) = (context.root, context.push.time)
        var problems: [String] = []
        if new.repository != root.repository { problems.append("it is for repository \(new.repository)") }
        if new.version != root.version + 1 {
            problems.append("it is version \(new.version), and version \(root.version) is in force")
        }
        if new.policyRef != root.policyRef { problems.append("its policyRef is not \(root.policyRef)") }
        if new.genesis != root.genesis { problems.append("its genesis is not the one that install pinned") }
        let lasting = root.receiptKeys.contains { old in
            old.counts(at: time) && new.accepts(receiptKey: old.publicKey, at: time)
        }
        if !lasting { problems.append("its receiptKeys lack the key that receipts are signed with now") }
        return problems
    }

    private static func consentProblems(_ new: Root, _ context: UpdateContext) -> [String] {
        [("owners", context.root), ("new owners", new)].compactMap { what, root in
            let consenting = OwnersConsent(context, of: root).owners.sorted()
            guard consenting.count < root.threshold else { return nil }
            let had = consenting.isEmpty ? "none" : Finding.list(consenting)
            return "it takes \(root.threshold) of the \(what), \(had) signed"
        }
    }
}
