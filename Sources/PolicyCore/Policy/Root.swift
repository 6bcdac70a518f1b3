public import ExactValues
public import GitNames

/// What install pins in the repository's own configuration: what holds whatever is pushed.
public struct Root: Sendable, Hashable {
    /// The random id of the repository, bound into policies, approvals and receipts.
    public let repository: Name
    /// The one ref whose policy counts.
    public let policyRef: RefName
    /// Who brings the first policy in and replaces one that went bad.
    public let owners: [Person]
    /// How many owners that takes.
    public let threshold: Int
    /// The 32 bytes of the Ed25519 key that receipts are signed with.
    public let receiptKey: [UInt8]
    /// Which kind of server tells who pushes; nil when none is believed.
    public let pusherSource: Name?
    /// What was there before the gate; nil when nothing was.
    public let genesis: GenesisPin?

    public init(
        repository: Name, policyRef: RefName, owners: [Person], threshold: Int, receiptKey: [UInt8],
        pusherSource: Name? = nil, genesis: GenesisPin? = nil
    ) {
        self.repository = repository
        self.policyRef = policyRef
        self.owners = owners
        self.threshold = threshold
        self.receiptKey = receiptKey
        self.pusherSource = pusherSource
        self.genesis = genesis
    }
}
