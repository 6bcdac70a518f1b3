internal import GitNames

/// Compares two sides of history by walking down from both, the newest commit first.
///
/// As `paint_down_to_common` in Git's commit-reach.c: each commit is marked with the sides that reach it, and again
/// whenever a mark is new to it. What both reach is common, and what is below a common commit is stale. The answers do
/// not depend on dates; only the number of commits read does, and so that one false date does not have all of history
/// read, a commit that has waited longest has its turn now and then.
struct AncestryWalk {
    private struct Marks: OptionSet {
        let rawValue: UInt8
        static let left = Marks(rawValue: 1)
        static let right = Marks(rawValue: 2)
        /// Below a common commit.
        static let stale = Marks(rawValue: 4)
        static let common: Marks = [.left, .right]
        static let queued = Marks(rawValue: 8)
    }

    /// The most commits that are kept as possible merge bases.
    private static let candidateLimit = 64

    private let repository: Repository
    private var graph: CommitGraph<Marks>
    private var front = CommitQueue()
    /// What was put on the front, in that order, and how far that was looked through for its turn.
    private var arrivals: [Int] = []
    private var nextArrival = 0
    private var steps = 0
    /// How many commits on the front have each set of marks, without ``Marks/queued``.
    private var waiting = Array(repeating: 0, count: 8)

    init(_ repository: Repository) {
        self.repository = repository
        graph = CommitGraph(repository)
    }

    /// Whether one of the right side's commits is `ancestor` or has it among its ancestors.
    mutating func reaches(_ ancestor: ObjectID, from right: [ObjectID]) throws(GitError) -> Bool {
        let goal = graph.node(ancestor)
        try mark(goal, .left)
        for id in right { try mark(graph.node(id), .right) }
        // What is common is below the goal and does not lead to it, so only the right side's own commits do.
        while waiting[Int(Marks.right.rawValue)] > 0, !graph.marks[goal].contains(.right) { _ = try step() }
        return graph.marks[goal].contains(.right)
    }

    /// The best common ancestors of two sides: those that are no ancestor of another; the newest first.
    mutating func mergeBases(_ left: [ObjectID], _ right: [ObjectID]) throws(GitError) -> [ObjectID] {
        for id in left { try mark(graph.node(id), .left) }
        for id in right { try mark(graph.node(id), .right) }
        var candidates: [Int] = []
        while waiting[0...3].contains(where: { $0 > 0 }) {
            if let node = try step() { candidates.append(node) }
            guard candidates.count <= Self.candidateLimit else {
                throw GitError(code: .tooLarge, description: "more than \(Self.candidateLimit) common ancestors")
            }
        }
        let bases = candidates.filter { !graph.marks[$0].contains(.stale) }
        let sorted = bases.map { (date: graph.date($0), id: graph.ids[$0]) }.sorted {
            ($0.date, $0.id) > ($1.date, $1.id)
        }
        return try best(sorted.map(\.id))
    }

    /// With dates that run backwards a walk may end before it has marked one candidate as an ancestor of another.
    private func best(_ candidates: [ObjectID]) throws(GitError) -> [ObjectID] {
        guard candidates.count > 1 else { return candidates }
        var best: [ObjectID] = []
        for candidate in candidates {
            var walk = AncestryWalk(repository)
            if try !walk.reaches(candidate, from: candidates.filter { $0 != candidate }) { best.append(candidate) }
        }
        return best
    }

    /// Takes the next commit and marks its parents.
    /// - Returns: the commit when it is common and not stale: a possible merge base.
    private mutating func step() throws(GitError) -> Int? {
        guard let node = next() else { return nil }
        graph.marks[node].remove(.queued)
        let marks = graph.marks[node]
        waiting[Int(marks.rawValue)] -= 1
        let isCandidate = marks == .common
        for parent in graph.parents(node) { try mark(parent, isCandidate ? [.common, .stale] : marks) }
        return isCandidate ? node : nil
    }

    private mutating func next() -> Int? {
        steps += 1
        while steps.isMultiple(of: Repository.longestRun), nextArrival < arrivals.count {
            let node = arrivals[nextArrival]
            nextArrival += 1
            if graph.marks[node].contains(.queued), !graph.marks[node].contains(.stale) { return node }
        }
        while let entry = front.removeFirst() {
            if graph.marks[entry.node].contains(.queued) { return entry.node }
        }
        return nil
    }

    private mutating func mark(_ node: Int, _ new: Marks) throws(GitError) {
        var marks = graph.marks[node]
        guard !marks.isSuperset(of: new) else { return }
        if marks.contains(.queued) {
            waiting[Int(marks.subtracting(.queued).rawValue)] -= 1
        } else {
            front.insert(try graph.entry(node))
            arrivals.append(node)
        }
        marks.formUnion(new)
        waiting[Int(marks.rawValue & 7)] += 1
        graph.marks[node] = marks.union(.queued)
    }
}
