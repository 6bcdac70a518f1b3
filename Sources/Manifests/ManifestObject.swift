public import FieldTree

/// One Kubernetes object as a manifest writes it, whatever file that manifest is.
public struct ManifestObject: Sendable {
    /// The API group of its `apiVersion`; empty for the core group.
    public let group: String
    public let kind: String
    /// `metadata.namespace` as written; empty when there is none.
    public let namespace: String
    public let name: String
    /// The line, from 1, where the object starts.
    public let line: UInt32
    private let packed: PackedValue

    /// - Parameter lines: of every value below `value`, in the order of a walk.
    init(value: FieldValue, name: String, lines: [UInt32]) {
        group = ObjectReference.group(ofAPIVersion: value["apiVersion"]?.string ?? "")
        kind = value["kind"]?.string ?? ""
        namespace = value["metadata"]?["namespace"]?.string ?? ""
        self.name = name
        line = lines.first ?? 1
        packed = PackedValue(value, lines: lines)
    }

    /// The object as written. Unpacked anew at each call.
    public var value: FieldValue { packed.value }

    /// The line of each value of ``value``, in the order of a walk over it, root first. Unpacked anew at each call.
    public var lines: [UInt32] { packed.lines }
}
