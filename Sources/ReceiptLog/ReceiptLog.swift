internal import Evidence
public import GitNames
public import GitStore
public import PolicyCore
internal import PushGate
public import ReceiptChain
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
    public func verify(from known: VerifiedHistory = VerifiedHistory()) throws(ReceiptChainError) -> VerifiedHistory {
        let verifier = ChainVerifier(repository: repository, root: root, branch: branch)
        var history = known
        for commit in try newCommits(after: known) {
            do throws(ReceiptChainError) {
                try take(commit, verifier, &history)
            } catch {
                throw ReceiptChainError(error.code, "receipt \(history.sequence + 1): \(error.description)")
            }
        }
        guard history.sequence > 0 else { throw ReceiptChainError(.missing, "the repository has no receipts") }
        return history
    }

    /// The commits of the receipts' ref after the known ones, oldest first.
    private func newCommits(after known: VerifiedHistory) throws(ReceiptChainError) -> [ObjectID] {
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

    /// Takes all receipts that a commit brings, by their numbers.
    private func take(
        _ commit: ObjectID, _ verifier: ChainVerifier, _ history: inout VerifiedHistory
    ) throws(ReceiptChainError) {
        var next = try envelope(history.sequence + 1, in: commit)
        guard next != nil else {
            let path = SignedReceipt.path(history.sequence + 1)
            throw ReceiptChainError(.malformed, "\(commit) has no \(path)")
        }
        while let envelope = next {
            let receipt = try Receipt(envelope: envelope, under: history.root ?? root)
            try verifier.take(receipt, envelope: envelope, at: commit, into: &history)
            next = try self.envelope(history.sequence + 1, in: commit)
        }
    }

    private func envelope(_ sequence: Int64, in commit: ObjectID) throws(ReceiptChainError) -> [UInt8]? {
        try reading { () throws(GitError) in
            for path in [SignedReceipt.path(sequence), SignedReceipt.formerPath(sequence)] {
                guard let entry = try repository.entry(at: path, in: commit) else { continue }
                return try repository.blob(entry.id, limit: 64 << 20)
            }
            return nil
        }
    }

    private func reading<Result>(_ body: () throws(GitError) -> Result) throws(ReceiptChainError) -> Result {
        do throws(GitError) {
            return try body()
        } catch {
            throw ReceiptChainError(error.code == .malformed ? .malformed : .unreadable, error.description)
        }
    }
}
