internal import ExactValues

/// The members of a map, kept in ascending order of their keys' UTF-8 bytes, so that walking one is the same everywhere.
public struct FieldMap: Sendable, Hashable {
    /// One key and its value.
    public struct Member: Sendable, Hashable {
        public let key: String
        public var value: FieldValue

        public init(key: String, value: FieldValue) {
            self.key = key
            self.value = value
        }

        public static func == (left: Member, right: Member) -> Bool {
            ExactText.equal(left.key, right.key) && left.value == right.value
        }
    }

    /// All members, by ascending key.
    public private(set) var members: [Member]

    public init() {
        members = []
    }

    /// Takes members in any order.
    /// - Returns: nil when a key stands twice.
    public init?(unsorted: [Member]) {
        members = unsorted
        if !Self.isStrictlyAscending(members) {
            members.sort { ExactText.less($0.key, $1.key) }
            guard Self.isStrictlyAscending(members) else { return nil }
        }
    }

    private static func isStrictlyAscending(_ members: [Member]) -> Bool {
        guard members.count > 1 else { return true }
        for index in 1..<members.count where !ExactText.less(members[index - 1].key, members[index].key) {
            return false
        }
        return true
    }

    public var isEmpty: Bool { members.isEmpty }
    public var count: Int { members.count }
    public var keys: some Sequence<String> { members.lazy.map(\.key) }

    /// The value of `key`. Setting nil removes the member.
    public subscript(key: String) -> FieldValue? {
        get {
            let index = lowerBound(key)
            guard index < members.count, ExactText.equal(members[index].key, key) else { return nil }
            return members[index].value
        }
        set {
            let index = lowerBound(key)
            let present = index < members.count && ExactText.equal(members[index].key, key)
            switch (newValue, present) {
            case (let value?, true): members[index].value = value
            case (let value?, false): members.insert(Member(key: key, value: value), at: index)
            case (nil, true): members.remove(at: index)
            case (nil, false): break
            }
        }
    }

    /// The same keys with other values, one for each, in their order.
    public func replacingValues(_ values: [FieldValue]) -> FieldMap {
        precondition(values.count == members.count)
        var copy = self
        for index in values.indices { copy.members[index].value = values[index] }
        return copy
    }

    /// The position of the first member whose key is not before `key`.
    private func lowerBound(_ key: String) -> Int {
        var low = 0
        var high = members.count
        while low < high {
            let middle = (low + high) / 2
            if ExactText.less(members[middle].key, key) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
