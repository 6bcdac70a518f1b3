public import GitNames

/// What the push gate found out about an annotated tag.
public struct TagFacts: Sendable, Hashable {
    public let id: ObjectID
    /// The name inside the object, as bytes: Git gives it no encoding.
    public let name: [UInt8]
    /// What it tags.
    public let target: ObjectID
    /// Whether that is a commit, and not a tree, a blob or another tag.
    public let tagsCommit: Bool
    public let signature: SignatureFacts

    public init(id: ObjectID, name: [UInt8], target: ObjectID, tagsCommit: Bool, signature: SignatureFacts) {
        self.id = id
        self.name = name
        self.target = target
        self.tagsCommit = tagsCommit
        self.signature = signature
    }
}
