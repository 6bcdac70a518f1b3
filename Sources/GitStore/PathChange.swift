public import GitNames

/// A path whose entry differs between two trees.
public struct PathChange: Sendable, Hashable {
    /// One side of a change.
    public struct Side: Sendable, Hashable {
        public let id: ObjectID
        public let mode: FileMode
    }

    /// From the top of the tree, parts joined by slashes. Compare paths by their bytes.
    public let path: String
    /// What stood there; nil when the path is new.
    public let old: Side?
    /// What stands there now; nil when the path is gone.
    public let new: Side?
}
