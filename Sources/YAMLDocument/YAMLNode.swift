public import FieldTree

/// A value of a YAML document and where it stands. Aliases and merge keys are already expanded: what they bring keeps
/// the place where it was written.
public struct YAMLNode: Sendable {
    /// One key of a map and its value.
    public struct Member: Sendable {
        public let key: String
        public let keyMark: YAMLMark
        public let value: YAMLNode
    }

    /// What a node holds.
    public enum Content: Sendable {
        /// Null, a boolean, a number or a string.
        case scalar(FieldValue)
        case list([YAMLNode])
        /// The members by ascending bytes of their keys.
        case map([Member])
    }

    public let mark: YAMLMark
    public let content: Content

    /// The members of a map, or nil for any other node.
    public var members: [Member]? {
        if case .map(let members) = content { return members }
        return nil
    }

    /// The elements of a list, or nil for any other node.
    public var elements: [YAMLNode]? {
        if case .list(let elements) = content { return elements }
        return nil
    }

    /// The node as the value that Kubernetes would read from it.
    public var value: FieldValue {
        switch content {
        case .scalar(let value): value
        case .list(let elements): .list(elements.map(\.value))
        case .map(let members):
            .map(FieldMap(unsorted: members.map { .init(key: $0.key, value: $0.value.value) }) ?? FieldMap())
        }
    }
}
