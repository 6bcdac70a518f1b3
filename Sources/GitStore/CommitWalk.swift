internal import GitNames

/// Finds the commits that are reachable from one side and not from the other.
///
/// Two fronts go down history by the committers' times, the newer first, one from the new commits and one from the
/// hidden ones. What the hidden front reaches is painted hidden, and with it what the new front had found below. When
/// the new front has nothing left, the hidden one goes on for a while, since commits may be dated before their parents.
///
/// Never is a commit left out that no hidden one reaches: only what is reached over edges from a hidden commit is painted.
struct CommitWalk {
    private struct Marks: OptionSet {
        let rawValue: UInt8
        /// Reachable from a new commit.
        static let found = Marks(rawValue: 1)
        /// Reachable from a hidden commit.
        static let hidden = Marks(rawValue: 2)
        /// Asked for and settled: a border.
        static let settled = Marks(rawValue: 4)
        /// Its parents have been looked at.
        static let walked = Marks(rawValue: 8)
    }

    private var graph: CommitGraph<Marks>
    private var newFront = CommitQueue()
    private var hiddenFront = CommitQueue()
    private var newTips: [Int] = []
    private var hiddenTips: [Int] = []
    /// Commits found and not (yet) painted.
    private var foundCount = 0
    private let limit: Int

    init(_ repository: Repository, limit: Int) {
        graph = CommitGraph(repository)
        self.limit = limit
    }

    /// - Parameters:
    ///   - new: commits.
    ///   - hidden: gives the hidden commits; not called when all of `new` is settled.
    ///   - isSettled: asked once for each commit that the walk would give.
    /// - Returns: parents before children.
    mutating func newCommits(
        from new: [ObjectID], hiding hidden: () throws(GitError) -> [ObjectID],
        isSettled: (ObjectID) throws(GitError) -> Bool
    ) throws(GitError) -> [ObjectID] {
        for id in Set(new).sorted() {
            let node = graph.node(id)
            newTips.append(node)
            try discover(node, isSettled)
        }
        guard newFront.first != nil else { return [] }
        for id in Set(try hidden()).sorted() {
            let node = graph.node(id)
            hiddenTips.append(node)
            try paint(node)
        }
        try walkBothFronts(isSettled)
        try settleDates()
        return try result()
    }

    /// Walks until nothing on the new front is unpainted.
    private mutating func walkBothFronts(_ isSettled: (ObjectID) throws(GitError) -> Bool) throws(GitError) {
        // Some of what is found may be painted yet, so the limit is exact at the end only.
        let transientLimit = min(limit, Int.max / 4) * 2 + 1024
        var run = 0
        var lastWasNew = false
        while let new = nextOnNewFront() {
            var takesNew = true
            if let hidden = hiddenFront.first {
                takesNew = run >= Repository.longestRun ? !lastWasNew : !(hidden.date > new.date)
            }
            run = takesNew == lastWasNew ? run + 1 : 1
            lastWasNew = takesNew
            guard takesNew else {
                try walkHidden()
                continue
            }
            _ = newFront.removeFirst()
            graph.marks[new.node].insert(.walked)
            foundCount += 1
            guard foundCount <= transientLimit else { throw tooMany() }
            for parent in graph.parents(new.node) { try discover(parent, isSettled) }
        }
    }

    private mutating func nextOnNewFront() -> CommitQueue.Entry? {
        while let first = newFront.first, graph.marks[first.node].contains(.hidden) { _ = newFront.removeFirst() }
        return newFront.first
    }

    private mutating func discover(
        _ node: Int, _ isSettled: (ObjectID) throws(GitError) -> Bool
    ) throws(GitError) {
        guard graph.marks[node].isEmpty else { return }
        if try isSettled(graph.ids[node]) {
            graph.marks[node].insert(.settled)
        } else {
            graph.marks[node].insert(.found)
            newFront.insert(try graph.entry(node))
        }
    }

    private mutating func walkHidden() throws(GitError) {
        guard let next = hiddenFront.removeFirst() else { return }
        graph.marks[next.node].insert(.walked)
        for parent in graph.parents(next.node) { try paint(parent) }
    }

