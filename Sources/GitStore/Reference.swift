public import GitNames

/// A ref and what it leads to.
public struct Reference: Sendable {
    /// The full name, such as `refs/heads/main`. Compare names by their bytes.
    public let name: String
    /// The object it leads to, through symbolic refs.
    public let id: ObjectID
    /// The ref it stands for, when it is symbolic.
    public let symbolicTarget: String?
}
