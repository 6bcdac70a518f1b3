public import GitNames

/// A commit with all that receipts, the coming one among them, say of it.
public struct EstablishedCommit: Sendable, Hashable {
    public let id: ObjectID
    public let facts: EstablishedFacts

    public init(id: ObjectID, facts: EstablishedFacts) {
        self.id = id
        self.facts = facts
    }
}
