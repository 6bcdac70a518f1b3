public import ExactValues
public import GitNames
internal import GitStore
public import PolicyCore

extension ReceiptLedger {
    /// Where what a ref was at before it was moved past the gate is kept from going away, for mirrors that start later.
    static let keptFolder = "refs/sallyport/kept/"

    /// What the owners' consent to a move past the gate comes to.
    public struct HealingConsent {
        /// The owners' tags, one of each, as many as it takes.
        public let tags: [ApprovalRecord]
        /// What becomes of the commits that the move brought.
        public let established: [EstablishedCommit]

        public init(tags: [ApprovalRecord], established: [EstablishedCommit]) {
            self.tags = tags
            self.established = established
        }
    }

    /// Writes the receipt of a ref that was moved past the gate, under the ledger's lock.
    /// - Parameters:
    ///   - ref: the ref.
    ///   - time: when this is.
    ///   - consent: looks, while the lock is held, whether enough owners put exactly this move on record.
    /// - Returns: the receipt; nil when the ref was not moved past the gate, a push of it is under way, or there is no
    ///   consent.
    public func heal(
        _ ref: RefName, at time: Timestamp,
        consent: (RefUpdate, ReceiptIndex) throws(EvidenceError) -> HealingConsent?
    ) throws(EvidenceError) -> Receipt? {
        try holdingLock { () throws(EvidenceError) in
            guard try !isAwaited(ref) else { return nil }
            let index = try ReceiptIndex(repository)
            let update = RefUpdate(ref: ref, old: try index.value(of: ref) ?? .zero, new: try currentValue(of: ref))
            guard update.old != update.new, let found = try consent(update, index) else { return nil }
            var accepted = AcceptedUpdate()
            accepted.established = found.established
            accepted.consumed = found.tags.compactMap { record in
                record.person.map { .init(tag: record.tag, identity: record.identity, person: $0) }
            }
            try keep(update.old)
            return try append(healing: update, accepted, at: time, after: index)
        }
    }

    /// Whether a push of a ref is not settled yet.
    private func isAwaited(_ ref: RefName) throws(EvidenceError) -> Bool {
        for id in try journal.names() {
            guard var file = try journal.open(id), let position = try file.position(of: ref) else { continue }
            if try !journal.outcome(at: position, of: id).isFinal { return true }
        }
        return false
    }

    private func currentValue(of ref: RefName) throws(EvidenceError) -> ObjectID {
        do throws(GitError) {
            if let target = try repository.symbolicTarget(of: ref.text) {
                throw GitError(code: .malformed, description: "it is another name for \(target)")
            }
            guard let id = try repository.resolve(ref: ref.text) else { return .zero }
            guard try repository.objectKind(id) != nil else {
                throw GitError(code: .malformed, description: "its object \(id) is not there")
            }
            return id
        } catch {
            throw EvidenceError(
                code: .storage, description: "\(ref) cannot be put on record as it is: \(error.description)")
        }
    }

    private func keep(_ old: ObjectID) throws(EvidenceError) {
        do throws(GitError) {
            let name = "\(Self.keptFolder)\(old)"
            guard !old.isZero, try repository.objectKind(old) != nil, try repository.resolve(ref: name) == nil else {
                return
            }
            try repository.updateRef(name, new: old, old: .zero, message: "sallyport: kept for mirrors")
        } catch {
            throw EvidenceError(code: .storage, description: "cannot keep \(old): \(error)")
        }
    }
}
