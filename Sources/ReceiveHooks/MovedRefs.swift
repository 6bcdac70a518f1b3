internal import Evidence
internal import GitNames
internal import GitStore
internal import PolicyCore
internal import PushGate

/// Finds refs that are not where their last receipts say, and not on the way there: somebody moved them past the hooks.
/// Nothing that is pushed to them could be receipted.
struct MovedRefs {
    /// A ref that was moved.
    struct Moved {
        let update: RefUpdate
        let current: ObjectID
        let receipted: ObjectID

        private var message: String {
            let now = current.isZero ? "it does not exist" : "it is at \(current)"
            let then = receipted.isZero ? "there is no receipt for it" : "its last receipt says \(receipted)"
            return "\(now), and \(then): it was moved past the gate"
        }

        /// For the pusher.
        var lines: [String] {
            let back = receipted.isZero ? "-d \(update.ref)" : "\(update.ref) \(receipted)"
            return [
                "rejected \(update.ref): \(message)",
                "  next: the server's administrator brings it back, and what it was moved to goes through a push:"
                    + " git -c core.hooksPath=/dev/null update-ref \(back)",
            ]
        }

        var reason: RejectionLog.Reason {
            RejectionLog.Reason(update: update, rule: "past-the-gate", message: message)
        }
    }

    /// How often a ref is looked at that other pushes may be moving.
    private static let attempts = 3

    let gate: InstalledGate
    let refs: RefFiles

    /// The refs among these that were moved.
    func find(in updates: [RefUpdate]) throws(PushGateError) -> [Moved] {
        var suspects = try look(at: updates)
        for _ in 1..<Self.attempts where !suspects.isEmpty {
            // A push that was on its way at the first look has arrived at the second.
            let again = try look(at: suspects.map(\.update))
            suspects = suspects.filter { suspect in
                again.contains { $0.current == suspect.current && $0.receipted == suspect.receipted }
            }
        }
        return suspects
    }

    private func look(at updates: [RefUpdate]) throws(PushGateError) -> [Moved] {
        var found: [Moved] = []
        for update in updates {
            let current: ObjectID
            switch try refs.value(of: update.ref) {
            case .symbolic: continue
            case .absent: current = .zero
            case .at(let id): current = id
            }
            found.append(Moved(update: update, current: current, receipted: current))
        }
        var moved: [Moved] = []
        for ref in found where try !isAwaited(ref.update.ref) {
            let receipted = try PushGateError.attesting { () throws(EvidenceError) in
                try ReceiptIndex(gate.repository).value(of: ref.update.ref) ?? .zero
            }
            if receipted != ref.current {
                moved.append(Moved(update: ref.update, current: ref.current, receipted: receipted))
            }
        }
        return moved
    }

    /// Whether a push of the ref waits for its receipt.
    private func isAwaited(_ ref: RefName) throws(PushGateError) -> Bool {
        try PushGateError.attesting { () throws(EvidenceError) in
            let lookup = TransactionLookup(journal: Journal(gitFolder: gate.repository.path), transaction: nil)
            for id in try lookup.journal.names() {
                guard var file = try lookup.opened(id), let position = try file.position(of: ref) else { continue }
                if try !lookup.journal.outcome(at: position, of: id).isFinal { return true }
            }
            return false
        }
    }
}
