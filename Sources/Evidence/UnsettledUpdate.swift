internal import ExactValues
internal import GitNames
internal import PolicyCore

/// An update in the journal that has no receipt yet, and what is known of it.
struct UnsettledUpdate {
    /// What settling may do with it.
    enum Standing: Hashable {
        /// Git said so.
        case committed
        /// Git held the lock and may have moved the ref, or what it said was lost with the machine's power.
        case possible
        /// It did not come to Git's lock and never will.
        case dropped
        /// Its process may still move the ref.
        case pending
    }

    let id: String
    let position: Int
    let update: RefUpdate
    let outcome: JournalOutcome
    let standing: Standing
    /// Orders receipts of different refs: nanoseconds since 1970.
    let moment: Int64

    /// - Parameters:
    ///   - life: what is known of the process of its transaction.
    ///   - isOverdue: whether it waits for longer than a process that cannot be told is waited for.
    init(
        id: String, position: Int, update: RefUpdate, outcome: JournalOutcome, time: Timestamp,
        life: TransactionID.Life, isOverdue: Bool
    ) {
        self.id = id
        self.position = position
        self.update = update
        self.outcome = outcome
        let (nanoseconds, isOver) = time.seconds.multipliedReportingOverflow(by: 1_000_000_000)
        if case .committed(let moment) = outcome { self.moment = moment } else { moment = isOver ? .max : nanoseconds }
        standing =
            switch (outcome, life) {
            case (.committed, _), (.writing, _): .committed
            case (.prepared, .ended), (_, .endedWithMachine), (.prepared, .unknown): .possible
            case (_, .ended): .dropped
            case (_, .unknown): isOverdue ? .dropped : .pending
            case (_, .alive): .pending
            }
    }
}
