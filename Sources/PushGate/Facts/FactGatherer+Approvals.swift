internal import Evidence
internal import ExactValues
internal import GitNames
internal import GitStore
internal import PolicyCore
internal import Signatures

extension FactGatherer {
    /// The most approvals of one head by one person that are taken in.
    static let approvalLimit = 64

    /// An approval that came in below `refs/approvals/`.
    func submission(_ object: ObjectReader.PushedObject) throws(PushGateError) -> UpdateFacts.Submission {
        let approval: Approval
        do throws(EvidenceError) {
            approval = try ApprovalReader(reader).approval(object)
        } catch {
            return .malformed(error.description)
        }
        let (known, others) = try attesting { () throws(EvidenceError) in
            (try prior.approval(approval.identity), try prior.approvals(of: approval.tagged))
        }
        if let known {
            var first = approval
            first.arrival = known.arrival
            return known.tag == approval.tag ? .approval(first) : .repeated(first)
        }
        let person = signer(approval)
        if others.count(where: { $0.person == person }) >= Self.approvalLimit {
            return .malformed("its signer has said enough about \(approval.tagged)")
        }
        return .approval(approval)
    }

    /// The version of the root that an approval is about, where an owner signed the version.
    func proposal(of submission: UpdateFacts.Submission?) throws(PushGateError) -> RootProposal {
        guard case .approval(let approval) = submission, approval.target == PolicyEvaluator.rootRef,
            let signed = try reader.object(approval.head).signed,
            root.owner(of: reader.signature(of: approval.head, signed), at: push.time) != nil
        else { return .none }
        return try RootLookup(repository).proposal(in: approval.head)
    }

    /// What goes on record of a submitted approval.
    func submitted(_ approval: Approval) throws(PushGateError) -> SubmittedApproval {
        let change: [UInt8]? = try reading { () throws(GitError) in
            guard approval.verdict == .approve || approval.verdict == .reject else { return nil }
            return try ApprovedChange(approving: approval.head, on: approval.base, repository)?.digest
        }
        return SubmittedApproval(record: record(approval), change: change)
    }

    private func record(_ approval: Approval) -> ApprovalRecord {
        ApprovalRecord(
            identity: approval.identity, tag: approval.tag, verdict: approval.verdict, person: signer(approval),
            target: approval.target, head: approval.tagged, arrival: push.time)
    }

    /// Who signed an approval, by the policy; an owner whom that does not name consents to what replaces it.
    private func signer(_ approval: Approval) -> Name? {
        func signer(asOwner: Bool) -> Name? {
            PolicyEvaluator.signer(of: approval.signature, standing, root: root, at: push.time, asOwner: asOwner)
        }
        let isOwnersAffair = approval.verdict == .heal || approval.target.isWithin("refs/sallyport/")
        return isOwnersAffair ? signer(asOwner: true) : signer(asOwner: false) ?? signer(asOwner: true)
    }

    // MARK: Approvals of an update

    /// The approvals of what an update brings: of its head, of what it merges, and of the same change; those on record
    /// and those that come with this push.
    func approvals(_ facts: UpdateFacts) throws(PushGateError) -> [Approval] {
        guard let head = facts.head else { return [] }
        let change = try pushedChange(facts)
        var found: [Approval] = []
        var fresh: [Int] = []
        for (tag, record) in try candidates(head, change, facts) {
            guard var approval = try? ApprovalReader(reader).approval(tag) else { continue }
            approval.arrival = record?.arrival ?? push.time
            approval.state = record?.state ?? .unused
            if record == nil { fresh.append(found.count) }
            found.append(approval)
        }
        withdrawSuperseded(by: fresh, &found)
        let wasAccepted = try change.map { change throws(PushGateError) in try self.wasAccepted(change, facts) }
        for index in found.indices {
            found[index].fit = try fit(found[index], change, facts)
            if case .carried = found[index].fit, found[index].state == .unused, wasAccepted == true {
                found[index].fit = .other("the same change of \(facts.update.ref) was accepted, and undone, before")
            }
        }
        return found
    }

    /// Whether an approval of the very same change was used up for this ref before: what is left of others was said of
    /// that time.
    private func wasAccepted(_ change: ApprovedChange, _ facts: UpdateFacts) throws(PushGateError) -> Bool {
        try attesting { () throws(EvidenceError) in
            try prior.approvals(ofChange: change.digest).contains {
                $0.state == .consumed && $0.target == facts.update.ref
            }
        }
    }

    private func pushedChange(_ facts: UpdateFacts) throws(PushGateError) -> ApprovedChange? {
        guard case .commit = facts.target, let head = facts.head else { return nil }
        return try reading { () throws(GitError) in
            try ApprovedChange(from: facts.update.old, to: head, repository)
        }
    }

    private func candidates(
        _ head: ObjectID, _ change: ApprovedChange?, _ facts: UpdateFacts
    ) throws(PushGateError) -> [(tag: ObjectID, record: ApprovalRecord?)] {
        var found: [(tag: ObjectID, record: ApprovalRecord?)] = []
        var seen: Set<ObjectID> = []
        if let recordedApprovals {
            for tag in recordedApprovals {
                let identity = try? ApprovalReader(reader).approval(tag).identity
                let record = try identity.flatMap { identity throws(PushGateError) in
                    try attesting { () throws(EvidenceError) in try prior.approval(identity) }
                }
                found.append((tag, record))
            }
            return found
        }
        let heads = [head] + (facts.commits.last { $0.id == head }?.parents.dropFirst() ?? [])
        let records = try attesting { () throws(EvidenceError) in
            var records =
                try change.map { change throws(EvidenceError) in
                    try prior.approvals(ofChange: change.digest)
                } ?? []
            for head in heads { records += try prior.approvals(of: head) }
            return records
        }
        // Who becomes an owner is in the version of the root that is approved.
        let isOfAll = facts.update.ref == PolicyEvaluator.rootRef
        for record in records where (isOfAll || isOfInterest(record.person)) && seen.insert(record.tag).inserted {
            found.append((record.tag, record))
        }
        // Those that come with this push may be for a head of another branch of it.
        for tag in pushedApprovals where seen.insert(tag).inserted { found.append((tag, nil)) }
        return found
    }

    /// Whether somebody's word can count: others cannot push those aside that do.
    private func isOfInterest(_ person: Name?) -> Bool {
        guard let person else { return false }
        if root.owners.contains(where: { $0.name == person }) { return true }
        return standing.policy?.teams.values.contains { $0.members.contains(person) } ?? false
    }

    /// What comes with this push takes back what the same person said before. What is on record has done so already, also
    /// what came in this very second.
    private func withdrawSuperseded(by fresh: [Int], _ approvals: inout [Approval]) {
        let records = approvals.map(record)
        for later in fresh {
            for index in approvals.indices where index != later && records[later].supersedes(records[index]) {
                if approvals[index].state == .unused { approvals[index].state = .withdrawn }
            }
        }
    }
}
