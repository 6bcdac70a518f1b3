public import GitNames

/// What the push gate found out about one commit.
public struct CommitFacts: Sendable, Hashable {
    public let id: ObjectID
    public let parents: [ObjectID]
    /// What its signature proves now; where a receipt says who signed, it only tells one more maker.
    public let signature: SignatureFacts
    public let claims: MakerClaims
    /// What earlier receipts say of it; nil for a commit that is new to the gate.
    public let established: EstablishedFacts?
    /// Whether this merges its parents exactly as the recomputed merge does, so that its signer added nothing.
    public var isCleanMerge: Bool

    public init(
        id: ObjectID, parents: [ObjectID] = [], signature: SignatureFacts, claims: MakerClaims,
        established: EstablishedFacts? = nil, isCleanMerge: Bool = false
    ) {
        self.id = id
        self.parents = parents
        self.signature = signature
        self.claims = claims
        self.established = established
        self.isCleanMerge = isCleanMerge
    }
}
