internal import FieldTree
internal import ObjectAccounting

/// Judges the changes of an update against the object that Git declares: each moves to the declared value, or removes
/// what Git does not have.
///
/// What the request leaves different from Git is computed once, so that the work grows with the objects and not with
/// their square.
struct DeltaTarget {
    let before: FieldValue
    let after: FieldValue
    /// The declared object, completed.
    let expected: FieldValue
    /// The declared object as Git writes it; nil for a child, which has none.
    let written: FieldValue?
    /// Fields that others write: no drift when Git does not have them, and only their delegates take them away or reset
    /// them to what Git does not say itself.
    let others: [FieldPattern]
    /// What the request leaves different from the declared object.
    let remaining: [Difference]
    /// Whether all of it was compared; what is not known to be equal is not.
    private let isFinished: Bool
    /// The paths of ``remaining``.
    private let off: Set<FieldPath>
    /// All paths above those.
    private let above: Set<FieldPath>
    /// Lists that were compared by position.
    private let positional: Set<FieldPath>

    /// The most lists without keys that are compared element by element in one review.
    static let listBudget = 64

    init(
        before: FieldValue, after: FieldValue, expected: FieldValue, written: FieldValue? = nil,
        others: [FieldPattern] = [], shape: FieldShape? = nil
    ) {
        self.before = before
        self.after = after
        self.expected = expected
        self.written = written
        self.others = others + Self.always
        remaining = ObjectComparison(expected, after, shape: shape).differences
        isFinished = !remaining.contains { $0.note == .unfinished }
        off = Set(remaining.map(\.path))
        var above: Set<FieldPath> = []
        var positional: Set<FieldPath> = []
        for difference in remaining {
            var path = difference.path
            while let last = path.steps.popLast() {
                if case .index = last { positional.insert(path) }
                if !above.insert(path).inserted { break }
            }
        }
        self.above = above
        self.positional = positional
    }

    private static let always: [FieldPattern] = [
        "metadata.finalizers", "metadata.ownerReferences", "metadata.generateName", "spec.claimRef", "spec.volumeName",
        "status", "metadata.annotations[pv.kubernetes.io/*]", "metadata.annotations[deployment.kubernetes.io/*]",
        "metadata.annotations[volume.kubernetes.io/*]", "metadata.annotations[volume.beta.kubernetes.io/*]",
        "metadata.annotations[kubernetes.io/limit-ranger]",
    ]

    /// The changes that need somebody's leave.
    func unaccepted(_ changes: [Difference]) -> [Difference] {
        var lists: [FieldPath: Bool] = [:]
        return changes.filter { change in
            if change.note == .unfinished { return true }
            guard let list = Self.plainList(above: change.path) else { return !accepts(change) }
            if isOthers(change.path), change.after == nil { return true }
            if let known = lists[list] { return !known }
            let isWhole = isDeclared(list) || (lists.count < Self.listBudget && hasWholeElements(list))
            lists[list] = isWhole
            return !isWhole
        }
    }

    /// The changes that need somebody's leave, as findings.
    func findings(_ changes: [Difference]) -> [Finding] {
        unaccepted(changes).map { finding($0) }
    }

    func finding(_ change: Difference) -> Finding {
        Finding(change, expected: expected[change.path])
    }

    /// Whether a change outside lists without keys needs nobody's leave.
    private func accepts(_ change: Difference) -> Bool {
        if isOthers(change.path) { return written?[change.path] != nil && isDeclared(change.path) }
        switch change.note {
        case .reordered?: return hasExpectedOrder(change.path)
        case .duplicateKey?: return isDeclared(change.path)
        case .unfinished?: return false
        case nil: return isContainerForm(change) || isDeclared(change.path)
        }
    }

    private func isOthers(_ path: FieldPath) -> Bool {
        others.contains { $0.covers(path) }
    }

