internal import ExactValues
public import FieldTree

/// Compares two objects leaf by leaf. Keyed lists are matched by key, null counts as absent.
public struct ObjectComparison: Sendable {
    /// The differences found, in the order of the paths.
    public private(set) var differences: [Difference] = []

    /// - Parameters:
    ///   - before: the left side; nil stands for no object.
    ///   - after: the right side.
    public init(_ before: FieldValue?, _ after: FieldValue?) {
        compare(before, after, at: FieldPath(), name: nil, parent: nil)
    }

    private mutating func compare(
        _ before: FieldValue?, _ after: FieldValue?, at path: FieldPath, name: String?, parent: String?
    ) {
        let before = before == .null ? nil : before
        let after = after == .null ? nil : after
        switch (before, after) {
        case (nil, nil): return
        case (.map(let left)?, .map(let right)?):
            if Self.isBare(left) != Self.isBare(right) {
                // A container that became empty or stopped being so is a leaf on one side.
                report(Self.isBare(left) ? [:] : nil, Self.isBare(right) ? [:] : nil, at: path)
            }
            compareMembers(left, right, at: path, name: name)
        case (.list(let left)?, .list(let right)?):
            compareLists(left, right, at: path, name: name, parent: parent)
        case (let left?, let right?):
            if left != right {
                walkLeaves(left, at: path, name: name, parent: parent, isBefore: true)
                walkLeaves(right, at: path, name: name, parent: parent, isBefore: false)
                mergeScalarChange(at: path)
            }
        case (let left?, nil): walkLeaves(left, at: path, name: name, parent: parent, isBefore: true)
        case (nil, let right?): walkLeaves(right, at: path, name: name, parent: parent, isBefore: false)
        }
    }

    /// Whether a map has no member but nulls.
    private static func isBare(_ map: FieldMap) -> Bool {
        map.members.allSatisfy { $0.value == .null }
    }

    private mutating func report(
        _ before: FieldValue?, _ after: FieldValue?, at path: FieldPath, note: Difference.Note? = nil
    ) {
        differences.append(Difference(path: path, before: before, after: after, note: note))
    }

    /// Two scalars that differ were reported as one removed and one added leaf: make them one change.
    private mutating func mergeScalarChange(at path: FieldPath) {
        guard differences.count >= 2 else { return }
        let added = differences[differences.count - 1]
        let removed = differences[differences.count - 2]
        guard added.path == path, removed.path == path, removed.after == nil, added.before == nil else { return }
        differences.removeLast(2)
        report(removed.before, added.after, at: path)
    }

    private mutating func compareMembers(_ left: FieldMap, _ right: FieldMap, at path: FieldPath, name: String?) {
        var leftIndex = 0
        var rightIndex = 0
        while leftIndex < left.count || rightIndex < right.count {
            let leftMember = leftIndex < left.count ? left.members[leftIndex] : nil
            let rightMember = rightIndex < right.count ? right.members[rightIndex] : nil
            let order: Int
            switch (leftMember, rightMember) {
            case (let leftMember?, let rightMember?): order = ExactText.order(leftMember.key, rightMember.key)
            case (_?, nil): order = -1
            default: order = 1
            }
            let key = (order <= 0 ? leftMember?.key : rightMember?.key) ?? ""
            compare(
                order <= 0 ? leftMember?.value : nil, order >= 0 ? rightMember?.value : nil,
                at: path.appending(key), name: key, parent: name)
            if order <= 0 { leftIndex += 1 }
            if order >= 0 { rightIndex += 1 }
        }
    }

