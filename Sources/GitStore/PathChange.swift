public import GitNames

/// A path whose entry differs between two trees.
public struct PathChange: Sendable, Hashable {
    /// One side of a change.
    public struct Side: Sendable, Hashable {
        public let id: ObjectID
        public let mode: FileMode

        public init(id: ObjectID, mode: FileMode) {
            self.id = id
            self.mode = mode
        }
    }

    /// From the top of the tree, parts joined by slashes. Git gives paths no encoding.
    public let path: [UInt8]
    /// What stood there; nil when the path is new. Never a folder.
    public let old: Side?
    /// What stands there now; nil when the path is gone. Never a folder.
    public let new: Side?

    public init(path: [UInt8], old: Side?, new: Side?) {
        self.path = path
        self.old = old
        self.new = new
    }

    /// The path for a person: what is not UTF-8 shows as U+FFFD. Nothing is decided by it.
    public var text: String { String(decoding: path, as: UTF8.self) }

    /// Whether a symbolic link or a submodule stood or stands there: other content seems to lie below the path.
    public var leadsElsewhere: Bool {
        old?.mode.leadsElsewhere == true || new?.mode.leadsElsewhere == true
    }
}
