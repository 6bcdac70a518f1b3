public import Manifests

/// What Git says of an object that somebody asks for.
public enum Standing: Sendable {
    /// Exactly one manifest declares it.
    case declared(DeclaredObject)
    /// Several manifests claim it: none of them counts, and the object is not free either.
    case contested([Place])
    /// The last commit in which the file could be read declared it; now the file, or a part of it, cannot be.
    case unreadable(Place)
    /// Git does not know it.
    case undeclared
}

/// A file of the repository and a line in it, from 1.
public struct Place: Sendable, Hashable, CustomStringConvertible {
    public let file: String
    public let line: UInt32

    public init(file: String, line: UInt32) {
        self.file = file
        self.line = line
    }

    public var description: String { "\(file):\(line)" }
}
