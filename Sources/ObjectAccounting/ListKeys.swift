internal import FieldTree
internal import KubernetesTypes

/// The steps that lead to the elements of a list whose elements have keys or are a set.
struct ListKeys {
    /// One for each element, in order.
    let steps: [FieldPath.Step]
    private let indices: [FieldPath.Step: Int]

    /// - Returns: nil when the list is ordered, a key stands twice, or an element has no key at all.
    init?(_ list: [FieldValue], _ semantics: ListSemantics) {
        var steps: [FieldPath.Step] = []
        var indices: [FieldPath.Step: Int] = [:]
        steps.reserveCapacity(list.count)
        indices.reserveCapacity(list.count)
        for (index, element) in list.enumerated() {
            guard let step = Self.step(element, semantics), indices.updateValue(index, forKey: step) == nil else {
                return nil
            }
            steps.append(step)
        }
        self.steps = steps
        self.indices = indices
    }

    func index(of step: FieldPath.Step) -> Int? {
        indices[step]
    }

    private static func step(_ element: FieldValue, _ semantics: ListSemantics) -> FieldPath.Step? {
        switch semantics {
        case .ordered: return nil
        case .set: return .element([.init(name: "", value: element)])
        case .keyed(let names), .orderedKeyed(let names):
            var keys: [FieldPath.Key] = []
            for name in names {
                // An absent protocol is TCP before defaulting; after it, it is always there.
                let standard: FieldValue = name == "protocol" ? "TCP" : .null
                keys.append(.init(name: name, value: element[name] ?? standard))
            }
            return keys.contains { $0.value != .null } ? .element(keys) : nil
        }
    }
}
