public import ExactValues
internal import Files
internal import GitNames
public import GitStore
public import PolicyCore
public import Signatures

/// Writes receipts: one commit each on an append-only ref.
///
/// Its repository must be opened by path and not from the environment of a hook, where what is written would go to the
/// quarantine and be lost with it.
public struct ReceiptLedger {
    /// For how many seconds a judged push may wait for Git before it is given up.
    static let patience: Int64 = 86_400

    let repository: Repository
    let root: Root
    let key: Ed25519PrivateKey
    private let journal: Journal

    /// - Throws: ``EvidenceError/Code/key`` when the key is not the one that the root pins.
    public init(_ repository: Repository, root: Root, key: Ed25519PrivateKey) throws(EvidenceError) {
        guard key.publicKey.rawBytes == root.receiptKey else {
            throw EvidenceError(code: .key, description: "the receipt key is not the one that install pinned")
        }
        self.repository = repository
        self.root = root
        self.key = key
        journal = Journal(gitFolder: repository.path)
    }

    /// Reads the key of an installed repository.
    public static func key(of repository: Repository) throws(EvidenceError) -> Ed25519PrivateKey {
        let path = repository.path + PinnedRoot.receiptKeyPath
        let pem = try EvidenceError.storing { () throws(FileError) in try InputFile.read(path) }
        do throws(SignatureError) {
            return try Ed25519PrivateKey(pem: pem)
        } catch {
            throw EvidenceError(code: .key, description: "cannot use the receipt key \(path): \(error)")
        }
    }

    /// Gives every committed update its receipt and clears the journal of what is settled.
    ///
    /// An update of which Git has said nothing, because the machine stopped meanwhile, counts as committed when its
    /// ref, whose last receipt it follows, reaches its new id.
    /// - Parameter now: when this is, to give up what has waited too long.
    public func settle(now: Timestamp) throws(EvidenceError) {
        guard try !journal.entries().isEmpty else { return }
        try holdingLock { () throws(EvidenceError) in
            try settle(try journal.entries(), now: now)
        }
    }

    /// Keeps all others out who write receipts of this repository.
    func holdingLock(_ body: () throws(EvidenceError) -> Void) throws(EvidenceError) {
        try FileLock.holding(
            repository.path + "sallyport/lock", failure: { EvidenceError($0) }, body)
    }

    private func settle(_ entries: [JournalEntry], now: Timestamp) throws(EvidenceError) {
        var committed: [(moment: Int64, entry: JournalEntry, update: JournalEntry.Update)] = []
        for entry in entries {
            for update in entry.updates {
                if case .committed(let moment) = update.outcome { committed.append((moment, entry, update)) }
            }
        }
        committed.sort {
            ($0.moment, $0.entry.id, $0.update.update.ref) < ($1.moment, $1.entry.id, $1.update.update.ref)
        }
        for (_, entry, update) in committed {
            if try !isReceipted(update.update) { try append(entry, update.update, update.accepted) }
            try journal.note(.receipted, of: update.update, in: entry.id)
        }
        for entry in entries {
            var isSettled = true
            for update in entry.updates where update.outcome == .judged {
                if try isRecoverable(update.update) {
                    try append(entry, update.update, update.accepted)
                    try journal.note(.receipted, of: update.update, in: entry.id)
                } else if now < entry.time.advanced(by: Self.patience) {
                    isSettled = false
                }
            }
            if isSettled { try journal.close(entry.id) }
        }
    }

    /// Whether a receipt was written and the machine stopped before the journal said so.
    private func isReceipted(_ update: RefUpdate) throws(EvidenceError) -> Bool {
        guard !update.isDeletion else { return try ReceiptIndex(repository).value(of: update.ref) == nil }
        return try ReceiptIndex(repository).value(of: update.ref) == update.new
    }

    private func isRecoverable(_ update: RefUpdate) throws(EvidenceError) -> Bool {
        let receipted = try ReceiptIndex(repository).value(of: update.ref)
        guard receipted ?? .zero == update.old else { return false }
        do throws(GitError) {
            let current = try repository.resolve(ref: update.ref.text)
            guard let current, !update.isDeletion else { return current == nil && update.isDeletion }
            if current == update.new { return true }
            guard try repository.objectKind(current) == .commit, try repository.objectKind(update.new) == .commit else {
                return false
            }
            return try repository.isAncestor(update.new, of: current)
        } catch {
            throw EvidenceError(code: .storage, description: "cannot repair the journal: \(error)")
        }
    }
}
