/// A place in a YAML text, counted from 1. The column counts Unicode scalars.
public struct YAMLMark: Sendable, Hashable {
    public let line: UInt32
    public let column: UInt32

    public init(line: UInt32, column: UInt32) {
        self.line = line
        self.column = column
    }
}
