public import GitNames

/// What the push gate found out about an annotated tag.
public struct TagFacts: Sendable, Hashable {
    public let id: ObjectID
    /// The name inside the object.
    public let name: String
    /// Whether it tags a commit, and not a tree, a blob or another tag.
    public let tagsCommit: Bool
    public let signature: SignatureFacts

    public init(id: ObjectID, name: String, tagsCommit: Bool, signature: SignatureFacts) {
        self.id = id
        self.name = name
        self.tagsCommit = tagsCommit
        self.signature = signature
    }
}
