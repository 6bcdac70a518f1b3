internal import ExactValues
internal import Files
internal import GitNames
internal import GitStore
internal import PolicyCore

/// One settling of the journal, under the ledger's lock.
struct Settlement {
    /// For how many seconds a push whose process cannot be told may wait for Git before it is given up.
    static let patience: Int64 = 86_400

    private let ledger: ReceiptLedger
    private let now: Timestamp
    private var unsettled: [UnsettledUpdate] = []
    /// How many updates each readable entry has, and whether its process is gone for good.
    private var entries: [(id: String, count: Int, isOver: Bool)] = []
    private var notices: [String] = []
    /// What the receipts so far come to.
    private var index: ReceiptIndex

    init(_ ledger: ReceiptLedger, now: Timestamp) throws(EvidenceError) {
        self.ledger = ledger
        self.now = now
        index = try ReceiptIndex(ledger.repository)
    }

    /// - Returns: what was set aside, for people.
    mutating func run() throws(EvidenceError) -> [String] {
        try ledger.journal.sweep()
        for id in try ledger.journal.names() {
            do throws(EvidenceError) {
                try collect(id)
            } catch  where error.code == .malformed {
                try ledger.journal.setAside(id)
                notices.append("\(error); it was put into sallyport/set-aside, and what it was about has no receipt")
            }
        }
        try writeReceipts(try ordered())
        try closeEntries()
        return notices
    }

    // MARK: Reading

    private mutating func collect(_ id: String) throws(EvidenceError) {
        guard var file = try ledger.journal.open(id) else { return }
        let outcomes = try ledger.journal.outcomes(of: id, count: file.count)
        let life = TransactionID(id)?.life() ?? .unknown
        let isOverdue = now >= file.head.time.advanced(by: Self.patience)
        var found: [UnsettledUpdate] = []
        for (position, outcome) in outcomes.enumerated() where !outcome.isFinal {
            found.append(
                UnsettledUpdate(
                    id: id, position: position, update: try file.update(at: position), outcome: outcome,
                    time: file.head.time, life: life, isOverdue: isOverdue))
        }
        unsettled += found
        let isOver = life == .ended || life == .endedWithMachine || life == .unknown
        entries.append((id, file.count, isOver))
    }

    // MARK: Order

    /// What is to be receipted, in this order; the rest is dropped or set aside.
    private mutating func ordered() throws(EvidenceError) -> [Int] {
        var byRef: [RefName: [Int]] = [:]
        for (index, update) in unsettled.enumerated() { byRef[update.update.ref, default: []].append(index) }
        var order: [(key: Key, index: Int)] = []
        for (ref, indices) in byRef {
            let sorted = indices.sorted { key(unsettled[$0]) < key(unsettled[$1]) }
            var latest: Key?
            for index in try succession(ref, sorted) {
                // None before what it follows: a ref's own order counts above the moments.
                let own = key(unsettled[index])
                if latest.map({ $0 < own }) ?? true { latest = own }
                order.append((latest ?? own, index))
            }
        }
        return order.enumerated().sorted { left, right in
            left.element.key == right.element.key
                ? left.offset < right.offset : left.element.key < right.element.key
        }.map(\.element.index)
    }

    /// Moment, entry, place in it.
    private typealias Key = (Int64, String, Int)

    private func key(_ update: UnsettledUpdate) -> Key {
        (update.moment, update.id, update.position)
    }

    /// What of a ref's updates was committed, in its order; settles the others.
    private mutating func succession(_ ref: RefName, _ indices: [Int]) throws(EvidenceError) -> [Int] {
        var candidates: [Int] = []
        for position in indices {
            let update = unsettled[position]
            switch update.standing {
            case .committed where try isWritten(update): continue
            case .committed, .possible: candidates.append(position)
            case .dropped: try ledger.journal.note([(update.position, .aborted)], in: update.id)
            case .pending: break
            }
        }
        guard !candidates.isEmpty else { return [] }
        let current = try current(ref)
        let steps = candidates.map { position in
            let update = unsettled[position]
            return Succession.Step(
                old: update.update.old, new: update.update.new, isCertain: update.standing == .committed)
        }
        let order = try Succession.order(from: try index.value(of: ref) ?? .zero, to: current, steps: steps) {
            (id: ObjectID) throws(EvidenceError) in try isInHistory(id, of: current)
        }
        let isAwaited = indices.contains { unsettled[$0].standing == .pending }
        let taken = Set(order)
        for (step, position) in candidates.enumerated() where !taken.contains(step) {
            try leaveOut(unsettled[position], isAwaited: isAwaited)
        }
        return order.map { candidates[$0] }
    }

