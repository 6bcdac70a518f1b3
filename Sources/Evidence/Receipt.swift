public import ExactValues
public import PolicyCore

/// What the push gate attests of one committed ref update.
public struct Receipt: Sendable, Hashable {
    /// What brought the update about.
    public enum Kind: String, Sendable, Hashable {
        /// The ref was there when the gate was installed.
        case genesis
        /// A push that the gate accepted.
        case push
    }

    public let kind: Kind
    /// Rises by one with every receipt of the repository, from 1.
    public let sequence: Int64
    public let repository: Name
    /// When the push was received.
    public let time: Timestamp
    public let update: RefUpdate
    /// nil when the owners' quorum judged, or for a genesis receipt.
    public let policy: PolicyVersion?
    /// The SHA-256 of the rule's canonical text, in hexadecimal digits; empty where no rule of a policy applied.
    public let ruleDigest: String
    /// The approvals that were used up: the whole tag objects.
    public let approvals: [[UInt8]]
    public let approvers: [Name]
    /// The login that the server told.
    public let pusher: Name?
    public let levels: [String]
    /// The SHA-256 of the receipt before this one, in hexadecimal digits; empty for the first.
    public let previous: String

    public init(
        kind: Kind, sequence: Int64, repository: Name, time: Timestamp, update: RefUpdate, policy: PolicyVersion?,
        ruleDigest: String, approvals: [[UInt8]], approvers: [Name], pusher: Name?, levels: [String], previous: String
    ) {
        self.kind = kind
        self.sequence = sequence
        self.repository = repository
        self.time = time
        self.update = update
        self.policy = policy
        self.ruleDigest = ruleDigest
        self.approvals = approvals
        self.approvers = approvers
        self.pusher = pusher
        self.levels = levels
        self.previous = previous
    }

    public static let statementType = "https://in-toto.io/Statement/v1"
    public static let predicateType = "https://slsa.dev/verification_summary/v1"
    /// The member of the predicate that has what SLSA has no word for.
    public static let extensionKey = "https://sallyport.dev/receipt/v1"
}
