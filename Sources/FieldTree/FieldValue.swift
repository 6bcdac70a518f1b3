internal import ExactValues

/// A JSON-shaped value: what a Kubernetes object, an AdmissionReview or a YAML manifest is made of.
///
/// Integers and other numbers are kept apart, as the Kubernetes API machinery does: a number that fits `Int64` is an
/// integer, everything else is a double.
public enum FieldValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case string(String)
    case list([FieldValue])
    case map(FieldMap)

    /// Whether both are the same value. Strings are compared by bytes; an integer and a double are never the same.
    public static func == (left: FieldValue, right: FieldValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): ExactText.equal(left, right)
        case (.list(let left), .list(let right)): left == right
        case (.map(let left), .map(let right)): left == right
        default: false
        }
    }
}

extension FieldValue {
    /// The members of a map, or nil for any other value.
    public var map: FieldMap? {
        if case .map(let map) = self { return map }
        return nil
    }

    /// The elements of a list, or nil for any other value.
    public var list: [FieldValue]? {
        if case .list(let list) = self { return list }
        return nil
    }

    /// The text of a string, or nil for any other value.
    public var string: String? {
        if case .string(let string) = self { return string }
        return nil
    }

    /// The value of an integer, or nil for any other value.
    public var integer: Int64? {
        if case .integer(let integer) = self { return integer }
        return nil
    }

    /// The value of a boolean, or nil for any other value.
    public var bool: Bool? {
        if case .bool(let bool) = self { return bool }
        return nil
    }

    /// Whether this is null, an empty list or an empty map: forms that the API server adds and drops at will.
    public var isEmpty: Bool {
        switch self {
        case .null: true
        case .list(let list): list.isEmpty
        case .map(let map): map.isEmpty
        default: false
        }
    }

    /// The member `key` of a map; nil when this is no map or has no such member.
    public subscript(key: String) -> FieldValue? {
        map?[key]
    }

    /// The value at `path`, or nil when there is none. Keyed and indexed list steps are both followed.
    public subscript(path: FieldPath) -> FieldValue? {
        var value = self
        for step in path.steps {
            guard let next = value.child(step) else { return nil }
            value = next
        }
        return value
    }

    /// The child that one step of a path leads to.
    public func child(_ step: FieldPath.Step) -> FieldValue? {
        switch step {
        case .member(let key):
            return map?[key]
        case .index(let index):
            guard let list, list.indices.contains(index) else { return nil }
            return list[index]
        case .element(let keys):
            return list?.first { element in
                keys.allSatisfy { key in
                    if key.name.isEmpty { return element == key.value }
                    // A key may be missing; a protocol that is, is TCP.
                    return (element[key.name] ?? (key.name == "protocol" ? "TCP" : .null)) == key.value
                }
            }
        }
    }
}

extension FieldValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int64) { self = .integer(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(arrayLiteral elements: FieldValue...) { self = .list(elements) }

    /// A map from literal members; a key written twice keeps its last value.
    public init(dictionaryLiteral elements: (String, FieldValue)...) {
        var map = FieldMap()
        for (key, value) in elements { map[key] = value }
        self = .map(map)
    }
}
