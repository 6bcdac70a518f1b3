/// A path that an update changes.
public struct ChangedPath: Sendable, Hashable {
    /// From the top of the tree, parts joined by slashes. Git gives paths no encoding.
    public let path: [UInt8]
    /// Whether a symbolic link or a submodule stood or stands there.
    public let leadsElsewhere: Bool

    public init(path: [UInt8], leadsElsewhere: Bool = false) {
        self.path = path
        self.leadsElsewhere = leadsElsewhere
    }
}
