/// How much of a YAML text is read before it is refused.
public struct YAMLLimits: Sendable, Hashable {
    /// The most bytes of text.
    public var bytes: Int
    /// The deepest nesting of maps and lists, aliases expanded.
    public var depth: Int
    /// The most scalars, maps and lists in all documents together, aliases expanded.
    public var nodes: Int
    /// The most bytes of scalars in all documents together, aliases expanded.
    public var scalarBytes: Int

    /// 16 MiB of text, 256 levels, two million nodes, 64 MiB of scalars.
    public static let standard = YAMLLimits(bytes: 16 << 20, depth: 256, nodes: 2_000_000, scalarBytes: 64 << 20)

    public init(bytes: Int, depth: Int, nodes: Int, scalarBytes: Int) {
        self.bytes = bytes
        self.depth = min(depth, 256)
        self.nodes = nodes
        self.scalarBytes = scalarBytes
    }
}
