public import Evidence
public import ExactValues
public import GitNames
public import GitStore
public import PolicyCore
internal import PolicyFile

/// A push as a receipt tells it, to be judged again by the same evaluator.
public struct RecordedPush: Sendable {
    /// Stands for a rule in ``accepted``: what was there before the gate counts for every rule.
    public static let genesisDigest = ReceiptIndex.genesisDigest

    let update: RefUpdate
    let time: Timestamp
    let pusher: Name?
    let policy: PolicyVersion?
    let policyTip: ObjectID?
    let approvals: [[UInt8]]
    let approvalRecords: [ObjectID: ReceiptIndex.ApprovalRecord]
    let accepted: [String: [ObjectID]]

    /// - Parameters:
    ///   - update: what was pushed.
    ///   - time: when it was received.
    ///   - pusher: the login on record.
    ///   - policy: the policy that judged; nil for the owners' quorum.
    ///   - policyTip: where the policy's ref was before the push; nil when it did not exist.
    ///   - approvals: the whole tag objects that were used up.
    ///   - approvalRecords: what receipts before this one say of approvals.
    ///   - accepted: the commits whose history is accepted under a rule, by the rule's digest.
    public init(
        update: RefUpdate, time: Timestamp, pusher: Name?, policy: PolicyVersion?, policyTip: ObjectID?,
        approvals: [[UInt8]],
        approvalRecords: [ObjectID: ReceiptIndex.ApprovalRecord], accepted: [String: [ObjectID]]
    ) {
        self.update = update
        self.time = time
        self.pusher = pusher
        self.policy = policy
        self.policyTip = policyTip
        self.approvals = approvals
        self.approvalRecords = approvalRecords
        self.accepted = accepted
    }
}

/// What earlier receipts say, whoever tells it: the gate's own index, or a chain that a mirror has verified.
protocol PriorReceipts {
    /// The commits whose history is accepted under a rule.
    func tips(ruleDigest: String) throws(EvidenceError) -> [ObjectID]
    /// What is on record of an approval.
    func approval(_ tag: ObjectID) throws(EvidenceError) -> ReceiptIndex.ApprovalRecord?
}

extension ReceiptIndex: PriorReceipts {}

extension RecordedPush: PriorReceipts {
    func tips(ruleDigest: String) throws(EvidenceError) -> [ObjectID] {
        [ReceiptIndex.genesisDigest, ruleDigest].flatMap { accepted[$0] ?? [] }
    }

    func approval(_ tag: ObjectID) throws(EvidenceError) -> ReceiptIndex.ApprovalRecord? {
        approvalRecords[tag]
    }
}

extension RecordedPush {
    /// Judges the push again, by the policy that the receipt names and the approvals that it holds.
    /// - Parameter repository: a repository with the objects; the approvals are written into it when they are missing.
    public func decision(repository: Repository, root: Root) throws(PushGateError) -> Decision {
        let lookup = PolicyLookup(repository: repository, root: root)
        let tags = try PushGateError.reading { () throws(GitError) in
            var tags: [ObjectID] = []
            for bytes in approvals { tags.append(try repository.write(RawObject(kind: .tag, bytes: bytes))) }
            return tags
        }
        let standing = try standing(lookup)
        let gatherer = FactGatherer(
            repository: repository, root: root, standing: standing, index: self, push: [update], time: time,
            recordedApprovals: tags)
        let facts = try gatherer.facts(update)
        let told: PushFacts.Pusher = pusher.map { .login($0) } ?? (root.pusherSource == nil ? .notTold : .missing)
        return PolicyEvaluator.decide(
            standing, root: root, facts: PushFacts(time: time, pusher: told, updates: [facts]))
    }

    private func standing(_ lookup: PolicyLookup) throws(PushGateError) -> PolicyStanding {
        guard let policy else {
            // The owners judge only where no policy does.
            let standing = try policyTip.map { tip throws(PushGateError) in try lookup.standing(at: tip).standing }
            guard standing?.policy == nil else {
                throw PushGateError(code: .evidence, description: "it names no policy, although there was one")
            }
            return standing ?? .absent
        }
        let (standing, version) = try lookup.standing(at: policy.commit)
        guard version == policy else {
            throw PushGateError(code: .evidence, description: "the policy that it names is not at \(policy.commit)")
        }
        return standing
    }
}
