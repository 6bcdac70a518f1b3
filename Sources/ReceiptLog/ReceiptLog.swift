internal import Evidence
public import GitNames
public import GitStore
public import PolicyCore
internal import PushGate
internal import Signatures

/// Checks the receipts of a repository, or of a mirror of it, against a pinned root.
///
/// Nothing is believed because it is there: every receipt must be signed by the pinned key, rise by one, link to the one
/// before it and go on from what the ref was at. What moved the followed branch or the policy's ref is judged again, by
/// the policy that the receipt names, at the receipt's time, with the approvals whose bytes the receipt holds. Receipts
/// of other refs are checked for their chain alone, and what they accepted counts for nothing here.
public struct ReceiptLog {
    /// The most receipts that are read.
    static let limit = 10_000_000

    let repository: Repository
    let root: Root
    /// The branch whose content is followed.
    let branch: RefName

    public init(repository: Repository, root: Root, branch: RefName) {
        self.repository = repository
        self.root = root
        self.branch = branch
    }

    /// Checks all receipts.
    /// - Parameter known: what was verified before: only what came after it is checked, and it must still be there.
    public func verify(from known: VerifiedHistory = VerifiedHistory()) throws(ReceiptLogError) -> VerifiedHistory {
        var history = known
        for commit in try newCommits(after: known) {
            do throws(ReceiptLogError) {
                try take(commit, &history)
            } catch {
                throw ReceiptLogError(error.code, "receipt \(history.sequence + 1): \(error.description)")
            }
        }
        guard history.sequence > 0 else { throw ReceiptLogError(.missing, "the repository has no receipts") }
        return history
    }

    /// The commits of the receipts' ref after the known ones, oldest first.
    private func newCommits(after known: VerifiedHistory) throws(ReceiptLogError) -> [ObjectID] {
        try reading { () throws(GitError) in
            guard let head = try repository.resolve(ref: ReceiptIndex.ref) else { return [] }
            var commits: [ObjectID] = []
            var next: ObjectID? = head
            while let commit = next, commit != known.head {
                commits.append(commit)
                let parents = try repository.parents(of: commit)
                guard parents.count <= 1, commits.count <= Self.limit else {
                    throw GitError(code: .malformed, description: "\(ReceiptIndex.ref) is no chain of receipts")
                }
                next = parents.first
            }
            guard next != nil || known.head.isZero else {
                throw GitError(code: .malformed, description: "the receipts verified before are gone")
            }
            return commits.reversed()
        }
    }

    private func take(_ commit: ObjectID, _ history: inout VerifiedHistory) throws(ReceiptLogError) {
        let sequence = history.sequence + 1
        let path = SignedReceipt.path(sequence)
        let envelope = try reading { () throws(GitError) in
            guard let entry = try repository.entry(at: path, in: commit) else {
                throw GitError(code: .malformed, description: "\(commit) has no \(path)")
            }
            return try repository.blob(entry.id, limit: 64 << 20)
        }
        let receipt = try Receipt(envelope: envelope, signedBy: root.receiptKey)
        try checkChain(receipt, sequence: sequence, history)
        let isFollowed = receipt.update.ref == branch || receipt.update.ref == root.policyRef
        let consumed = isFollowed && receipt.kind == .push ? try rejudge(receipt, history) : []
        note(receipt, isFollowed: isFollowed, &history)
        for tag in consumed {
            let arrival = history.approvals[tag]?.arrival ?? receipt.time
            history.approvals[tag] = .init(arrival: arrival, isConsumed: true)
        }
        history.sequence = sequence
        history.head = commit
        history.commits.append(commit)
        history.last = SignedReceipt.link(to: envelope)
    }

    private func checkChain(
        _ receipt: Receipt, sequence: Int64, _ history: VerifiedHistory
    ) throws(ReceiptLogError) {
        let update = receipt.update
        let checks: [(Bool, String)] = [
            (receipt.sequence == sequence, "its number is \(receipt.sequence)"),
            (receipt.repository == root.repository, "it is for repository \(receipt.repository)"),
            (receipt.previous == history.last, "it does not link to the receipt before it"),
            (update.old == history.tips[update.ref] ?? .zero, "\(update.ref) was not at \(update.old) before it"),
            (receipt.kind == .push || !history.isGenesisOver, "a genesis receipt stands after a push"),
            (
                receipt.kind == .push || (receipt.policy == nil && receipt.approvals.isEmpty && update.isCreation),
                "a genesis receipt says more than what was there"
            ),
        ]
        for (holds, text) in checks where !holds { throw ReceiptLogError(.unverified, text) }
    }

    private func note(_ receipt: Receipt, isFollowed: Bool, _ history: inout VerifiedHistory) {
        let update = receipt.update
        if update.ref == root.policyRef {
            history.previousPolicyTip = (history.tips[update.ref], receipt.time)
        }
        history.tips[update.ref] = update.isDeletion ? nil : update.new
        if receipt.kind == .push { history.isGenesisOver = true }
        if isFollowed {
            history.receipts.append(receipt)
            let digest = receipt.kind == .genesis ? RecordedPush.genesisDigest : receipt.ruleDigest
            history.accepted[digest, default: [:]][update.ref] = update.isDeletion ? nil : update.new
        }
        if update.ref.isWithin(PolicyEvaluator.approvalsNamespace), !update.isDeletion {
            history.approvals[update.new] = .init(arrival: receipt.time, isConsumed: false)
        }
    }

    /// Judges again what a receipt attests.
    /// - Returns: the approvals that it used up.
    private func rejudge(_ receipt: Receipt, _ history: VerifiedHistory) throws(ReceiptLogError) -> [ObjectID] {
        try checkPolicyVersion(receipt, history)
        let recorded = RecordedPush(
            update: receipt.update, time: receipt.time, pusher: receipt.pusher, policy: receipt.policy,
            policyTip: history.tips[root.policyRef], approvals: receipt.approvals, approvalRecords: history.approvals,
            accepted: history.accepted.mapValues { Array($0.values) })
        let decision: Decision
        do throws(PushGateError) {
            decision = try recorded.decision(repository: repository, root: root)
        } catch {
            throw ReceiptLogError(error.code == .evidence ? .unverified : .unreadable, error.description)
        }
        guard decision.isAccepted else {
            let reason = decision.updates.flatMap(\.violations).first?.message ?? "it is not accepted"
            throw ReceiptLogError(.rejected, "the policy it names rejects \(receipt.update.ref): \(reason)")
        }
        return decision.updates.flatMap(\.consumed)
    }

    /// The policy that judged is the one that stood at the policy's ref before the push. A push of several refs may have
    /// moved that ref itself one receipt earlier.
    private func checkPolicyVersion(_ receipt: Receipt, _ history: VerifiedHistory) throws(ReceiptLogError) {
        guard let version = receipt.policy else { return }
        let current = history.tips[root.policyRef]
        let before = history.previousPolicyTip
        let isBefore = before.map { $0.tip == version.commit && $0.time == receipt.time } ?? false
        guard version.commit == current || isBefore else {
            throw ReceiptLogError(.unverified, "the policy it names was not the one in force")
        }
    }

    private func reading<Result>(_ body: () throws(GitError) -> Result) throws(ReceiptLogError) -> Result {
        do throws(GitError) {
            return try body()
        } catch {
            throw ReceiptLogError(error.code == .malformed ? .malformed : .unreadable, error.description)
        }
    }
}
