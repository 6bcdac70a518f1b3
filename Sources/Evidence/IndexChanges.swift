internal import ExactValues
internal import GitNames
internal import PolicyCore

/// What a receipt changes in the index that is kept beside the receipts.
struct IndexChanges {
    /// Paths with their new content; nil takes one out.
    private(set) var files: [(path: String, bytes: [UInt8]?)] = []
    private let index: ReceiptIndex

    init(_ receipt: Receipt, _ accepted: AcceptedUpdate, _ index: ReceiptIndex) throws(EvidenceError) {
        self.index = index
        let update = receipt.update
        let value = update.isDeletion ? nil : Array("\(update.new) \(receipt.sequence) \(update.ref)\n".utf8)
        files.append((ReceiptIndex.path(of: update.ref), value))
        try noteFacts(accepted.established)
        var records: [ApprovalIdentity: ApprovalRecord] = [:]
        if let submitted = accepted.submitted { try note(submitted, &records) }
        for approval in accepted.consumed { try consume(approval, receipt, &records) }
        for record in records.values.sorted(by: { $0.tag < $1.tag }) {
            files.append((ReceiptIndex.path(of: record.identity), record.text + [0x0a]))
        }
    }

    private mutating func noteFacts(_ commits: [EstablishedCommit]) throws(EvidenceError) {
        for (path, commits) in Dictionary(grouping: commits, by: { ReceiptIndex.path(ofCommit: $0.id) })
            .sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
        {
            guard let first = commits.first else { continue }
            var shard = try index.shard(of: first.id)
            for commit in commits { shard[commit.id] = commit.facts }
            let lines = shard.sorted { $0.key < $1.key }.map { EstablishedCommit(id: $0.key, facts: $0.value).text }
            files.append((path, Array(lines.joined(separator: [0x0a])) + [0x0a]))
        }
    }

    /// An approval's first arrival counts, and what was used up stays so, in whatever order receipts are written.
    private mutating func note(
        _ submitted: SubmittedApproval, _ records: inout [ApprovalIdentity: ApprovalRecord]
    ) throws(EvidenceError) {
        let record = submitted.record
        guard try index.approval(record.identity) == nil else { return }
        records[record.identity] = record
        var others = try index.approvals(of: record.head)
        for index in others.indices where record.supersedes(others[index]) {
            others[index].state = .withdrawn
            records[others[index].identity] = others[index]
        }
        try list(record, at: ReceiptIndex.path(ofHead: record.head))
        if let change = submitted.change { try list(record, at: ReceiptIndex.path(ofChange: change)) }
    }

    private mutating func list(_ record: ApprovalRecord, at path: String) throws(EvidenceError) {
        let line = Array("\(Hexadecimal.text(record.identity.digest))\n".utf8)
        files.append((path, (try index.file(path) ?? []) + line))
    }

    private mutating func consume(
        _ approval: Decision.ConsumedApproval, _ receipt: Receipt,
        _ records: inout [ApprovalIdentity: ApprovalRecord]
    ) throws(EvidenceError) {
        let known: ApprovalRecord? =
            if let record = records[approval.identity] { record } else { try index.approval(approval.identity) }
        var record =
            known
            ?? ApprovalRecord(
                identity: approval.identity, tag: approval.tag, verdict: .approve, person: approval.person,
                target: receipt.update.ref, head: receipt.update.new, arrival: receipt.time)
        record.state = .consumed
        records[approval.identity] = record
    }
}
