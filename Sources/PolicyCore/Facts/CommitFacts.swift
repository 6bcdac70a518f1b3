public import GitNames

/// What the push gate found out about one commit.
public struct CommitFacts: Sendable, Hashable {
    public let id: ObjectID
    public let signature: SignatureFacts
    /// The addresses the commit claims; they only ever exclude approvers.
    public let emails: [String]
    /// Whether this merges its parents exactly as the recomputed merge does, so that its signer added nothing.
    public let isCleanMerge: Bool

    public init(id: ObjectID, signature: SignatureFacts, emails: [String], isCleanMerge: Bool = false) {
        self.id = id
        self.signature = signature
        self.emails = emails
        self.isCleanMerge = isCleanMerge
    }
}
