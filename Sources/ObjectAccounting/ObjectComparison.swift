internal import ExactValues
public import FieldTree
internal import KubernetesTypes

/// Compares two objects leaf by leaf. Lists are matched as their type or schema says, null counts as absent, and an
/// integer equals a number of the same value.
///
/// Linear in the values of both sides, and bounded by a ``ComparisonBudget``.
public struct ObjectComparison: Sendable {
    /// The differences found, in the order of the paths.
    public private(set) var differences: [Difference] = []

    /// Most of two objects is the same, and is passed over whole; not below this depth, so that nothing is looked at
    /// more often than that.
    private static let sharedDepth = 12

    private let budget: ComparisonBudget
    private var visited = 0
    private var isOver = false
    /// The way from the root to the value at hand.
    private var steps: [FieldPath.Step] = []

    /// - Parameters:
    ///   - before: the left side; nil stands for no object.
    ///   - after: the right side.
    ///   - shape: what the objects are; without it, what their own `apiVersion` and `kind` say.
    public init(
        _ before: FieldValue?, _ after: FieldValue?, shape: FieldShape? = nil, budget: ComparisonBudget = .init()
    ) {
        self.budget = budget
        compare(before, after, shape ?? FieldShape.of(after ?? before))
    }

    // MARK: Budget and reports

    /// Counts one more value, and says whether there is anything left to spend.
    private mutating func mayGoOn() -> Bool {
        guard !isOver else { return false }
        visited += 1
        let isCancelled = visited.isMultiple(of: 4096) && Task.isCancelled
        if visited > budget.values || differences.count >= budget.differences || isCancelled {
            isOver = true
            differences.append(Difference(path: FieldPath(steps), before: nil, after: nil, note: .unfinished))
        }
        return !isOver
    }

    private mutating func report(_ before: FieldValue?, _ after: FieldValue?, note: Difference.Note? = nil) {
        guard !isOver else { return }
        differences.append(Difference(path: FieldPath(steps), before: before, after: after, note: note))
    }

    private mutating func descend(
        _ step: FieldPath.Step, _ before: FieldValue?, _ after: FieldValue?, _ shape: FieldShape
    ) {
        steps.append(step)
        compare(before, after, shape)
        steps.removeLast()
    }

    // MARK: Values

    private mutating func compare(_ before: FieldValue?, _ after: FieldValue?, _ shape: FieldShape) {
        guard mayGoOn() else { return }
        let before = before == .null ? nil : before
        let after = after == .null ? nil : after
        switch (before, after) {
        case (nil, nil): return
        case (.map(let left)?, .map(let right)?):
            if steps.count < Self.sharedDepth, left == right { return }
            if Self.isBare(left) != Self.isBare(right) {
                // A container that became empty or stopped being so is a leaf on one side.
                report(Self.isBare(left) ? [:] : nil, Self.isBare(right) ? [:] : nil)
            }
            compareMembers(left, right, shape)
        case (.list(let left)?, .list(let right)?): compareLists(left, right, shape)
        case (let left?, let right?):
            guard !Self.isSame(left, right) else { return }
            if Self.isLeaf(left), Self.isLeaf(right) { return report(Self.leaf(left), Self.leaf(right)) }
            walkLeaves(left, shape, isBefore: true)
            walkLeaves(right, shape, isBefore: false)
        case (let left?, nil): walkLeaves(left, shape, isBefore: true)
        case (nil, let right?): walkLeaves(right, shape, isBefore: false)
        }
    }

    private static func isSame(_ left: FieldValue, _ right: FieldValue) -> Bool {
        switch (left, right) {
        case (.integer(let integer), .number(let number)), (.number(let number), .integer(let integer)):
            Int64(exactly: number) == integer
        default: left == right
        }
    }

    /// Whether a map has no member but nulls.
    private static func isBare(_ map: FieldMap) -> Bool {
        map.members.allSatisfy { $0.value == .null }
    }

    private static func isLeaf(_ value: FieldValue) -> Bool {
        switch value {
        case .map(let map): isBare(map)
        case .list(let list): list.isEmpty
        default: true
        }
    }

    private static func leaf(_ value: FieldValue) -> FieldValue {
        value.map == nil ? value : [:]
    }

