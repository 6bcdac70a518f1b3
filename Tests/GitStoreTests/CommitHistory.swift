import GitNames
import TestSupport
import Testing

/// Commits for a test: who the parents are and when, made with one run of `git fast-import`.
struct CommitHistory {
    /// The parents of each commit, by their positions, and its committer's time.
    var commits: [(parents: [Int], date: Int)] = []

    /// Adds a commit and gives its position.
    @discardableResult
    mutating func commit(_ parents: [Int], date: Int) -> Int {
        commits.append((parents, date))
        return commits.count - 1
    }

    /// Stores the commits in a bare repository, which is made.
    /// - Returns: their ids.
    func store(in sandbox: Sandbox, _ name: String) throws -> [ObjectID] {
        try sandbox.git("init", "-q", "--bare", "-b", "main", name)
        var stream = ""
        for (index, commit) in commits.enumerated() {
            stream += "reset refs/heads/c\ncommit refs/heads/c\nmark :\(index + 1)\n"
            stream += "committer A <a@shop.example> \(commit.date) +0000\ndata \(String(index).utf8.count)\n\(index)\n"
            for (place, parent) in commit.parents.enumerated() {
                stream += "\(place == 0 ? "from" : "merge") :\(parent + 1)\n"
            }
            stream += "\n"
        }
        let marks = "\(sandbox.path)/\(name).marks"
        try sandbox.git(
            "-c", "core.compression=0", "fast-import", "--force", "--quiet", "--export-marks=\(marks)", in: name,
            input: Array(stream.utf8))
        var ids = Array(repeating: ObjectID.zero, count: commits.count)
        for line in try sandbox.run(["cat", marks]).split(separator: "\n") {
            let words = line.dropFirst().split(separator: " ")
            ids[try #require(Int(words[0])) - 1] = try #require(ObjectID(hex: String(words[1])))
        }
        return ids
    }

    /// Everything that some commits reach, themselves too, going no further than what `stops` holds.
    func reachable(from starts: [Int], stops: Set<Int> = []) -> Set<Int> {
        var reached: Set<Int> = []
        var rest = starts
        while let next = rest.popLast() {
            if !stops.contains(next), reached.insert(next).inserted { rest += commits[next].parents }
        }
        return reached
    }

    /// The best common ancestors, by the definition.
    func mergeBases(_ left: Int, _ right: Int) -> Set<Int> {
        let common = reachable(from: [left]).intersection(reachable(from: [right]))
        return common.filter { base in
            !common.contains { $0 != base && reachable(from: [$0]).contains(base) }
        }
    }
}

/// SplitMix64: the same numbers for the same seed, everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        return word ^ (word >> 31)
    }
}
