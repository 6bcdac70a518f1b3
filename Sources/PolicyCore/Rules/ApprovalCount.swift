internal import ExactValues
internal import GitNames

/// Which approvals of an update count for one requirement.
struct ApprovalCount {
    /// An approval that counts, and who gave it.
    struct Counted: Hashable {
        let tag: ObjectID
        let person: Name
    }

    private(set) var counted: [Counted] = []
    /// Why others do not count.
    private(set) var refused: [String] = []
    /// Who else could approve.
    let able: [Name]

    var approvers: Set<Name> { Set(counted.map(\.person)) }

    init(_ requirement: ApprovalRequirement, _ context: UpdateContext) {
        guard let policy = context.policy else {
            able = []
            return
        }
        let team = policy.members(of: requirement.from)
        let makers = Self.makers(context, policy)
        for approval in context.facts.approvals {
            switch Self.judge(approval, requirement, team: team, makers: makers, context, policy) {
            case .counts(let person): counted.append(Counted(tag: approval.tag, person: person))
            case .refused(let reason): refused.append("approval \(approval.tag.short) does not count: \(reason)")
            }
        }
        let approvers = Set(counted.map(\.person))
        able = team.filter { makers[$0] == nil && !approvers.contains($0) && policy.people[$0]?.kind == .human }
    }

    private enum Judgement {
        case counts(Name)
        case refused(String)
    }

    private static func judge(
        _ approval: Approval, _ requirement: ApprovalRequirement, team: Set<Name>, makers: [Name: String],
        _ context: UpdateContext, _ policy: Policy
    ) -> Judgement {
        guard approval.repository == context.root.repository else { return .refused("it is for another repository") }
        guard approval.target == context.update.ref else { return .refused("it is for \(approval.target)") }
        if let mismatch = mismatch(approval, context) { return .refused(mismatch) }
        guard !approval.isConsumed else { return .refused("an earlier update used it up") }
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
        if let hand = makers[person.name] { return .refused("\(person.name) \(hand)") }
        guard let arrival = approval.arrival else { return .refused("its arrival is not on record") }
        if let lifetime = requirement.expireAfter, context.push.time >= arrival.advanced(by: lifetime) {
            return .refused("it expired at \(arrival.advanced(by: lifetime))")
        }
        return .counts(person.name)
    }

    /// Why an approval is not for this change, or nil when it is: for exactly this base, head and tree, or for a head
    /// that the update merges into a target that has moved on since.
    private static func mismatch(_ approval: Approval, _ context: UpdateContext) -> String? {
        let (update, facts) = (context.update, context.facts)
        if let merged = facts.mergedHead, approval.head == merged.head {
            guard approval.resultTree == merged.tree else { return "it is for another tree" }
            return merged.bases.contains(approval.base) ? nil : "\(update.ref) was never at \(approval.base.short)"
        }
        guard approval.base == update.old else {
            return "it is for a change on top of \(approval.base.short), not \(update.old.short)"
        }
        guard approval.head == update.new else { return "it is for \(approval.head.short)" }
        guard case .commit(let tree) = facts.target, approval.resultTree == tree else {
            return "it is for another tree"
        }
        return nil
    }

    /// Everybody who had a hand in the change, and how.
    private static func makers(_ context: UpdateContext, _ policy: Policy) -> [Name: String] {
        var makers: [Name: String] = [:]
        for commit in context.facts.commits where !commit.isCleanMerge {
            for person in policy.people.values where commit.emails.contains(where: person.hasEmail) {
                makers[person.name] = "is named as author or committer of \(commit.id.short)"
            }
        }
        for commit in context.facts.commits where !commit.isCleanMerge {
            if case .key(let key) = commit.signature, let owner = policy.owner(ofKey: key) {
                makers[owner.person.name] = "signed \(commit.id.short)"
            }
        }
        if case .tag(let tag) = context.facts.target, case .key(let key) = tag.signature,
            let owner = policy.owner(ofKey: key)
        {
            makers[owner.person.name] = "signed the tag"
        }
        if let pusher = context.pusher { makers[pusher.name] = "pushes the change" }
        return makers
    }
}