    private mutating func compareMembers(_ left: FieldMap, _ right: FieldMap, _ shape: FieldShape) {
        var leftRest = left.members[...]
        var rightRest = right.members[...]
        while let key = Self.nextKey(leftRest, rightRest) {
            var before: FieldValue?
            var after: FieldValue?
            if let first = leftRest.first, ExactText.equal(first.key, key) {
                before = first.value
                leftRest.removeFirst()
            }
            if let first = rightRest.first, ExactText.equal(first.key, key) {
                after = first.value
                rightRest.removeFirst()
            }
            descend(.member(key), before, after, shape.member(key))
        }
    }

    private static func nextKey(_ left: ArraySlice<FieldMap.Member>, _ right: ArraySlice<FieldMap.Member>) -> String? {
        guard let first = left.first?.key else { return right.first?.key }
        guard let other = right.first?.key else { return first }
        return ExactText.less(other, first) ? other : first
    }

    // MARK: Lists

    private mutating func compareLists(_ left: [FieldValue], _ right: [FieldValue], _ shape: FieldShape) {
        if left.isEmpty != right.isEmpty { report(left.isEmpty ? [] : nil, right.isEmpty ? [] : nil) }
        guard shape.list != .ordered else { return compareByPosition(left, right, shape.element) }
        if steps.count < Self.sharedDepth, left == right { return }
        guard let leftKeys = ListKeys(left, shape.list), let rightKeys = ListKeys(right, shape.list) else {
            return compareWithoutKeys(left, right, shape)
        }
        var shared: [Int] = []
        for (index, element) in left.enumerated() where !isOver {
            let other = rightKeys.index(of: leftKeys.keys[index])
            if let other { shared.append(other) }
            if let other, element == right[other] { continue }
            descend(leftKeys.step(to: element), element, other.map { right[$0] }, shape.element)
        }
        for (index, element) in right.enumerated() where !isOver && leftKeys.index(of: rightKeys.keys[index]) == nil {
            descend(rightKeys.step(to: element), nil, element, shape.element)
        }
        guard case .orderedKeyed = shape.list else { return }
        if zip(shared, shared.dropFirst()).contains(where: { $0 > $1 }) {
            report(.list(left), .list(right), note: .reordered)
        }
    }

    /// A keyed list in which a key stands twice has no meaning by key: it is compared by position, and a duplicate on
    /// the right is always a difference.
    private mutating func compareWithoutKeys(_ left: [FieldValue], _ right: [FieldValue], _ shape: FieldShape) {
        if left != right, ListKeys(right, shape.list) == nil, shape.list != .orderedKeyed(["name"]) {
            report(.list(left), .list(right), note: .duplicateKey)
        }
        compareByPosition(left, right, shape.element)
    }

    private mutating func compareByPosition(_ left: [FieldValue], _ right: [FieldValue], _ shape: FieldShape) {
        for index in 0..<max(left.count, right.count) {
            guard !isOver else { return }
            let before = index < left.count ? left[index] : nil
            let after = index < right.count ? right[index] : nil
            descend(.index(index), before, after, shape)
        }
    }

    // MARK: Leaves of one side

    private mutating func walkLeaves(_ value: FieldValue, _ shape: FieldShape, isBefore: Bool) {
        guard mayGoOn() else { return }
        switch value {
        case .map(let map) where !Self.isBare(map):
            for member in map.members where member.value != .null {
                walkLeaf(.member(member.key), member.value, shape.member(member.key), isBefore: isBefore)
            }
        case .list(let list) where !list.isEmpty:
            let keys = ListKeys(list, shape.list)
            for (index, element) in list.enumerated() {
                walkLeaf(keys?.step(to: element) ?? .index(index), element, shape.element, isBefore: isBefore)
            }
        default:
            report(isBefore ? Self.leaf(value) : nil, isBefore ? nil : Self.leaf(value))
        }
    }

    private mutating func walkLeaf(
        _ step: FieldPath.Step, _ value: FieldValue, _ shape: FieldShape, isBefore: Bool
    ) {
        guard !isOver else { return }
        steps.append(step)
        walkLeaves(value, shape, isBefore: isBefore)
        steps.removeLast()
    }
}
