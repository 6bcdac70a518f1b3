public import Evidence
public import ExactValues
internal import GitNames
internal import GitStore
public import PolicyCore
public import PushGate
internal import ReceiptChain

/// `pre-receive`: settles what earlier pushes left, judges, and journals what it accepts.
public struct PreReceive {
    /// What the hook says of a push.
    public struct Verdict: Sendable {
        public let isAccepted: Bool
        /// For the pusher.
        public let lines: [String]
    }

    private let environment: HookEnvironment
    private let gate: InstalledGate
    private let transaction: TransactionID?

    /// - Parameter transaction: the process that moves the refs; nil where it cannot be told.
    public init(_ environment: HookEnvironment, _ gate: InstalledGate, transaction: TransactionID?) {
        self.environment = environment
        self.gate = gate
        self.transaction = transaction
    }

    /// Decides on a push.
    /// - Parameters:
    ///   - updates: what the push wants, all of it.
    ///   - time: when it was received.
    ///   - pusher: who pushes.
    ///   - namespace: the value of GIT_NAMESPACE; nil or empty when it is not set.
    ///   - digits: tells pushes of one second apart where the process cannot be told.
    public func receive(
        _ updates: [RefUpdate], at time: Timestamp, pusher: PushFacts.Pusher, namespace: String?, digits: String
    ) throws(PushGateError) -> Verdict {
        let folder = environment.gitFolder
        try PushGateError.attesting { () throws(EvidenceError) in
            try StaleLocks(gitFolder: folder).clear(updates.map(\.ref))
        }
        let ledger = try gate.ledger()
        var notices: [String] = []
        func settle() throws(PushGateError) {
            notices += try PushGateError.attesting { () throws(EvidenceError) in try ledger.settle(now: time) }
        }
        try settle()
        // What was settled may have been a new version of the root.
        let gate = try gate.refreshed()
        let awaited = AwaitedReceipts(journal: Journal(gitFolder: folder))
        if let ref = try awaited.wait(for: updates.map(\.ref) + [gate.root.policyRef], settle: settle) {
            return Verdict(
                isAccepted: false,
                lines: notices + ["rejected: another push of \(ref) is under way", "  next: push again in a moment"])
        }
        let tip = try RefFiles(gitFolder: folder).value(of: gate.root.policyRef)
        func judge() throws(PushGateError) -> PushJudgement {
            try VerifiedJudgement.of(updates, at: time, pusher: pusher, namespace: namespace, in: gate)
        }
        var judgement = try judge()
        let healed = try heal(judgement.decision, time)
        if !healed.isEmpty {
            notices += healed
            judgement = try judge()
        }
        var lines = notices + DecisionText.lines(judgement.decision)
        guard judgement.decision.isAccepted else {
            lines += log(judgement.decision.reasons, time, pusher)
            return Verdict(isAccepted: false, lines: lines)
        }
        try record(judgement, tip, time, pusher, digits)
        return Verdict(isAccepted: true, lines: lines)
    }

    /// Puts on record what the owners say of refs that were moved past the gate, where that is in this push's way.
    private func heal(_ decision: Decision, _ time: Timestamp) throws(PushGateError) -> [String] {
        let moved = decision.updates.filter { $0.violations.contains { $0.rule == .movedPast } }.map(\.update.ref)
        guard !moved.isEmpty else { return [] }
        let healing = try MoveHealing(gate, at: time)
        var lines: [String] = []
        for ref in Set(moved + [gate.root.policyRef]).sorted() {
            if let line = try healing.heal(ref) { lines.append(line) }
        }
        return lines
    }

    private func record(
        _ judgement: PushJudgement, _ tip: RefFiles.Value, _ time: Timestamp, _ pusher: PushFacts.Pusher,
        _ digits: String
    ) throws(PushGateError) {
        var policyTip = ObjectID.zero
        if case .at(let id) = tip { policyTip = id }
        let isByRecord = VerifiedJudgement.isByRecord(judgement.decision.updates.map(\.update))
        let entry = JournalEntry(
            id: transaction?.text ?? JournalEntry.unknownTransaction(at: time, digits: digits), time: time,
            pusher: pusher.login, policy: judgement.policy, policyRef: gate.root.policyRef,
            policyTip: isByRecord ? policyTip : judgement.policy?.commit ?? policyTip,
            updates: zip(judgement.decision.updates, judgement.accepted).map {
                JournalEntry.Update(update: $0.update, details: $1.text)
            })
        do throws(EvidenceError) {
            try Journal(gitFolder: environment.gitFolder).record(entry)
        } catch  where error.code == .full {
            throw PushGateError(code: .evidence, description: "\(error); push fewer refs at once, or later")
        } catch {
            throw PushGateError(code: .evidence, description: error.description)
        }
    }

    /// Notes what was rejected. A push is no less rejected when that fails.
    /// - Returns: that it failed.
    private func log(
        _ reasons: [RejectionLog.Reason], _ time: Timestamp, _ pusher: PushFacts.Pusher
    ) -> [String] {
        do throws(EvidenceError) {
            try RejectionLog(gitFolder: environment.gitFolder).add(reasons, at: time, pusher: pusher.login)
            return []
        } catch {
            return ["the rejection could not be noted on the server: \(error)"]
        }
    }
}

extension PushFacts.Pusher {
    /// The login that the server told.
    fileprivate var login: Name? {
        if case .login(let name) = self { return name }
        return nil
    }
}

extension Decision {
    fileprivate var reasons: [RejectionLog.Reason] {
        updates.flatMap { update in
            update.violations.map {
                RejectionLog.Reason(update: update.update, rule: $0.rule.rawValue, message: $0.message)
            }
        }
    }
}
