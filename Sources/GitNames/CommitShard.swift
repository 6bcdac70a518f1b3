/// One of the 256 parts of a ``CommitSet``: the ids that start with one byte, sorted, 20 bytes each, nothing between.
///
/// A set that is stored as a file for each shard answers for a commit after reading one of them.
public struct CommitShard: Sendable, Hashable {
    /// What is stored.
    public let bytes: [UInt8]

    /// An empty shard.
    public init() {
        bytes = []
    }

    /// Takes what was stored.
    ///
    /// - Parameters:
    ///   - bytes: sorted ids without repetition; nil is given for anything else, so that a set has one form.
    ///   - firstByte: what all ids start with.
    public init?(_ bytes: [UInt8], firstByte: UInt8) {
        guard bytes.count.isMultiple(of: ObjectID.byteCount) else { return nil }
        self.bytes = bytes
        for index in 0..<count {
            guard bytes[index * ObjectID.byteCount] == firstByte else { return nil }
            guard index == 0 || order(index - 1, bytes[(index * ObjectID.byteCount)...]) < 0 else { return nil }
        }
    }

    /// - Parameter ids: sorted, without repetition, all with the same first byte.
    init(sorted ids: some Sequence<ObjectID>) {
        bytes = ids.flatMap(\.bytes)
    }

    /// How many ids there are.
    public var count: Int { bytes.count / ObjectID.byteCount }

    /// Whether an id is there. Compares about log2(``count``) ids.
    public func contains(_ id: ObjectID) -> Bool {
        let wanted = id.bytes[...]
        var (low, high) = (0, count)
        while low < high {
            let middle = low + (high - low) / 2
            switch order(middle, wanted) {
            case 0: return true
            case ..<0: low = middle + 1
            default: high = middle
            }
        }
        return false
    }

    /// Negative, zero or positive as the id at `index` is before, the same as or after the first id of `other`.
    private func order(_ index: Int, _ other: ArraySlice<UInt8>) -> Int {
        let start = index * ObjectID.byteCount
        for offset in 0..<ObjectID.byteCount {
            let (left, right) = (bytes[start + offset], other[other.startIndex + offset])
            if left != right { return Int(left) - Int(right) }
        }
        return 0
    }
}
