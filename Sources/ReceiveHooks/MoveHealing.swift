internal import Evidence
internal import ExactValues
internal import GitNames
internal import GitStore
internal import PolicyCore
internal import PushGate
internal import Signatures

/// Puts refs that were moved past the gate on record, as soon as the owners' quorum says so.
struct MoveHealing {
    private let gate: InstalledGate
    private let ledger: ReceiptLedger
    private let time: Timestamp

    /// - Parameter installed: its repository may be seen through a quarantine; what is written here goes beside it.
    init(_ installed: InstalledGate, at time: Timestamp) throws(PushGateError) {
        let path = installed.repository.path
        gate = try InstalledGate(try PushGateError.reading { () throws(GitError) in try Repository(path: path) })
        ledger = try gate.ledger()
        self.time = time
    }

    /// Looks whether a ref was moved past the gate and enough owners put that on record, and writes the receipt then.
    /// - Returns: a line for people when it did.
    func heal(_ ref: RefName) throws(PushGateError) -> String? {
        let healing = Healing(gate.repository, gate.root)
        let receipt = try PushGateError.attesting { () throws(EvidenceError) in
            try ledger.heal(ref, at: time) { (update, index) throws(EvidenceError) in
                do throws(PushGateError) {
                    return try healing.consent(to: update, at: time, index)
                } catch {
                    throw EvidenceError(code: .storage, description: error.description)
                }
            }
        }
        return receipt.map { receipt in
            let names = receipt.approvers.map(\.text).joined(separator: ", ")
            return "receipt \(receipt.sequence): \(Self.move(receipt.update)) past the gate is on record, by \(names)"
        }
    }

    /// What a tag below `refs/approvals/` that came in with a push does to the ref that it is about.
    /// - Returns: a line for the pusher; nil when the tag heals nothing.
    func heal(by tag: ObjectID) throws(PushGateError) -> String? {
        guard let ref = Self.target(of: tag, in: gate.repository) else { return nil }
        if let line = try heal(ref) { return line }
        let index = try PushGateError.attesting { () throws(EvidenceError) in try ReceiptIndex(gate.repository) }
        let recorded = try PushGateError.attesting { () throws(EvidenceError) in try index.value(of: ref) } ?? .zero
        let current =
            try PushGateError.reading { () throws(GitError) in try gate.repository.resolve(ref: ref.text) } ?? .zero
        guard recorded != current else { return "\(ref) is where its last receipt says: there is nothing to heal" }
        let update = RefUpdate(ref: ref, old: recorded, new: current)
        let owners = try Healing(gate.repository, gate.root).owners(of: update, at: time, index)
        let names = owners.compactMap(\.person?.text).joined(separator: ", ")
        return "\(Self.move(update)) past the gate: \(owners.count) of \(gate.root.threshold) owners put that on record"
            + (owners.isEmpty ? "" : " (\(names))") + "; others run: sallyport root heal \(ref)"
    }

    /// The ref that a tag puts on record; nil when it does not.
    static func target(of tag: ObjectID, in repository: Repository) -> RefName? {
        guard let object = try? repository.rawObject(tag), object.kind == .tag,
            let signed = try? SignedObject(tag: object.bytes), let text = try? ApprovalText(message: signed.message)
        else { return nil }
        return text.verdict == .heal ? text.target : nil
    }

    private static func move(_ update: RefUpdate) -> String {
        let (old, new) = (update.old.hex.prefix(10), update.new.hex.prefix(10))
        if update.isDeletion { return "that \(update.ref) at \(old) went" }
        return update.isCreation
            ? "that \(update.ref) came at \(new)" : "the move of \(update.ref) from \(old) to \(new)"
    }
}
