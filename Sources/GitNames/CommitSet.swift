/// A set of commits in one compact form: 256 shards by the first byte of the ids, each sorted.
///
/// A million commits are 20 MB. Equal sets have equal bytes, so that a digest over the shards in order stands for the set.
public struct CommitSet: Sendable, Hashable {
    /// How many shards there are: one for each first byte.
    public static let shardCount = 256

    /// By the first byte of the ids in them.
    public let shards: [CommitShard]

    /// - Parameter ids: in any order, repetitions count once.
    public init(_ ids: some Sequence<ObjectID>) {
        var buckets = Array(repeating: [ObjectID](), count: Self.shardCount)
        for id in ids { buckets[Int(id.firstByte)].append(id) }
        shards = buckets.map { bucket in
            var last: ObjectID?
            let distinct = bucket.sorted().filter { id in
                defer { last = id }
                return id != last
            }
            return CommitShard(sorted: distinct)
        }
    }

    /// Takes what was stored; nil when it is not 256 shards, each of its own first byte and well formed.
    public init?(shards stored: [[UInt8]]) {
        guard stored.count == Self.shardCount else { return nil }
        var shards: [CommitShard] = []
        for (index, bytes) in stored.enumerated() {
            guard let shard = CommitShard(bytes, firstByte: UInt8(index)) else { return nil }
            shards.append(shard)
        }
        self.shards = shards
    }

    /// Which shard a commit belongs to: 0 to 255.
    public static func shard(of id: ObjectID) -> Int { Int(id.firstByte) }

    /// How many commits there are.
    public var count: Int { shards.reduce(0) { $0 + $1.count } }

    public var isEmpty: Bool { shards.allSatisfy { $0.count == 0 } }

    /// Whether a commit is in the set.
    public func contains(_ id: ObjectID) -> Bool { shards[Self.shard(of: id)].contains(id) }
}
