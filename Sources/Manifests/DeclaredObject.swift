public import FieldTree
internal import Synchronization
internal import YAMLDocument

/// One object as Git declares it, and where it stands. The commit is that of the state it was looked up in.
public struct DeclaredObject: Sendable {
    public let reference: ObjectReference
    /// The file's path in the repository.
    public let file: String
    private let content: Content

    /// The object's fields, unpacked when they are first asked for.
    private final class Content: Sendable {
        let object: ManifestObject
        private let unpacked = Mutex<FieldValue?>(nil)

        init(_ object: ManifestObject) {
            self.object = object
        }

        var value: FieldValue {
            unpacked.withLock { unpacked in
                if let value = unpacked { return value }
                let value = object.value
                unpacked = value
                return value
            }
        }
    }

    /// - Parameters:
    ///   - reference: under which the cluster knows the object.
    ///   - object: what `file` says.
    public init(reference: ObjectReference, object: ManifestObject, file: String) {
        self.reference = reference
        self.file = file
        content = Content(object)
    }

    /// The object as written; see `ServerDefaults` for what the API server makes of it.
    public var value: FieldValue { content.value }

    /// The API version as written: `apps/v1`.
    public var apiVersion: String { value["apiVersion"]?.string ?? "" }

    /// The line, from 1, of the value at `path`, or of the nearest value above it that is written down.
    public func line(of path: FieldPath) -> UInt32 {
        guard !path.steps.isEmpty else { return content.object.line }
        let lines = content.object.lines
        var path = path
        while true {
            if let line = YAMLNode.line(of: path, in: value, lines: lines) { return line }
            if path.steps.isEmpty { return content.object.line }
            path.steps.removeLast()
        }
    }
}
