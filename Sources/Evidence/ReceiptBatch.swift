internal import ExactValues
internal import GitNames
internal import GitStore
internal import PolicyCore

/// Receipts that come into the repository together, by one commit: each has a number, a file and a link of its own, and
/// follows from those before it.
struct ReceiptBatch {
    /// The bytes of files after which no more receipts go into one commit: what settling holds in memory at once.
    static let byteLimit = 32 << 20
    /// The most receipts that the commit's message lists.
    private static let listLimit = 100

    /// What the commit's message says of a receipt.
    private typealias Listed = (sequence: Int64, update: RefUpdate, time: Timestamp)

    /// What the receipts so far come to, with those of the batch.
    private(set) var index: ReceiptIndex
    private var receipts: [Listed] = []

    init(after index: ReceiptIndex) {
        self.index = index
    }

    var isEmpty: Bool { receipts.isEmpty }
    var isFull: Bool { index.changedSize >= Self.byteLimit }

    /// Adds the next receipt.
    /// - Parameters:
    ///   - envelope: it as it is signed.
    ///   - changes: what else changes beside it.
    mutating func add(_ receipt: Receipt, envelope: [UInt8], changes: [(path: String, bytes: [UInt8]?)]) {
        index.take(receipt, envelope: envelope, changes: changes)
        receipts.append((receipt.sequence, receipt.update, receipt.time))
    }

    /// Writes the commit, if nobody else has written one meanwhile.
    func write(to repository: Repository) throws(EvidenceError) {
        guard let first = receipts.first, let last = receipts.last else { return }
        let time = max(last.time, Timestamp(seconds: 0))
        let author = CommitAuthor(name: "Sallyport push gate", email: "push-gate@sallyport.invalid", time: time)
        guard let author else {
            throw EvidenceError(code: .storage, description: "cannot write receipt \(first.sequence)")
        }
        do throws(GitError) {
            _ = try repository.createCommit(
                ref: ReceiptIndex.ref, parent: index.commit, files: index.changedFiles, author: author,
                message: message)
        } catch {
            throw EvidenceError(code: .storage, description: "cannot write receipt \(first.sequence): \(error)")
        }
    }

    /// For people who look at the ref: what is in it, or how many where that is a lot.
    private var message: String {
        let lines = receipts.prefix(Self.listLimit).map { listed in
            "Receipt \(listed.sequence): \(listed.update.ref)\n\n\(listed.update.old) -> \(listed.update.new)"
        }
        guard let first = receipts.first, let last = receipts.last, receipts.count > 1 else { return lines.joined() }
        return (["Receipts \(first.sequence) to \(last.sequence)"] + lines).joined(separator: "\n\n")
    }
}
