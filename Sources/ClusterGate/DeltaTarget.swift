internal import FieldTree
internal import ObjectAccounting

/// Judges the changes of an update against the object that Git declares: each moves to the declared value, or removes
/// what Git does not have.
struct DeltaTarget {
    let before: FieldValue
    let after: FieldValue
    /// The declared object, completed.
    let expected: FieldValue

    /// Whether a change needs nobody's leave.
    func accepts(_ change: Difference) -> Bool {
        if Self.isOthers(change.path) { return false }
        if let list = orderedList(above: change.path), after[list] == expected[list] { return true }
        switch change.note {
        case .duplicateKey?: return after[change.path] == expected[change.path]
        case .reordered?: return hasExpectedOrder(change.path)
        case .unfinished?: return false
        case nil: break
        }
        if isContainerForm(change) { return true }
        let target = expected[change.path] == .null ? nil : expected[change.path]
        guard let value = change.after else { return target == nil }
        return value == target
    }

    /// Fields that are no drift when Git does not have them: others write them, and only their delegates may.
    private static func isOthers(_ path: FieldPath) -> Bool {
        let owned = [
            FieldPath("metadata", "finalizers"), FieldPath("metadata", "ownerReferences"),
            FieldPath("metadata", "generateName"), FieldPath("spec", "claimRef"), FieldPath("spec", "volumeName"),
            FieldPath("status"),
        ]
        if owned.contains(where: { path.starts(with: $0) }) { return true }
        guard path.steps.count == 3, path.starts(with: FieldPath("metadata", "annotations")),
            case .member(let key) = path.steps[2]
        else { return false }
        return key.hasPrefix("pv.kubernetes.io/") || key.hasPrefix("deployment.kubernetes.io/")
            || key == "volume.kubernetes.io/selected-node" || key == "kubernetes.io/limit-ranger"
    }

    /// A list or map that became empty, or stopped being so, is reported beside the leaves that came or went: those are
    /// what is judged.
    private func isContainerForm(_ change: Difference) -> Bool {
        if change.after == nil, change.before?.isEmpty == true { return after[change.path]?.isEmpty == false }
        if change.before == nil, change.after?.isEmpty == true { return before[change.path]?.isEmpty == false }
        return false
    }

    /// The outermost list above `path` whose elements have no keys: it is one value.
    private func orderedList(above path: FieldPath) -> FieldPath? {
        guard let index = path.steps.firstIndex(where: { if case .index = $0 { true } else { false } }) else {
            return nil
        }
        return FieldPath(Array(path.steps[..<index]))
    }

    private func hasExpectedOrder(_ path: FieldPath) -> Bool {
        guard let wanted = expected[path]?.list, let given = after[path]?.list else { return false }
        let names = wanted.map { $0["name"] }
        let shared = given.map { $0["name"] }.filter { names.contains($0) }
        return shared == names.filter { shared.contains($0) }
    }
}
