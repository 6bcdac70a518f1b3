public import ExactValues
internal import Files
internal import GitNames
public import GitStore
public import PolicyCore
public import Signatures

/// Writes receipts on an append-only ref: those of one settling by one commit.
///
/// Its repository must be opened by path and not from the environment of a hook, where what is written would go to the
/// quarantine and be lost with it.
public struct ReceiptLedger {
    let repository: Repository
    let root: Root
    let key: Ed25519PrivateKey
    let journal: Journal

    /// - Throws: ``EvidenceError/Code/key`` when the root does not name the key.
    public init(_ repository: Repository, root: Root, key: Ed25519PrivateKey) throws(EvidenceError) {
        guard root.receiptKeys.contains(where: { $0.publicKey == key.publicKey.rawBytes }) else {
            throw EvidenceError(code: .key, description: "the receipt key is none of those that the root names")
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
    /// An update of which Git has said nothing, because its process was killed or the machine stopped, counts as
    /// committed when it follows from the last receipt of its ref and leads to where the ref is, and else as aborted.
    /// While the process lives, it waits.
    /// - Parameter now: when this is, to give up what has waited too long.
    /// - Returns: what people should hear of: what was set aside.
    @discardableResult
    public func settle(now: Timestamp) throws(EvidenceError) -> [String] {
        guard try !journal.names().isEmpty else { return [] }
        return try holdingLock { () throws(EvidenceError) in
            var settlement = try Settlement(self, now: now)
            return try settlement.run()
        }
    }

    /// Keeps all others out who write receipts of this repository.
    func holdingLock<Result>(_ body: () throws(EvidenceError) -> Result) throws(EvidenceError) -> Result {
        let path = repository.path
        return try FileLock.holding(path + "sallyport/lock", failure: EvidenceError.init(_:)) {
            () throws(EvidenceError) in
            // No other of us can hold it, and Git does for moments.
            try StaleLocks(gitFolder: path).clearReceipts()
            return try body()
        }
    }
}