    /// Whether a receipt was written and the process ended before the journal said so: the number was meant for this
    /// update alone.
    private func isWritten(_ update: UnsettledUpdate) throws(EvidenceError) -> Bool {
        guard case .writing(let sequence) = update.outcome else { return false }
        let isWritten = index.sequence >= sequence
        // A number that was not written is nobody's again: receipts come in another order now, perhaps.
        try ledger.journal.note(
            [(update.position, isWritten ? .receipted(sequence: sequence) : .writing(sequence: .max))], in: update.id)
        return isWritten
    }

    private mutating func leaveOut(_ update: UnsettledUpdate, isAwaited: Bool) throws(EvidenceError) {
        guard update.standing == .committed else {
            try ledger.journal.note([(update.position, .aborted)], in: update.id)
            return
        }
        // Something that is on its way may come between.
        if isAwaited { return }
        try ledger.journal.note([(update.position, .setAside)], in: update.id)
        let moved = update.update
        notices.append(
            "the update of \(moved.ref) from \(moved.old) to \(moved.new) does not follow from its last receipt; it was"
                + " put into sallyport/set-aside and has no receipt")
    }

    private func current(_ ref: RefName) throws(EvidenceError) -> ObjectID {
        do throws(GitError) {
            return try ledger.repository.resolve(ref: ref.text) ?? .zero
        } catch {
            throw EvidenceError(code: .storage, description: "cannot repair the journal: \(error)")
        }
    }

    private func isInHistory(_ id: ObjectID, of current: ObjectID) throws(EvidenceError) -> Bool {
        let repository = ledger.repository
        do throws(GitError) {
            guard !id.isZero, !current.isZero, try repository.objectKind(current) == .commit,
                try repository.objectKind(id) == .commit
            else { return false }
            return try repository.isAncestor(id, of: current)
        } catch {
            throw EvidenceError(code: .storage, description: "cannot repair the journal: \(error)")
        }
    }

    // MARK: Writing

    /// Writes the receipts of updates, all that memory permits by one commit.
    private mutating func writeReceipts(_ positions: [Int]) throws(EvidenceError) {
        var rest = positions[...]
        while !rest.isEmpty {
            var batch = ReceiptBatch(after: index)
            var meant: [Meant] = []
            do throws(EvidenceError) {
                while !batch.isFull, let position = rest.popFirst() {
                    guard try append(unsettled[position], to: &batch) else { continue }
                    meant.append((position, batch.index.sequence))
                }
            } catch {
                // What comes before it is receipted all the same.
                try write(batch, meant)
                throw error
            }
            try write(batch, meant)
        }
    }

    /// An update, by its place among the unsettled, and the number of its receipt.
    private typealias Meant = (position: Int, sequence: Int64)

    /// - Returns: whether the update gets a receipt.
    private mutating func append(
        _ update: UnsettledUpdate, to batch: inout ReceiptBatch
    ) throws(EvidenceError) -> Bool {
        guard var file = try ledger.journal.open(update.id) else { return false }
        let accepted: AcceptedUpdate
        do throws(EvidenceError) {
            accepted = try AcceptedUpdate(text: try file.details(at: update.position))
        } catch  where error.code == .malformed {
            notices.append("\(error); \(update.update.ref) at \(update.update.new) has no receipt")
            try ledger.journal.note(
                [(update.position, .committed(at: update.moment)), (update.position, .setAside)], in: update.id)
            return false
        }
        try ledger.append(accepted, of: update.update, file.head, to: &batch)
        return true
    }

    /// The journal says which number is meant for which update before the commit, and that it is written after it: a
    /// process that ends between leaves no doubt.
    private mutating func write(_ batch: ReceiptBatch, _ meant: [Meant]) throws(EvidenceError) {
        guard !batch.isEmpty else { return }
        let byEntry = Dictionary(grouping: meant) { unsettled[$0.position].id }
        for (id, meant) in byEntry {
            let marks = meant.flatMap { meant -> [(position: Int, outcome: JournalOutcome)] in
                let update = unsettled[meant.position]
                return [
                    (update.position, .committed(at: update.moment)),
                    (update.position, .writing(sequence: meant.sequence)),
                ]
            }
            try ledger.journal.note(marks, in: id)
        }
        try batch.write(to: ledger.repository)
        for (id, meant) in byEntry {
            try ledger.journal.note(
                meant.map { (unsettled[$0.position].position, .receipted(sequence: $0.sequence)) }, in: id)
        }
        index = try ReceiptIndex(ledger.repository)
    }

    /// An entry of a living process stays until that has told its pusher.
    private func closeEntries() throws(EvidenceError) {
        for (id, count, isOver) in entries where isOver {
            let outcomes = try ledger.journal.outcomes(of: id, count: count)
            guard outcomes.allSatisfy(\.isFinal) else { continue }
            if outcomes.contains(.setAside) {
                try ledger.journal.setAside(id)
            } else {
                try ledger.journal.close(id)
            }
        }
    }
}
