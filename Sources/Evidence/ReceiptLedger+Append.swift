public import ExactValues
internal import Files
public import GitNames
internal import GitStore
internal import PolicyCore
internal import Signatures

extension ReceiptLedger {
    /// Adds the receipt of a committed update to those that are written together, under the ledger's lock.
    /// - Parameters:
    ///   - accepted: what the gate found out about it.
    ///   - update: what Git committed; it follows from the batch's index.
    ///   - push: the push that it came with.
    func append(
        _ accepted: AcceptedUpdate, of update: RefUpdate, _ push: JournalFile.Head, to batch: inout ReceiptBatch
    ) throws(EvidenceError) {
        let index = batch.index
        guard try index.value(of: update.ref) ?? .zero == update.old else {
            throw EvidenceError(
                code: .storage, description: "a receipt for \(update.ref) from \(update.old) would not follow")
        }
        var approvals: [[UInt8]] = []
        for approval in accepted.consumed { approvals.append(try rawTag(approval.tag)) }
        let submitted = accepted.submitted == nil ? nil : try rawTag(update.new)
        let receipt = SignedReceipt.receipt(
            accepted, of: update, after: index, repository: root.repository, time: push.time, policy: push.policy,
            pusher: push.pusher, approvals: approvals, submitted: submitted)
        try add(receipt, try IndexChanges(receipt, accepted, index).files, to: &batch)
    }

    /// Writes the receipt of a move past the gate that the owners put on record.
    func append(
        healing update: RefUpdate, _ accepted: AcceptedUpdate, at time: Timestamp, after index: ReceiptIndex
    ) throws(EvidenceError) -> Receipt {
        var receipt = Receipt(
            kind: .healed, sequence: index.sequence + 1, repository: root.repository, time: time, update: update,
            previous: index.last)
        receipt.isByOwners = true
        for approval in accepted.consumed { receipt.approvals.append(try rawTag(approval.tag)) }
        receipt.approvers = accepted.approvers
        receipt.levels = ["SLSA_SOURCE_LEVEL_1"]
        var batch = ReceiptBatch(after: index)
        try add(receipt, try IndexChanges(receipt, accepted, index).files, to: &batch)
        try batch.write(to: repository)
        return receipt
    }

    private func rawTag(_ id: ObjectID) throws(EvidenceError) -> [UInt8] {
        do throws(GitError) {
            return try repository.rawObject(id).bytes
        } catch {
            throw EvidenceError(code: .storage, description: "cannot read approval \(id): \(error)")
        }
    }

    /// Writes one receipt for each ref that is there before the gate judges anything, and which commits are.
    public func writeGenesis(
        refs: [(ref: RefName, id: ObjectID)], commits: CommitSet, at time: Timestamp
    ) throws(EvidenceError) {
        let folder = repository.path + "sallyport"
        try EvidenceError.storing { () throws(FileError) in try Folder.create(folder) }
        try holdingLock { () throws(EvidenceError) in
            var batch = ReceiptBatch(after: try ReceiptIndex(repository))
            for (number, (ref, id)) in refs.enumerated() {
                if batch.isFull {
                    try batch.write(to: repository)
                    batch = ReceiptBatch(after: try ReceiptIndex(repository))
                }
                try appendGenesis(
                    RefUpdate(ref: ref, old: .zero, new: id), number == 0 ? commits : CommitSet([]), at: time,
                    to: &batch)
            }
            try batch.write(to: repository)
        }
    }

    private func appendGenesis(
        _ update: RefUpdate, _ commits: CommitSet, at time: Timestamp, to batch: inout ReceiptBatch
    ) throws(EvidenceError) {
        let index = batch.index
        var receipt = Receipt(
            kind: .genesis, sequence: index.sequence + 1, repository: root.repository, time: time, update: update,
            previous: index.last)
        receipt.levels = ["SLSA_SOURCE_LEVEL_1"]
        var files = try IndexChanges(receipt, AcceptedUpdate(), index).files
        for (byte, shard) in commits.shards.enumerated() where shard.count > 0 {
            files.append((GenesisCommits.path(ofShard: UInt8(byte)), shard.bytes))
        }
        try add(receipt, files, to: &batch)
    }

    private func add(
        _ receipt: Receipt, _ changes: [(path: String, bytes: [UInt8]?)], to batch: inout ReceiptBatch
    ) throws(EvidenceError) {
        guard root.accepts(receiptKey: key.publicKey.rawBytes, at: receipt.time) else {
            throw EvidenceError(
                code: .key, description: "by the root, the receipt key does not count at \(receipt.time)")
        }
        batch.add(receipt, envelope: try SignedReceipt.envelope(receipt, key: key), changes: changes)
    }
}
