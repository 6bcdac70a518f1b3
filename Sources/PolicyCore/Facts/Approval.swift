public import ExactValues
public import GitNames

/// What a reviewer signed: this change of this ref of this repository, and nothing else.
public struct Approval: Sendable, Hashable {
    /// The tag object that says so.
    public let tag: ObjectID
    public let repository: Name
    public let target: RefName
    /// What the target was at; zero when it did not exist.
    public let base: ObjectID
    /// What the target is to be at.
    public let head: ObjectID
    /// The tree of `head`.
    public let resultTree: ObjectID
    public let signature: SignatureFacts
    /// When it came in, by the gate's own record; nil when there is no record.
    public var arrival: Timestamp?
    /// Whether a receipt has used it.
    public var isConsumed: Bool

    public init(
        tag: ObjectID, repository: Name, target: RefName, base: ObjectID, head: ObjectID, resultTree: ObjectID,
        signature: SignatureFacts, arrival: Timestamp? = nil, isConsumed: Bool = false
    ) {
        self.tag = tag
        self.repository = repository
        self.target = target
        self.base = base
        self.head = head
        self.resultTree = resultTree
        self.signature = signature
        self.arrival = arrival
        self.isConsumed = isConsumed
    }
}
