import Evidence
import GitNames
import Testing

@Suite("What was there before the gate")
struct GenesisCommitsTests {
    private func id(_ first: UInt8, _ last: UInt8) -> ObjectID {
        ObjectID(bytes: [first] + Array(repeating: 7, count: 18) + [last])!
    }

    @Test("Each commit is found in its shard, and no other is")
    func membership() {
        let commits = (0..<200).map { id(UInt8($0 % 3), UInt8($0)) }
        let genesis = GenesisCommits(commits + commits)
        #expect(genesis.count == 200)
        for commit in commits {
            let shard = genesis.shards[commit.bytes[0]] ?? []
            #expect(GenesisCommits.contains(commit, inShard: shard))
        }
        #expect(!GenesisCommits.contains(id(0, 250), inShard: genesis.shards[0] ?? []))
        #expect(!GenesisCommits.contains(id(0, 0), inShard: []))
    }

    @Test("The digest tells refs, their values and commits apart, in whatever order they come")
    func digest() {
        let main = RefName("refs/heads/main")!
        let side = RefName("refs/heads/side")!
        let shards = [(name: "00", bytes: id(0, 1).bytes), (name: "01", bytes: id(1, 1).bytes)]
        let digest = GenesisCommits.digest(refs: [(main, id(0, 1)), (side, id(1, 1))], shards: shards)
        #expect(digest == GenesisCommits.digest(refs: [(side, id(1, 1)), (main, id(0, 1))], shards: shards.reversed()))
        #expect(digest != GenesisCommits.digest(refs: [(main, id(1, 1)), (side, id(0, 1))], shards: shards))
        #expect(digest != GenesisCommits.digest(refs: [(main, id(0, 1)), (side, id(1, 1))], shards: [shards[0]]))
    }
}