    /// Marks a commit as reachable from a hidden one, and what is known to lie below it.
    private mutating func paint(_ start: Int) throws(GitError) {
        var rest = [start]
        while let node = rest.popLast() {
            guard !graph.marks[node].contains(.hidden) else { continue }
            graph.marks[node].insert(.hidden)
            if graph.marks[node].contains(.walked) {
                foundCount -= 1
                rest.append(contentsOf: graph.parents(node))
            } else {
                hiddenFront.insert(try graph.entry(node))
            }
        }
    }

    private func tooMany() -> GitError {
        GitError(code: .tooLarge, description: "more than \(limit) commits")
    }
}

// MARK: - When no more can be painted

extension CommitWalk {
    /// Walks the hidden front on until no commit that was found can be hidden, as far as dates tell, and further by a
    /// number of steps that grows with what was found.
    private mutating func settleDates() throws(GitError) {
        guard foundCount > 0, hiddenFront.first != nil else { return }
        let doubtful = notAboveHidden()
        guard let oldest = doubtful.map({ graph.date($0) }).min() else { return }
        var slop = Repository.dateSlop + doubtful.count
        var budget = Repository.datePatience + 16 * doubtful.count
        while foundCount > 0, slop > 0, budget > 0, let next = hiddenFront.first {
            if next.date < oldest { slop -= 1 }
            budget -= 1
            try walkHidden()
        }
    }

    /// What was found and has not all the hidden commits among its ancestors, as far as that is seen on the way there.
    ///
    /// No hidden commit reaches one that does: so it is with the commits of a fast-forward, and nothing more is read for
    /// them. Looked for where there are 64 hidden commits at most.
    private func notAboveHidden() -> [Int] {
        let order = parentsFirst()
        guard hiddenTips.count <= 64 else { return order }
        var below: [Int: UInt64] = [:]
        for (index, tip) in hiddenTips.enumerated() { below[tip] = 1 << UInt64(index) }
        let all = below.values.reduce(0, |)
        for node in order { below[node] = graph.parents(node).reduce(0) { $0 | (below[$1] ?? 0) } }
        return order.filter { below[$0] != all }
    }

    private func isFound(_ node: Int) -> Bool {
        graph.marks[node].isSuperset(of: [.found, .walked]) && !graph.marks[node].contains(.hidden)
    }

    /// What was found, in an order that depends on the commits alone.
    private func parentsFirst() -> [Int] {
        var order: [Int] = []
        var entered = Array(repeating: false, count: graph.ids.count)
        for tip in newTips where isFound(tip) && !entered[tip] {
            entered[tip] = true
            var path = [(node: tip, parents: graph.parents(tip)[...])]
            while let last = path.indices.last {
                guard let parent = path[last].parents.popFirst() else {
                    order.append(path.removeLast().node)
                    continue
                }
                guard isFound(parent), !entered[parent] else { continue }
                entered[parent] = true
                path.append((parent, graph.parents(parent)[...]))
            }
        }
        return order
    }

    /// Checks what was found: nothing is missing between it and what is hidden or settled.
    private func result() throws(GitError) -> [ObjectID] {
        guard foundCount <= limit else { throw tooMany() }
        let order = parentsFirst()
        guard order.count == foundCount else { throw gap("\(foundCount) commits found, \(order.count) in order") }
        for node in order {
            let id = graph.ids[node]
            if let problem = graph.problem(node) {
                throw GitError(code: .malformed, description: "commit \(id) \(problem)")
            }
            for parent in graph.parents(node) where !isFound(parent) {
                guard !graph.marks[parent].isDisjoint(with: [.hidden, .settled]) else {
                    throw gap("\(graph.ids[parent]), a parent of \(id), is neither found, hidden nor settled")
                }
            }
        }
        return order.map { graph.ids[$0] }
    }

    private func gap(_ what: String) -> GitError {
        GitError(code: .library, description: "the walk over history has a gap: \(what)")
    }
}
