public import ExactValues
public import GitNames
public import PolicyCore

/// A push that was judged good, on its way to being committed by Git: one transaction, one entry.
public struct JournalEntry: Sendable, Hashable {
    /// One update and what its receipt needs.
    public struct Update: Sendable, Hashable {
        public let update: RefUpdate
        /// An ``AcceptedUpdate`` as text. The journal does not look inside.
        public let details: [UInt8]

        public init(update: RefUpdate, details: [UInt8]) {
            self.update = update
            self.details = details
        }
    }

    /// The most bytes of a login that the journal keeps.
    public static let pusherLimit = 4096

    /// The name of its file: the transaction, or where that cannot be told what ``unknownTransaction(at:digits:)`` says.
    public let id: String
    public let time: Timestamp
    public let pusher: Name?
    /// The policy that judged; nil where the owners' quorum did.
    public let policy: PolicyVersion?
    /// The ref that the policy was read from, and where it was when the push was judged; zero where it did not exist.
    public let policyRef: RefName
    public let policyTip: ObjectID
    /// Sorted by the bytes of their refs, each ref once.
    public let updates: [Update]

    public init(
        id: String, time: Timestamp, pusher: Name?, policy: PolicyVersion?, policyRef: RefName, policyTip: ObjectID,
        updates: [Update]
    ) {
        self.id = id
        self.time = time
        self.pusher = pusher
        self.policy = policy
        self.policyRef = policyRef
        self.policyTip = policyTip
        self.updates = updates.sorted { $0.update.ref < $1.update.ref }
    }

    /// The process that moves the refs; nil where that could not be told.
    public var transaction: TransactionID? { TransactionID(id) }

    /// A name for the entry of a push whose process cannot be told; later ones sort behind earlier ones.
    public static func unknownTransaction(at time: Timestamp, digits: String) -> String {
        let seconds = String(max(0, time.seconds))
        return "u-" + String(repeating: "0", count: max(0, 12 - seconds.utf8.count)) + seconds + "-" + digits
    }
}
