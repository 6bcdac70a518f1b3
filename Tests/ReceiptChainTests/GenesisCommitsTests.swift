import Evidence
import GitNames
import Testing

@Suite("What was there before the gate")
struct GenesisCommitsTests {
    private func id(_ first: UInt8, _ last: UInt8) -> ObjectID {
        ObjectID(bytes: [first] + Array(repeating: 7, count: 18) + [last])!
    }

    @Test("The digest tells refs, their values and commits apart, in whatever order they come")
    func digest() {
        let main = RefName("refs/heads/main")!
        let side = RefName("refs/heads/side")!
        let both = CommitSet([id(0, 1), id(1, 1)])
        let digest = GenesisCommits.digest(refs: [(main, id(0, 1)), (side, id(1, 1))], commits: both)
        #expect(digest == GenesisCommits.digest(refs: [(side, id(1, 1)), (main, id(0, 1))], commits: both))
        #expect(digest != GenesisCommits.digest(refs: [(main, id(1, 1)), (side, id(0, 1))], commits: both))
        #expect(
            digest
                != GenesisCommits.digest(refs: [(main, id(0, 1)), (side, id(1, 1))], commits: CommitSet([id(0, 1)])))
    }
}