    private mutating func compareLists(
        _ left: [FieldValue], _ right: [FieldValue], at path: FieldPath, name: String?, parent: String?
    ) {
        if left == right, name == nil { return }
        if left.isEmpty != right.isEmpty {
            report(left.isEmpty ? .list(left) : nil, right.isEmpty ? .list(right) : nil, at: path)
        }
        let semantics = ListSemantics.of(name ?? "", under: parent)
        guard let leftSteps = Self.steps(left, semantics), let rightSteps = Self.steps(right, semantics) else {
            return compareKeyedAsPlain(left, right, at: path, name: name, semantics: semantics)
        }
        if semantics == .ordered { return compareByPosition(left, right, at: path, name: name) }
        for (step, element) in zip(leftSteps, left) {
            let other = rightSteps.firstIndex(of: step).map { right[$0] }
            compare(element, other, at: path.appending(step), name: name, parent: parent)
        }
        for (step, element) in zip(rightSteps, right) where !leftSteps.contains(step) {
            compare(nil, element, at: path.appending(step), name: name, parent: parent)
        }
        guard case .orderedKeyed = semantics else { return }
        let leftShared = leftSteps.filter { rightSteps.contains($0) }
        let rightShared = rightSteps.filter { leftSteps.contains($0) }
        if leftShared != rightShared { report(.list(left), .list(right), at: path, note: .reordered) }
    }

    /// A keyed list in which a key stands twice (or an element has none) has no meaning by key: it is compared by
    /// position, and a duplicate on the right is always a difference.
    private mutating func compareKeyedAsPlain(
        _ left: [FieldValue], _ right: [FieldValue], at path: FieldPath, name: String?, semantics: ListSemantics
    ) {
        if left != right, Self.steps(right, semantics) == nil, semantics != .orderedKeyed(["name"]) {
            report(.list(left), .list(right), at: path, note: .duplicateKey)
        }
        compareByPosition(left, right, at: path, name: name)
    }

    private mutating func compareByPosition(
        _ left: [FieldValue], _ right: [FieldValue], at path: FieldPath, name: String?
    ) {
        for index in 0..<max(left.count, right.count) {
            compare(
                index < left.count ? left[index] : nil, index < right.count ? right[index] : nil,
                at: path.appending(.index(index)), name: name, parent: nil)
        }
    }

    /// The steps that lead to each element, or nil when the list's keys are missing or stand twice.
    static func steps(_ list: [FieldValue], _ semantics: ListSemantics) -> [FieldPath.Step]? {
        let names: [String]
        switch semantics {
        case .ordered: return list.indices.map { .index($0) }
        case .set:
            let steps = list.map { FieldPath.Step.element([.init(name: "", value: $0)]) }
            return Set(steps).count == steps.count ? steps : nil
        case .keyed(let keys), .orderedKeyed(let keys): names = keys
        }
        var seen: Set<FieldPath.Step> = []
        var steps: [FieldPath.Step] = []
        steps.reserveCapacity(list.count)
        for element in list {
            var keys: [FieldPath.Key] = []
            for name in names {
                // An absent protocol is TCP before defaulting; after it, it is always there.
                let standard: FieldValue? = name == "protocol" ? "TCP" : nil
                guard let value = element[name] ?? standard else { return nil }
                keys.append(.init(name: name, value: value))
            }
            let step = FieldPath.Step.element(keys)
            guard seen.insert(step).inserted else { return nil }
            steps.append(step)
        }
        return steps
    }

    private mutating func walkLeaves(
        _ value: FieldValue, at path: FieldPath, name: String?, parent: String?, isBefore: Bool
    ) {
        switch value {
        case .map(let map) where !Self.isBare(map):
            for member in map.members where member.value != .null {
                walkLeaves(
                    member.value, at: path.appending(member.key), name: member.key, parent: name, isBefore: isBefore)
            }
        case .list(let list) where !list.isEmpty:
            let semantics = ListSemantics.of(name ?? "", under: parent)
            let steps = Self.steps(list, semantics) ?? list.indices.map { .index($0) }
            for (step, element) in zip(steps, list) {
                walkLeaves(element, at: path.appending(step), name: name, parent: parent, isBefore: isBefore)
            }
        default:
            let leaf: FieldValue = value.map == nil ? value : [:]
            report(isBefore ? leaf : nil, isBefore ? nil : leaf, at: path)
        }
    }
}
