import GitNames
import GitStore
import TestSupport
import Testing

@Suite("Walks over history")
struct HistoryTests {
    let sandbox = Sandbox()

    /// How the committers' dates of a random history lie.
    enum Dates: Int, CaseIterable {
        case rising, equal, random, falling

        func date(_ index: Int, using generator: inout SeededGenerator) -> Int {
            switch self {
            case .rising: 1_700_000_000 + index
            case .equal: 1_700_000_000
            case .random: Int.random(in: 1...2_000_000_000, using: &generator)
            case .falling: 1_700_000_000 - index
            }
        }
    }

    /// Many histories that share no commit, in one repository.
    struct RandomHistories {
        var history = CommitHistory()
        var cases: [(commits: Range<Int>, dates: Dates)] = []
        var generator: SeededGenerator

        init(seed: UInt64, count: Int) {
            generator = SeededGenerator(seed: seed)
            for index in 0..<count {
                let dates = Dates.allCases[index % Dates.allCases.count]
                let start = history.commits.count
                for _ in 0..<Int.random(in: 2...30, using: &generator) { addCommit(from: start, dates) }
                cases.append((start..<history.commits.count, dates))
            }
        }

        private mutating func addCommit(from start: Int, _ dates: Dates) {
            let index = history.commits.count
            var parents: [Int] = []
            let wanted = [0, 1, 1, 1, 2, 2, 3, 7].randomElement(using: &generator) ?? 1
            for _ in 0..<min(wanted, index - start) {
                let reach = Bool.random(using: &generator) ? 4 : index - start
                let parent = Int.random(in: max(start, index - reach)..<index, using: &generator)
                if !parents.contains(parent) { parents.append(parent) }
            }
            history.commit(parents, date: dates.date(index, using: &generator))
        }

        mutating func pick(_ count: ClosedRange<Int>, from commits: Range<Int>) -> [Int] {
            (0..<Int.random(in: count, using: &generator)).compactMap { _ in commits.randomElement(using: &generator) }
        }
    }

    /// Runs `git` once for each line of arguments and gives the sorted lines of each run.
    func git(_ lines: [String], in folder: String) throws -> [[String]] {
        let script = "while read -r line; do git $line | sort; echo .; done"
        let output = try sandbox.result(
            ["sh", "-c", script], in: folder, input: Array((lines.joined(separator: "\n") + "\n").utf8))
        return String(decoding: output.output, as: UTF8.self).split(separator: ".\n", omittingEmptySubsequences: false)
            .map { $0.split(separator: "\n").map(String.init) }
    }

    @Test("A walk gives what git rev-list gives, on random histories", arguments: [1, 2, 3] as [UInt64])
    func newCommits(seed: UInt64) throws {
        var random = RandomHistories(seed: seed, count: 700)
        let ids = try random.history.store(in: sandbox, "random.git")
        let repository = try Repository(path: "\(sandbox.path)/random.git")
        var queries: [(new: [Int], hidden: [Int])] = []
        for (commits, _) in random.cases {
            queries.append((random.pick(1...3, from: commits), random.pick(0...3, from: commits)))
        }
        let listed = try git(
            queries.map { "rev-list " + ($0.map { ids[$0].hex } + $1.map { "^\(ids[$0])" }).joined(separator: " ") },
            in: "random.git")
        for (index, query) in queries.enumerated() {
            let expected = random.history.reachable(from: query.new)
                .subtracting(random.history.reachable(from: query.hidden))
            let found = try repository.newCommits(from: query.new.map { ids[$0] }, hiding: query.hidden.map { ids[$0] })
            #expect(Set(found) == Set(expected.map { ids[$0] }), "history \(index) of seed \(seed)")
            try expectParentsFirst(found, repository)
            // Git's own walk gives too many now and then where dates run backwards.
            let gits = Set(listed[index])
            switch random.cases[index].dates {
            case .rising, .equal: #expect(gits == Set(found.map(\.hex)))
            case .random, .falling: #expect(gits.isSuperset(of: found.map(\.hex)))
            }
        }
    }

    func expectParentsFirst(_ commits: [ObjectID], _ repository: Repository) throws {
        let found = Set(commits)
        var seen: Set<ObjectID> = []
        for commit in commits {
            #expect(try repository.parents(of: commit).allSatisfy { seen.contains($0) || !found.contains($0) })
            #expect(seen.insert(commit).inserted)
        }
    }

    @Test("What is settled is a border: not given, not walked below, asked for once")
    func settled() throws {
        var random = RandomHistories(seed: 4, count: 1000)
        let ids = try random.history.store(in: sandbox, "random.git")
        let repository = try Repository(path: "\(sandbox.path)/random.git")
        for (commits, _) in random.cases {
            let (new, hidden) = (random.pick(1...3, from: commits), random.pick(0...2, from: commits))
            let settled = Set(random.pick(0...6, from: commits))
            let settledIDs = Set(settled.map { ids[$0] })
            var asked: [ObjectID] = []
            let found = try repository.newCommits(from: new.map { ids[$0] }, hiding: hidden.map { ids[$0] }) { id in
                asked.append(id)
                return settledIDs.contains(id)
            }
            let expected = random.history.reachable(from: new, stops: settled)
                .subtracting(random.history.reachable(from: hidden))
            #expect(Set(found) == Set(expected.map { ids[$0] }))
            #expect(asked.count == Set(asked).count)
        }
    }

