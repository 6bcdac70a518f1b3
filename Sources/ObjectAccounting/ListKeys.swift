internal import FieldTree
internal import KubernetesTypes

/// What tells the elements of a list apart whose elements have keys or are a set.
struct ListKeys {
    /// One for each element, in order.
    let keys: [String]
    private let indices: [String: Int]
    /// The members that are the key; nil for a set.
    private let names: [String]?

    /// - Returns: nil when the list is ordered, a key stands twice, or an element has no key at all.
    init?(_ list: [FieldValue], _ semantics: ListSemantics) {
        switch semantics {
        case .ordered: return nil
        case .set: names = nil
        case .keyed(let members), .orderedKeyed(let members): names = members
        }
        var keys: [String] = []
        var indices: [String: Int] = [:]
        keys.reserveCapacity(list.count)
        indices.reserveCapacity(list.count)
        for (index, element) in list.enumerated() {
            guard let key = Self.key(of: element, names), indices.updateValue(index, forKey: key) == nil else {
                return nil
            }
            keys.append(key)
        }
        self.keys = keys
        self.indices = indices
    }

    /// The position of the element with a key. Two keys that Unicode calls the same are one here: they differ later.
    func index(of key: String) -> Int? {
        indices[key]
    }

    /// The step that leads to an element.
    func step(to element: FieldValue) -> FieldPath.Step {
        guard let names else { return .element([.init(name: "", value: element)]) }
        return .element(names.map { .init(name: $0, value: Self.value(of: element, $0)) })
    }

    /// A text of its own for each key: a string stands for itself, everything else for its JSON.
    private static func key(of element: FieldValue, _ names: [String]?) -> String? {
        guard let names else { return text(element) }
        if names.count == 1 {
            let key = value(of: element, names[0])
            return key == .null ? nil : text(key)
        }
        let values = names.map { value(of: element, $0) }
        return values.contains { $0 != .null } ? text(.list(values)) : nil
    }

    private static func text(_ value: FieldValue) -> String {
        if case .string(let string) = value, string.utf8.first != 0 { return string }
        return "\0" + JSONText.compact(value)
    }

    /// An absent protocol is TCP before defaulting; after it, it is always there.
    private static func value(of element: FieldValue, _ name: String) -> FieldValue {
        element[name] ?? (name == "protocol" ? "TCP" : .null)
    }
}
