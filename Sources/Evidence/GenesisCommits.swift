public import GitNames
internal import Signatures

/// The commits that were there before the gate, as they are kept beside the receipts: a file a shard, those without any
/// left out.
public enum GenesisCommits {
    /// Where a shard is kept, by the first byte of its commits.
    static func path(ofShard firstByte: UInt8) -> String {
        let digits = String(firstByte, radix: 16)
        return "\(ReceiptIndex.genesisFolder)/\(digits.utf8.count == 1 ? "0" : "")\(digits)"
    }

    /// What a root pins of what was there before the gate: its refs and commits.
    /// - Parameter refs: the refs with what they were at, in any order.
    /// - Returns: 32 bytes of SHA-256.
    public static func digest(refs: [(ref: RefName, id: ObjectID)], commits: CommitSet) -> [UInt8] {
        var text = Array("sallyport genesis 1\n".utf8)
        for (ref, id) in refs.sorted(by: { $0.ref < $1.ref }) { text += "\(id) \(ref)\n".utf8 }
        text += "commits \(commits.count)\n".utf8
        for shard in commits.shards { text += shard.bytes }
        return Digest.sha256(text)
    }
}
