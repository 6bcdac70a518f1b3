import GitNames
import Testing

@Suite("Sets of commits")
struct CommitSetTests {
    /// Ids that spread over the shards, the same each time.
    func ids(_ count: Int) -> [ObjectID] {
        (0..<count).compactMap { index in
            var word = UInt64(index) &* 0x9e37_79b9_7f4a_7c15
            return ObjectID(
                bytes: (0..<20).map { _ in
                    word = word &* 6_364_136_223_846_793_005 &+ 1
                    return UInt8(truncatingIfNeeded: word >> 56)
                })
        }
    }

    @Test("A set holds what it was made of and nothing else, and has one form")
    func membership() throws {
        let all = ids(20_000)
        let inside = Array(all[..<10_000])
        let set = CommitSet(inside + inside[..<100])
        #expect(set.count == 10_000)
        #expect(inside.allSatisfy { set.contains($0) })
        #expect(!all[10_000...].contains { set.contains($0) })
        #expect(set == CommitSet(inside.reversed()))
        #expect(set.shards.map(\.bytes).flatMap { $0 } == inside.sorted().flatMap(\.bytes))
        #expect(CommitSet(shards: set.shards.map(\.bytes)) == set)
        #expect(CommitSet([]).isEmpty)
        #expect(!CommitSet([]).contains(.zero))
        #expect(CommitSet([.zero]).contains(.zero))
    }

    @Test("A shard answers alone")
    func shards() throws {
        let all = ids(5000)
        let set = CommitSet(all)
        let stored = set.shards[CommitSet.shard(of: all[7])].bytes
        let shard = try #require(CommitShard(stored, firstByte: all[7].bytes[0]))
        #expect(shard.contains(all[7]))
        #expect(shard.count > 1)
    }

    @Test("What is not a set in its one form is refused")
    func malformed() throws {
        let one = ObjectID.zero.bytes
        let two = Array(repeating: 0, count: 19) + [1] as [UInt8]
        #expect(CommitShard(one + two, firstByte: 0)?.count == 2)
        #expect(CommitShard(two + one, firstByte: 0) == nil)
        #expect(CommitShard(one + one, firstByte: 0) == nil)
        #expect(CommitShard(Array(one.dropLast()), firstByte: 0) == nil)
        #expect(CommitShard(one, firstByte: 1) == nil)
        #expect(CommitSet(shards: Array(repeating: [], count: 255)) == nil)
        #expect(CommitSet(shards: Array(repeating: [], count: 256))?.isEmpty == true)
    }
}
