public import GitNames

/// A file found in a tree.
public struct TreeFile: Sendable, Hashable {
    /// From the top of the tree, parts joined by slashes; what is not UTF-8 shows as U+FFFD. Compare paths by their bytes.
    public let path: String
    public let id: ObjectID
    public let mode: FileMode
}
