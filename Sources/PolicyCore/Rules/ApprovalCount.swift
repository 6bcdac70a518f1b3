internal import ExactValues
internal import GitNames

/// Which approvals of an update count for one requirement, commit by commit (P5, P6).
struct ApprovalCount {
    /// Approvals that count for at least one commit.
    private(set) var consumed: [Decision.ConsumedApproval] = []
    /// Why others do not count.
    private(set) var refused: [String] = []
    /// What is missing; nil when nothing is.
    private(set) var shortage: ApprovalShortage?

    private let requirement: ApprovalRequirement
    private let context: UpdateContext
    private let policy: Policy
    private let team: Set<Name>
    /// The approvals that are for this change and good, whoever made it.
    private var good: [(approval: Approval, person: Name)] = []

    init?(_ requirement: ApprovalRequirement, for what: String, _ context: UpdateContext) {
        guard let policy = context.policy else { return nil }
        self.requirement = requirement
        self.context = context
        self.policy = policy
        team = policy.members(of: requirement.from)
        for approval in context.facts.approvals { sort(approval) }
        let commits = context.commitsToReview
        if commits.isEmpty { count(for: nil, what) }
        for commit in commits { count(for: commit, what) }
    }

    private mutating func sort(_ approval: Approval) {
        guard approval.verdict == .approve || approval.verdict == .reject, approval.target == context.update.ref else {
            return
        }
        switch Self.judge(approval, requirement, team: team, context, policy) {
        case .counts(let person): good.append((approval, person))
        case .refused(let reason): refused.append("approval \(approval.tag.short) does not count: \(reason)")
        }
    }

    /// Counts who approved a commit without having made it; for nil, the change as such.
    private mutating func count(for commit: CommitFacts?, _ what: String) {
        var approvers: Set<Name> = []
        var reasons = refused
        for (approval, person) in good {
            if let hand = hand(of: person, in: commit, approval) {
                reasons.append("approval \(approval.tag.short) does not count: \(person) \(hand)")
                continue
            }
            approvers.insert(person)
            let used = Decision.ConsumedApproval(tag: approval.tag, identity: approval.identity, person: person)
            if !consumed.contains(used) { consumed.append(used) }
        }
        guard shortage == nil else { return }
        let gap = commit.flatMap { Makers($0, context).gap }
        guard approvers.count < requirement.required || gap != nil else { return }
        let able = team.filter { name in
            policy.people[name]?.kind == .human && !approvers.contains(name) && hand(of: name, in: commit, nil) == nil
        }
        shortage = ApprovalShortage(
            what: what, requirement: requirement, commit: commit?.id, approvers: approvers.sorted(), refused: reasons,
            able: able.sorted(), gap: gap, blockedBy: nil)
    }

    /// How a person is involved in what they are to approve; nil when they are not.
    private func hand(of person: Name, in commit: CommitFacts?, _ approval: Approval?) -> String? {
        if requirement.separatesPusher, context.pusher?.name == person { return "pushes the change" }
        if case .tag(let tag) = context.facts.target, context.validSigner(of: tag.signature) == person {
            return "signed the tag"
        }
        guard let commit else { return nil }
        var makers = Makers(commit, context)
        if case .carried(let replaced) = approval?.fit {
            for other in replaced[commit.id] ?? [] { makers.formUnion(Makers(other, context)) }
        }
        return makers.hands[person]
    }
}

// MARK: - One approval

extension ApprovalCount {
    enum Judgement {
        case counts(Name)
        case refused(String)
    }

    /// Whether an approval is for this change, good, and by somebody who may approve.
    static func judge(
        _ approval: Approval, _ requirement: ApprovalRequirement, team: Set<Name>, _ context: UpdateContext,
        _ policy: Policy
    ) -> Judgement {
        guard approval.repository == context.root.repository else { return .refused("it is for another repository") }
        if case .other(let reason) = approval.fit { return .refused(reason) }
        switch approval.state {
        case .consumed: return .refused("an earlier update used it up")
        case .withdrawn: return .refused("its signer has withdrawn it")
        case .unused: break
        }
        if let objection = context.objection(to: approval.signature) {
            return .refused("it \(Finding.text(objection))")
        }
        guard case .key(let key) = approval.signature, let person = policy.owner(ofKey: key)?.person else {
            return .refused("nobody signed it")
        }
        guard person.kind == .human else { return .refused("\(person.name) is a machine") }
        guard team.contains(person.name) else {
            return .refused("\(person.name) is not in \(Finding.list(requirement.from))")
        }
        guard approval.verdict == .approve else { return .refused("\(person.name) rejects the change") }
        guard let arrival = approval.arrival else { return .refused("its arrival is not on record") }
        if let end = requirement.expireAfter.map({ arrival.advanced(by: $0) }), context.push.time >= end {
            return .refused("it expired at \(end)")
        }
        return .counts(person.name)
    }
}
