public import ExactValues
internal import Files
public import GitNames
internal import GitStore
internal import PolicyCore
internal import Signatures

extension ReceiptLedger {
    /// Writes the receipt of a committed update.
    func append(_ entry: JournalEntry, _ update: JournalEntry.Update) throws(EvidenceError) {
        let index = try ReceiptIndex(repository)
        var approvals: [[UInt8]] = []
        for tag in update.consumed { approvals.append(try rawTag(tag)) }
        let receipt = Receipt(
            kind: .push, sequence: index.sequence + 1, repository: root.repository, time: entry.time,
            update: update.update, policy: entry.policy, ruleDigest: update.ruleDigest, approvals: approvals,
            approvers: update.approvers, pusher: entry.pusher, levels: update.levels, previous: index.last)
        try write(receipt, consumed: update.consumed, after: index)
    }

    private func rawTag(_ id: ObjectID) throws(EvidenceError) -> [UInt8] {
        do throws(GitError) {
            return try repository.rawObject(id).bytes
        } catch {
            throw EvidenceError(code: .storage, description: "cannot read approval \(id): \(error)")
        }
    }

    /// Writes one receipt for each ref that is there before the gate judges anything.
    public func writeGenesis(refs: [(ref: RefName, id: ObjectID)], at time: Timestamp) throws(EvidenceError) {
        let folder = repository.path + "sallyport"
        try EvidenceError.storing { () throws(FileError) in try Folder.create(folder) }
        try holdingLock { () throws(EvidenceError) in
            for (ref, id) in refs {
                try appendGenesis(RefUpdate(ref: ref, old: .zero, new: id), at: time)
            }
        }
    }

    private func appendGenesis(_ update: RefUpdate, at time: Timestamp) throws(EvidenceError) {
        let index = try ReceiptIndex(repository)
        let receipt = Receipt(
            kind: .genesis, sequence: index.sequence + 1, repository: root.repository, time: time, update: update,
            policy: nil, ruleDigest: "", approvals: [], approvers: [], pusher: nil, levels: ["SLSA_SOURCE_LEVEL_1"],
            previous: index.last)
        try write(receipt, consumed: [], after: index)
    }

    private func write(
        _ receipt: Receipt, consumed: [ObjectID], after index: ReceiptIndex
    ) throws(EvidenceError) {
        let envelope = try SignedReceipt.envelope(receipt, key: key)
        let files = try files(for: receipt, envelope, consumed: consumed, after: index)
        let time = max(receipt.time, Timestamp(seconds: 0))
        let author = CommitAuthor(name: "Sallyport push gate", email: "push-gate@sallyport.invalid", time: time)
        guard let author else {
            throw EvidenceError(code: .storage, description: "cannot write receipt \(receipt.sequence)")
        }
        let message =
            "Receipt \(receipt.sequence): \(receipt.update.ref)\n\n\(receipt.update.old) -> \(receipt.update.new)"
        do throws(GitError) {
            _ = try repository.createCommit(
                ref: ReceiptIndex.ref, parent: index.commit, files: files, author: author, message: message)
        } catch {
            throw EvidenceError(code: .storage, description: "cannot write receipt \(receipt.sequence): \(error)")
        }
    }

    /// The receipt, and what changes in the index.
    private func files(
        for receipt: Receipt, _ envelope: [UInt8], consumed: [ObjectID], after index: ReceiptIndex
    ) throws(EvidenceError) -> [(path: String, bytes: [UInt8]?)] {
        let update = receipt.update
        let name = ReceiptIndex.name(of: update.ref)
        let value = update.isDeletion ? nil : Array("\(update.new) \(update.ref)\n".utf8)
        let digest = receipt.kind == .genesis ? ReceiptIndex.genesisDigest : receipt.ruleDigest
        var files: [(path: String, bytes: [UInt8]?)] = [
            (SignedReceipt.path(receipt.sequence), envelope),
            ("head", Array("\(receipt.sequence) \(Hexadecimal.text(Digest.sha256(envelope)))\n".utf8)),
            ("refs/\(name)", value),
        ]
        if !digest.isEmpty { files.append(("tips/\(digest)/\(name)", value)) }
        if update.ref.isWithin(PolicyEvaluator.approvalsNamespace), !update.isDeletion {
            let text = "\(receipt.time.seconds) unused\n"
            files.append((ReceiptIndex.path(ofApproval: update.new), Array(text.utf8)))
        }
        for tag in consumed {
            let arrival = try index.approval(tag)?.arrival ?? receipt.time
            files.append((ReceiptIndex.path(ofApproval: tag), Array("\(arrival.seconds) consumed\n".utf8)))
        }
        return files
    }
}
