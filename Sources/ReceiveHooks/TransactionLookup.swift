internal import Evidence
internal import PolicyCore
internal import PushGate

/// Finds the journal entry of the transaction that a hook runs in.
struct TransactionLookup {
    let journal: Journal
    /// The process that moves the refs; nil where it cannot be told.
    let transaction: TransactionID?

    /// The entry of this transaction: by its process, and where that wrote none because it could not be told, the
    /// newest of such entries that has the first of the updates and waits for it.
    func entry(_ updates: [RefUpdate]) throws(PushGateError) -> String? {
        try PushGateError.attesting { () throws(EvidenceError) in
            if let transaction, try journal.open(transaction.text) != nil { return transaction.text }
            guard let first = updates.first else { return nil }
            for id in try journal.names().reversed() where TransactionID(id) == nil {
                guard var file = try opened(id), let position = try file.position(of: first.ref),
                    try file.update(at: position) == first
                else { continue }
                let outcome = try journal.outcome(at: position, of: id)
                if !outcome.isFinal { return id }
            }
            return nil
        }
    }

    /// An entry of somebody else; one that cannot be read is nobody's here, and set aside when receipts are written.
    func opened(_ id: String) throws(EvidenceError) -> JournalFile? {
        do throws(EvidenceError) {
            return try journal.open(id)
        } catch  where error.code == .malformed {
            return nil
        }
    }
}
