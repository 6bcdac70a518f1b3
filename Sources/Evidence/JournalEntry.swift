public import ExactValues
public import GitNames
public import PolicyCore

/// A push that was judged good, on its way to being committed by Git.
public struct JournalEntry: Sendable, Hashable {
    /// What became of one update.
    public enum Outcome: Sendable, Hashable {
        /// Accepted by the gate; Git has not said yet.
        case judged
        /// Git moved the ref. The moment orders receipts: nanoseconds since 1970.
        case committed(at: Int64)
        case aborted
        /// Committed, and its receipt is written.
        case receipted
    }

    /// One update and what its receipt needs.
    public struct Update: Sendable, Hashable {
        public let update: RefUpdate
        public let accepted: AcceptedUpdate
        public var outcome: Outcome

        public init(
            update: RefUpdate, accepted: AcceptedUpdate,
            outcome: Outcome = .judged
        ) {
            self.update = update
            self.accepted = accepted
            self.outcome = outcome
        }
    }

    /// Tells pushes apart: the second of its receipt and random digits.
    public let id: String
    public let time: Timestamp
    public let pusher: Name?
    /// The policy that judged; nil where the owners' quorum did.
    public let policy: PolicyVersion?
    /// The policy file that the push itself brings.
    public let nextPolicy: ObjectID?
    public var updates: [Update]

    public init(
        id: String, time: Timestamp, pusher: Name?, policy: PolicyVersion?, nextPolicy: ObjectID?, updates: [Update]
    ) {
        self.id = id
        self.time = time
        self.pusher = pusher
        self.policy = policy
        self.nextPolicy = nextPolicy
        self.updates = updates
    }
}
