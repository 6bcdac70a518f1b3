public import ExactValues
public import GitNames
public import PolicyCore

/// What the push gate attests of one committed ref update.
public struct Receipt: Sendable, Hashable {
    /// What brought the update about.
    public enum Kind: String, Sendable, Hashable {
        /// The ref was there when the gate was installed.
        case genesis
        /// A push that the gate accepted.
        case push
        /// The ref was moved past the gate, and the owners put that on record.
        case healed
    }

    /// A commit that the update brought, and who had signed it when the push was received.
    public struct SignedCommit: Sendable, Hashable {
        public let id: ObjectID
        public let signer: Name

        public init(id: ObjectID, signer: Name) {
            self.id = id
            self.signer = signer
        }
    }

    public let kind: Kind
    /// Rises by one with every receipt of the repository, from 1.
    public let sequence: Int64
    public let repository: Name
    /// When the push was received.
    public let time: Timestamp
    public let update: RefUpdate
    /// The SHA-256 of the receipt before this one, in hexadecimal digits; empty for the first.
    public let previous: String
    /// The policy in force; nil where there was none that could be used, and for a genesis receipt.
    public var policy: PolicyVersion?
    /// Whether the owners' quorum decided, and not the policy.
    public var isByOwners = false
    /// The pattern of the rule that was applied; empty where no rule of a policy was.
    public var rule = ""
    /// The approvals that were used up: the whole tag objects.
    public var approvals: [[UInt8]] = []
    public var approvers: [Name] = []
    /// The approval that the update itself brings, where its ref is one of `refs/approvals/`: the whole tag object.
    public var submitted: [UInt8]?
    /// The commits whose signatures were verified for this push.
    public var signed: [SignedCommit] = []
    /// The login that the server told.
    public var pusher: Name?
    public var levels: [String] = []

    public init(
        kind: Kind, sequence: Int64, repository: Name, time: Timestamp, update: RefUpdate, previous: String
    ) {
        self.kind = kind
        self.sequence = sequence
        self.repository = repository
        self.time = time
        self.update = update
        self.previous = previous
    }

    public static let statementType = "https://in-toto.io/Statement/v1"
    public static let predicateType = "https://slsa.dev/verification_summary/v1"
    /// The member of the predicate that has what SLSA has no word for.
    public static let extensionKey = "https://sallyport.dev/receipt/v1"
}