    @Test("Merge bases and ancestors are git's, on random histories", arguments: [5, 6] as [UInt64])
    func mergeBases(seed: UInt64) throws {
        var random = RandomHistories(seed: seed, count: 700)
        let ids = try random.history.store(in: sandbox, "random.git")
        let repository = try Repository(path: "\(sandbox.path)/random.git")
        let pairs = random.cases.map { random.pick(2...2, from: $0.commits) }
        let listed = try git(pairs.map { "merge-base --all \(ids[$0[0]]) \(ids[$0[1]])" }, in: "random.git")
        for (index, pair) in pairs.enumerated() {
            let bases = try repository.mergeBases(ids[pair[0]], ids[pair[1]])
            #expect(Set(bases) == Set(random.history.mergeBases(pair[0], pair[1]).map { ids[$0] }))
            #expect(bases.map(\.hex).sorted() == listed[index])
            let isAncestor = random.history.reachable(from: [pair[1]]).contains(pair[0])
            #expect(try repository.isAncestor(ids[pair[0]], of: ids[pair[1]]) == isAncestor)
        }
    }

    @Test("No number of children hides a commit")
    func manyChildren() throws {
        var history = CommitHistory()
        let root = history.commit([], date: 1)
        let hiddenFromSome = history.commit([root], date: 2)
        var joins: [Int] = []
        for join in 0..<65 {
            let children = (0..<1024).map { history.commit([hiddenFromSome], date: 3 + join * 2000 + $0) }
            joins.append(history.commit(children, date: 1_000_000 + join))
        }
        let tip = history.commit(joins, date: 2_000_000)
        let ids = try history.store(in: sandbox, "children.git")
        let repository = try Repository(path: "\(sandbox.path)/children.git")
        let found = try repository.newCommits(from: [ids[tip]], hiding: [ids[root]])
        #expect(found.count == history.commits.count - 1)
        #expect(found.first == ids[hiddenFromSome])
        #expect(found.last == ids[tip])
        #expect(try repository.isAncestor(ids[root], of: ids[tip]))
        #expect(try repository.mergeBases(ids[joins[0]], ids[joins[1]]) == [ids[hiddenFromSome]])
    }

    @Test("A new commit that names a parent twice, or too many, is refused; one that is accepted is not in the way")
    func parents() throws {
        var history = CommitHistory()
        let roots = (0...Repository.parentLimit).map { history.commit([], date: $0) }
        let most = history.commit(roots.dropLast(), date: 5000)
        let tooMany = history.commit(roots, date: 5000)
        let twice = history.commit([roots[0], roots[1], roots[0]], date: 5001)
        let next = history.commit([twice, tooMany], date: 5002)
        let ids = try history.store(in: sandbox, "parents.git")
        let repository = try Repository(path: "\(sandbox.path)/parents.git")
        #expect(try repository.parents(of: ids[twice]).count == 3)
        for commit in [twice, tooMany, next] {
            let error = #expect(throws: GitError.self) { try repository.newCommits(from: [ids[commit]], hiding: []) }
            #expect(error?.code == .malformed)
        }
        #expect(try repository.newCommits(from: [ids[most]], hiding: []).count == Repository.parentLimit + 1)
        #expect(try repository.newCommits(from: [ids[next]], hiding: [ids[twice], ids[tooMany]]) == [ids[next]])
        #expect(try repository.isAncestor(ids[roots[0]], of: ids[next]))
    }

    @Test("A push reads what is near it, whatever lies below and however it is dated", arguments: [300, 3000, 1])
    func nearness(date: Int) throws {
        var history = CommitHistory()
        var line = [history.commit([], date: 1000)]
        for index in 1..<400 { line.append(history.commit([line[index - 1]], date: 1000 + index)) }
        let new = history.commit([line[399]], date: date)
        let side = history.commit([line[390]], date: 1391)
        let merge = history.commit([new, side], date: 2000)
        let ids = try history.store(in: sandbox, "near.git")
        try sandbox.run(
            ["sh", "-c", "mv objects/pack .; for pack in pack/*.pack; do git unpack-objects -q < $pack; done"],
            in: "near.git")
        // Whoever reads these now gets an error.
        for commit in line[..<300] {
            let hex = ids[commit].hex
            try sandbox.run(["rm", "near.git/objects/\(hex.prefix(2))/\(hex.dropFirst(2))"])
        }
        let repository = try Repository(path: "\(sandbox.path)/near.git")
        #expect(try repository.newCommits(from: [ids[new]], hiding: [ids[line[399]]]) == [ids[new]])
        #expect(try repository.newCommits(from: [ids[side]], hiding: [ids[line[399]]]) == [ids[side]])
        let found = try repository.newCommits(from: [ids[merge]], hiding: [ids[line[399]]])
        #expect(Set(found) == [ids[new], ids[side], ids[merge]])
        #expect(try repository.isAncestor(ids[line[399]], of: ids[merge]))
        #expect(try repository.mergeBases(ids[new], ids[side]) == [ids[line[390]]])
        #expect(try repository.newCommits(from: [ids[line[300]]], hiding: [.zero]) { $0 == ids[line[300]] }.isEmpty)
        #expect(throws: GitError.self) { try repository.newCommits(from: [ids[merge]], hiding: []) }
    }
}
