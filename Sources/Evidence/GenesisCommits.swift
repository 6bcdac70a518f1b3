public import GitNames
internal import Signatures

/// The commits that were there before the gate: 256 shards by the first byte of their ids, each the sorted ids.
public struct GenesisCommits: Sendable, Hashable {
    /// What shard a commit is in, by its first byte; the concatenated 20 bytes of its ids.
    public private(set) var shards: [UInt8: [UInt8]] = [:]
    public let count: Int

    public init(_ commits: [ObjectID]) {
        let sorted = Set(commits).sorted()
        count = sorted.count
        for commit in sorted {
            let bytes = commit.bytes
            shards[bytes.first ?? 0, default: []] += bytes
        }
    }

    /// Whether a shard holds a commit; in time of the logarithm of its size.
    public static func contains(_ commit: ObjectID, inShard shard: [UInt8]) -> Bool {
        let size = ObjectID.byteCount
        var (low, high) = (0, shard.count / size)
        while low < high {
            let middle = (low + high) / 2
            guard let found = ObjectID(bytes: shard[(middle * size)..<((middle + 1) * size)]) else { return false }
            if found == commit { return true }
            if found < commit { low = middle + 1 } else { high = middle }
        }
        return false
    }

    /// The name of the shard that would hold a commit, in the folder of shards.
    public static func shardName(of commit: ObjectID) -> String { String(commit.hex.prefix(2)) }

    /// What a root pins of what was there before the gate: its refs and commits.
    /// - Parameter refs: the refs with what they were at, in any order.
    public static func digest(refs: [(ref: RefName, id: ObjectID)], shards: [(name: String, bytes: [UInt8])]) -> [UInt8]
    {
        var text = Array("sallyport genesis 1\n".utf8)
        for (ref, id) in refs.sorted(by: { $0.ref < $1.ref }) { text += "\(id) \(ref)\n".utf8 }
        let sorted = shards.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        text += "commits \(sorted.reduce(0) { $0 + $1.bytes.count / ObjectID.byteCount })\n".utf8
        for shard in sorted { text += shard.bytes }
        return Digest.sha256(text)
    }
}