    /// Whether the request has at `path` what Git has there, nothing included.
    private func isDeclared(_ path: FieldPath) -> Bool {
        guard isFinished, !off.contains(path), !above.contains(path) else { return false }
        guard !positional.isEmpty else { return true }
        // A list whose keys mean nothing was compared by position: paths by key say nothing about it.
        var list = path
        while let last = list.steps.popLast() {
            if case .element = last, positional.contains(list) { return false }
        }
        return true
    }

    /// A list or map that became empty, or stopped being so, is reported beside the leaves that came or went: those are
    /// what is judged.
    private func isContainerForm(_ change: Difference) -> Bool {
        if change.after == nil, change.before?.isEmpty == true { return after[change.path]?.isEmpty == false }
        if change.before == nil, change.after?.isEmpty == true { return before[change.path]?.isEmpty == false }
        return false
    }

    // MARK: Lists

    /// The outermost list above `path` whose elements have no keys: it is one value.
    private static func plainList(above path: FieldPath) -> FieldPath? {
        guard let index = path.steps.firstIndex(where: { if case .index = $0 { true } else { false } }) else {
            return nil
        }
        return FieldPath(Array(path.steps[..<index]))
    }

    /// Whether each element of a list is whole from before or from Git, and none that both have is gone. Words (arguments,
    /// verbs) are no elements: such a list is the declared one or it is not.
    private func hasWholeElements(_ list: FieldPath) -> Bool {
        let stored = before[list]?.list ?? []
        let wanted = expected[list]?.list ?? []
        let given = after[list]?.list ?? []
        guard (stored + wanted + given).allSatisfy({ $0.map != nil }) else { return false }
        let (old, declared, new) = (Set(stored), Set(wanted), Set(given))
        guard new.count == given.count, given.allSatisfy({ old.contains($0) || declared.contains($0) }) else {
            return false
        }
        guard stored.allSatisfy({ !declared.contains($0) || new.contains($0) }) else { return false }
        let shared = wanted.filter { new.contains($0) }
        return given.filter { declared.contains($0) } == shared
    }

    private func hasExpectedOrder(_ path: FieldPath) -> Bool {
        guard let wanted = expected[path]?.list, let given = after[path]?.list else { return false }
        let names = wanted.map { $0["name"] }
        let (known, present) = (Set(names), Set(given.map { $0["name"] }))
        return given.map { $0["name"] }.filter { known.contains($0) } == names.filter { present.contains($0) }
    }

    // MARK: One commit

    private static let program = ["image", "command", "args"]
    private static let containerSecurity = ["securityContext", "volumeMounts", "volumeDevices", "lifecycle"] + program
    private static let podSecurity = [
        "hostNetwork", "hostPID", "hostIPC", "hostUsers", "shareProcessNamespace", "securityContext",
        "serviceAccountName", "runtimeClassName",
    ]

    /// What a container's new program would run beside: settings of its container or Pod that Git does not declare. A
    /// program of one commit with the rights of another is neither.
    func mixed(_ changes: [Difference]) -> [Finding] {
        var containers: Set<FieldPath> = []
        var pods: Set<FieldPath> = []
        for change in changes {
            let steps = change.path.steps
            guard
                let place = steps.firstIndex(where: { $0 == .member("containers") || $0 == .member("initContainers") }),
                steps.count > place + 2, case .member(let field) = steps[place + 2], Self.program.contains(field)
            else { continue }
            containers.insert(FieldPath(Array(steps[...(place + 1)])))
            pods.insert(FieldPath(Array(steps[..<place])))
        }
        guard !containers.isEmpty else { return [] }
        return remaining.filter { difference in
            let path = difference.path
            for count in path.steps.indices {
                guard case .member(let field) = path.steps[count] else { continue }
                let parent = FieldPath(Array(path.steps[..<count]))
                if Self.containerSecurity.contains(field), containers.contains(parent) { return true }
                if Self.podSecurity.contains(field), pods.contains(parent) { return true }
            }
            return false
        }.map { Finding($0, expected: $0.before) }
    }
}
