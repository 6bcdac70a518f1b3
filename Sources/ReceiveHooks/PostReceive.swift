public import Evidence
public import ExactValues
internal import GitNames
public import PolicyCore
public import PushGate

/// `post-receive`: writes receipts for what Git committed, and tells the pusher.
public struct PostReceive {
    private let gate: InstalledGate
    private let journal: Journal
    private let lookup: TransactionLookup

    /// - Parameter transaction: the process that moved the refs; nil where it cannot be told.
    public init(_ environment: HookEnvironment, _ gate: InstalledGate, transaction: TransactionID?) {
        self.gate = gate
        journal = Journal(gitFolder: environment.gitFolder)
        lookup = TransactionLookup(journal: journal, transaction: transaction)
    }

    /// Settles a push that Git is done with.
    /// - Parameters:
    ///   - updates: what Git says it has committed; a server may not call `reference-transaction`.
    ///   - time: when this is.
    ///   - moment: the same in nanoseconds since 1970, which order receipts.
    /// - Returns: a line for each update with its receipt, for the pusher.
    public func finish(
        _ updates: [RefUpdate], at time: Timestamp, moment: Int64
    ) throws(PushGateError) -> [String] {
        let id = try lookup.entry(updates)
        if let id { try note(updates, moment, in: id) }
        let ledger = try gate.ledger()
        var lines = try PushGateError.attesting { () throws(EvidenceError) in try ledger.settle(now: time) }
        if let id { lines += try tell(id) }
        return lines + heal(updates, at: time)
    }

    /// Puts refs that were moved past the gate on record, where this push brought the last of the owners' tags. The next
    /// push of the ref does what fails here.
    private func heal(_ updates: [RefUpdate], at time: Timestamp) -> [String] {
        let tags = updates.filter { $0.ref.isWithin(PolicyEvaluator.approvalsNamespace) && !$0.isDeletion }.map(\.new)
            .filter { MoveHealing.target(of: $0, in: gate.repository) != nil }
        guard !tags.isEmpty else { return [] }
        do throws(PushGateError) {
            let healing = try MoveHealing(gate, at: time)
            var lines: [String] = []
            for tag in tags {
                if let line = try healing.heal(by: tag) { lines.append(line) }
            }
            return lines
        } catch {
            return [error.description]
        }
    }

    /// What Git lists is committed. What it does not list of the same push it has given up: it ran to its end.
    private func note(_ updates: [RefUpdate], _ moment: Int64, in id: String) throws(PushGateError) {
        try PushGateError.attesting { () throws(EvidenceError) in
            guard var file = try journal.open(id) else { return }
            var isListed = [Bool](repeating: false, count: file.count)
            for update in updates {
                guard let position = try file.position(of: update.ref), try file.update(at: position) == update else {
                    continue
                }
                isListed[position] = true
            }
            try journal.note(
                isListed.enumerated().map { ($0.offset, $0.element ? .committed(at: moment) : .aborted) }, in: id)
        }
    }

    private func tell(_ id: String) throws(PushGateError) -> [String] {
        try PushGateError.attesting { () throws(EvidenceError) in
            guard var file = try journal.open(id) else { return [] }
            let outcomes = try journal.outcomes(of: id, count: file.count)
            var lines: [String] = []
            for (position, outcome) in outcomes.enumerated() {
                if let line = try Self.line(outcome, at: position, of: &file) { lines.append(line) }
            }
            // What was set aside goes there when the next push settles.
            if outcomes.allSatisfy(\.isFinal), !outcomes.contains(.setAside) { try journal.close(id) }
            return lines
        }
    }

    private static func line(
        _ outcome: JournalOutcome, at position: Int, of file: inout JournalFile
    ) throws(EvidenceError) -> String? {
        let update = try file.update(at: position)
        switch outcome {
        case .aborted, .setAside: return nil
        case .judged, .prepared, .committed, .writing:
            return "\(update.ref): its receipt is not written yet; the next push writes it"
        case .receipted(let sequence):
            let approvers = try AcceptedUpdate(text: try file.details(at: position)).approvers
            let names = approvers.isEmpty ? "" : ", approved by " + approvers.map(\.text).joined(separator: ", ")
            let place = update.isDeletion ? "is deleted" : "is at \(update.new.hex.prefix(10))"
            return "receipt \(sequence): \(update.ref) \(place)\(names)"
        }
    }
}
