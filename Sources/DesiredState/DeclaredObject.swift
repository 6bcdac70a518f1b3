public import FieldTree
public import GitNames
internal import YAMLDocument

/// One object as Git declares it, and where it stands.
public struct DeclaredObject: Sendable {
    public let reference: ObjectReference
    /// The object as written; see `ServerDefaults` for what the API server makes of it.
    public let value: FieldValue
    /// The file's path in the repository.
    public let file: String
    /// The commit that the file was read from.
    public let commit: ObjectID
    /// The line of each value of ``value``, in the order of a walk over it, root first.
    private let lines: [UInt32]

    init(reference: ObjectReference, value: FieldValue, file: String, commit: ObjectID, lines: [UInt32]) {
        self.reference = reference
        self.value = value
        self.file = file
        self.commit = commit
        self.lines = lines
    }

    /// The API version as written: `apps/v1`.
    public var apiVersion: String { value["apiVersion"]?.string ?? "" }

    /// The line, from 1, of the value at `path`, or of the nearest value above it that is written down.
    public func line(of path: FieldPath) -> UInt32 {
        var path = path
        while true {
            if let line = YAMLNode.line(of: path, in: value, lines: lines) { return line }
            if path.steps.isEmpty { return lines.first ?? 1 }
            path.steps.removeLast()
        }
    }
}
