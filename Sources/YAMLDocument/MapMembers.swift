internal import ExactValues
internal import FieldTree

/// The members of a map while it is read.
struct MapMembers {
    private var own: [YAMLNode.Member] = []
    private var merged: [YAMLNode.Member] = []
    /// How many own members stand before the merge key; nil when there is none.
    private var ownBeforeMerge: Int?

    mutating func append(_ member: YAMLNode.Member) {
        own.append(member)
    }

    /// Takes what stands under `<<`: a map or a list of maps, of which the earlier wins.
    mutating func merge(_ node: YAMLNode, at mark: YAMLMark) throws(YAMLError) {
        guard ownBeforeMerge == nil else {
            throw YAMLError(code: .duplicateKey, mark: mark, message: "key \"<<\" stands twice in one map")
        }
        ownBeforeMerge = own.count
        for source in node.elements ?? [node] {
            guard let members = source.members else {
                throw YAMLError(code: .malformed, mark: mark, message: "\"<<\" merges maps only")
            }
            let present = merged.sorted { ExactText.less($0.key, $1.key) }
            merged += members.filter { !Self.contains(present, $0.key) }
        }
    }

    /// All members by ascending key; own members win over merged ones.
    func sorted() throws(YAMLError) -> [YAMLNode.Member] {
        var sorted = own
        if !Self.isAscending(sorted) {
            sorted.sort { ExactText.less($0.key, $1.key) }
            try Self.refuseDuplicates(sorted)
        }
        guard let ownBeforeMerge else { return sorted }
        // go-yaml v2 lets the merge override what stands before it, other readers do not.
        let overridden = merged.sorted { ExactText.less($0.key, $1.key) }
        if let member = own[..<ownBeforeMerge].first(where: { Self.contains(overridden, $0.key) }) {
            throw YAMLError(
                code: .unsupported, mark: member.keyMark,
                message: "key \(JSONText.quoted(member.key)) is also merged by a later \"<<\": put \"<<\" first")
        }
        let explicit = sorted
        sorted += merged.filter { !Self.contains(explicit, $0.key) }
        sorted.sort { ExactText.less($0.key, $1.key) }
        return sorted
    }

    private static func isAscending(_ members: [YAMLNode.Member]) -> Bool {
        for index in members.indices.dropFirst() where !ExactText.less(members[index - 1].key, members[index].key) {
            return false
        }
        return true
    }

    private static func refuseDuplicates(_ sorted: [YAMLNode.Member]) throws(YAMLError) {
        for (left, right) in zip(sorted, sorted.dropFirst()) where ExactText.equal(left.key, right.key) {
            let isLeftLater =
                (left.keyMark.line, left.keyMark.column) > (right.keyMark.line, right.keyMark.column)
            throw YAMLError(
                code: .duplicateKey, mark: isLeftLater ? left.keyMark : right.keyMark,
                message: "key \(JSONText.quoted(left.key)) stands twice in one map")
        }
    }

    /// Binary search.
    private static func contains(_ sorted: [YAMLNode.Member], _ key: String) -> Bool {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            let order = ExactText.order(sorted[middle].key, key)
            if order == 0 { return true }
            if order < 0 { low = middle + 1 } else { high = middle }
        }
        return false
    }
}
