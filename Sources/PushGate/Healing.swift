public import Evidence
public import ExactValues
internal import GitNames
public import GitStore
public import PolicyCore

/// A ref that was moved past the gate: what the owners say of it, and what follows for its commits.
public struct Healing {
    private let repository: Repository
    private let root: Root

    public init(_ repository: Repository, _ root: Root) {
        self.repository = repository
        self.root = root
    }

    /// Those of some tags in which an owner puts exactly this move on record.
    /// - Parameters:
    ///   - tags: whole tag objects.
    ///   - time: when the owners' keys must count.
    public func consent(
        _ tags: [[UInt8]], to update: RefUpdate, at time: Timestamp
    ) throws(PushGateError) -> [ApprovalRecord] {
        let reader = ObjectReader(repository, ObjectReadings(policy: nil, root: root, at: time))
        var consent: [ApprovalRecord] = []
        for bytes in tags {
            let tag = try PushGateError.reading { () throws(GitError) in
                try repository.write(RawObject(kind: .tag, bytes: bytes))
            }
            guard let approval = try? ApprovalReader(reader).approval(tag),
                approval.verdict == .heal, approval.repository == root.repository, approval.target == update.ref,
                approval.base == update.old, approval.head == update.new
            else { continue }
            guard
                let owner = PolicyEvaluator.signer(
                    of: approval.signature, .absent, root: root, at: time, asOwner: true)
            else { continue }
            consent.append(
                ApprovalRecord(
                    identity: approval.identity, tag: tag, verdict: .heal, person: owner, target: update.ref,
                    head: approval.tagged, arrival: time))
        }
        return consent
    }

    /// The consent of the owners' quorum to a move, from what is on record; nil when there are too few.
    /// - Parameters:
    ///   - time: when the owners' keys must count.
    ///   - index: what receipts say so far.
    public func consent(
        to update: RefUpdate, at time: Timestamp, _ index: ReceiptIndex
    ) throws(PushGateError) -> ReceiptLedger.HealingConsent? {
        let owners = try owners(of: update, at: time, index)
        guard owners.count >= root.threshold else { return nil }
        return ReceiptLedger.HealingConsent(tags: owners, established: try newCommits(of: update, index))
    }

    /// One unused tag of each owner who puts exactly this move on record, by their names.
    public func owners(
        of update: RefUpdate, at time: Timestamp, _ index: ReceiptIndex
    ) throws(PushGateError) -> [ApprovalRecord] {
        guard PolicyEvaluator.canHeal(update.ref) else { return [] }
        let tagged = update.new.isZero ? update.old : update.new
        let unused = try PushGateError.attesting { () throws(EvidenceError) in
            try index.approvals(of: tagged).filter {
                $0.verdict == .heal && $0.target == update.ref && $0.state == .unused
            }
        }
        let tags = try PushGateError.reading { () throws(GitError) in
            var tags: [[UInt8]] = []
            for record in unused { tags.append(try repository.rawObject(record.tag).bytes) }
            return tags
        }
        var owners: [Name: ApprovalRecord] = [:]
        for record in try consent(tags, to: update, at: time) {
            guard let owner = record.person, owners[owner] == nil else { continue }
            owners[owner] = record
        }
        return owners.sorted { $0.key < $1.key }.map(\.value)
    }

    /// What becomes of the commits that the move brought: they count as what was there before the gate does.
    public func newCommits(
        of update: RefUpdate, _ prior: any PriorReceipts
    ) throws(PushGateError) -> [EstablishedCommit] {
        guard !update.isDeletion else { return [] }
        let ids = try PushGateError.reading { () throws(GitError) -> [ObjectID] in
            guard try repository.objectKind(update.new) == .commit else { return [] }
            var hidden: [ObjectID] = []
            if !update.isCreation, try repository.objectKind(update.old) == .commit { hidden = [update.old] }
            return try repository.newCommits(from: [update.new], hiding: hidden, limit: FactGatherer.commitLimit)
        }
        return try PushGateError.attesting { () throws(EvidenceError) in
            var commits: [EstablishedCommit] = []
            for id in ids where try prior.facts(of: id) == nil {
                commits.append(EstablishedCommit(id: id, facts: EstablishedFacts(wasThereBefore: true)))
            }
            return commits
        }
    }
}
