public import ExactValues
public import GitNames

/// What holds whatever is pushed: what install pins in the repository's own configuration, or a later version of it that
/// the owners signed.
public struct Root: Sendable, Hashable {
    /// Rises by one with every version; what install pins is the first.
    public let version: Int64
    /// The random id of the repository, bound into policies, approvals and receipts.
    public let repository: Name
    /// The one ref whose policy counts.
    public let policyRef: RefName
    /// Who brings the first policy in and replaces one that went bad.
    public let owners: [Person]
    /// How many owners that takes.
    public let threshold: Int
    /// The keys that receipts may be signed with.
    public let receiptKeys: [ReceiptKey]
    /// Which kind of server tells who pushes; nil when none is believed.
    public let pusherSource: Name?
    /// What was there before the gate; nil when nothing was.
    public let genesis: GenesisPin?

    public init(
        version: Int64 = 1, repository: Name, policyRef: RefName, owners: [Person], threshold: Int,
        receiptKeys: [ReceiptKey], pusherSource: Name? = nil, genesis: GenesisPin? = nil
    ) {
        self.version = version
        self.repository = repository
        self.policyRef = policyRef
        self.owners = owners
        self.threshold = threshold
        self.receiptKeys = receiptKeys
        self.pusherSource = pusherSource
        self.genesis = genesis
    }

    /// The first of ``receiptKeys``: the one that install made.
    public var receiptKey: [UInt8] { receiptKeys.first?.publicKey ?? [] }

    /// A root whose receipts are signed with one key.
    /// - Parameter receiptKey: the 32 bytes of an Ed25519 public key.
    public init(
        repository: Name, policyRef: RefName, owners: [Person], threshold: Int, receiptKey: [UInt8],
        pusherSource: Name? = nil, genesis: GenesisPin? = nil
    ) {
        self.init(
            repository: repository, policyRef: policyRef, owners: owners, threshold: threshold,
            receiptKeys: [ReceiptKey(publicKey: receiptKey)], pusherSource: pusherSource, genesis: genesis)
    }

    /// Whether a receipt of a time may be signed with a key.
    public func accepts(receiptKey key: [UInt8], at time: Timestamp) -> Bool {
        receiptKeys.contains { $0.publicKey == key && $0.counts(at: time) }
    }

    /// The owner whose key, counting at a time, made a signature.
    public func owner(of signature: SignatureFacts, at time: Timestamp) -> Name? {
        guard case .key(let key) = signature else { return nil }
        return owners.first { owner in
            owner.keys.contains { $0.identity == key && $0.objection(at: time) == nil }
        }?.name
    }
}
