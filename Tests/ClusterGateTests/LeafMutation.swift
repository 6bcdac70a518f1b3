import FieldTree
import ObjectAccounting

/// One change of one leaf of an object.
struct LeafMutation {
    enum Kind: String, CaseIterable {
        case changed, removed, added
    }

    let kind: Kind
    let path: FieldPath
    let object: FieldValue

    /// Every single-leaf mutation of an object: each leaf changed, each removed, and one added beside each.
    static func all(of object: FieldValue) -> [LeafMutation] {
        var mutations: [LeafMutation] = []
        var widened: Set<FieldPath> = []
        for leaf in ObjectComparison(nil, object).differences {
            guard let value = leaf.after else { continue }
            mutations.append(
                LeafMutation(
                    kind: .changed, path: leaf.path, object: object.replacing(leaf.path.steps[...], changed(value))))
            mutations.append(
                LeafMutation(kind: .removed, path: leaf.path, object: object.replacing(leaf.path.steps[...], nil)))
            var parent = leaf.path
            parent.steps.removeLast()
            guard case .member? = leaf.path.steps.last, widened.insert(parent).inserted else { continue }
            let added = parent.appending("zzAdded")
            mutations.append(
                LeafMutation(kind: .added, path: added, object: object.replacing(added.steps[...], "evil")))
        }
        return mutations
    }

    private static func changed(_ value: FieldValue) -> FieldValue {
        switch value {
        case .null: "evil"
        case .bool(let bool): .bool(!bool)
        case .integer(let integer): .integer(integer + 1)
        case .number(let number): .number(number + 1)
        case .string(let string): .string(string + "x")
        case .list: ["evil"]
        case .map: ["evil": "evil"]
        }
    }
}

extension FieldValue {
    /// This value with the one at `steps` replaced, or removed for nil.
    func replacing(_ steps: ArraySlice<FieldPath.Step>, _ value: FieldValue?) -> FieldValue {
        guard let step = steps.first else { return value ?? .null }
        let rest = steps.dropFirst()
        switch step {
        case .member(let key):
            var copy = self
            copy.set(key, rest.isEmpty ? value : self[key].map { $0.replacing(rest, value) })
            return copy
        case .index, .element:
            guard case .list(var list) = self, let child = child(step), let index = list.firstIndex(of: child) else {
                return self
            }
            if rest.isEmpty, value == nil {
                list.remove(at: index)
            } else {
                list[index] = rest.isEmpty ? value ?? .null : child.replacing(rest, value)
            }
            return .list(list)
        }
    }
}
