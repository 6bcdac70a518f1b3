internal import GitNames

/// The commits that a walk has met, read from their raw bytes: each is numbered when it is met and read at most once.
///
/// Grafts, replacements and commit-graph files play no part.
struct CommitGraph<Marks: OptionSet> {
    /// The most edges from commits to parents that one walk follows: 8,388,608, or 32 MiB of them.
    static var edgeLimit: Int { 1 << 23 }

    private let repository: Repository
    private(set) var ids: [ObjectID] = []
    /// What the walk has found out about each commit.
    var marks: [Marks] = []
    private var nodes: [ObjectID: Int] = [:]
    private var commits: [Commit?] = []
    private var edges: [Int32] = []

    private struct Commit {
        let date: Int64
        /// Where its distinct parents stand in ``edges``.
        let edges: Range<Int>
        let problem: String?
    }

    init(_ repository: Repository) {
        self.repository = repository
    }

    /// The commit's number; a new one when it has not been met.
    mutating func node(_ id: ObjectID) -> Int {
        if let known = nodes[id] { return known }
        let node = ids.count
        nodes[id] = node
        ids.append(id)
        marks.append([])
        commits.append(nil)
        return node
    }

    /// Reads a commit, unless that was done, and gives what a queue holds of it.
    mutating func entry(_ node: Int) throws(GitError) -> CommitQueue.Entry {
        let date = if let commit = commits[node] { commit.date } else { try read(node).date }
        return CommitQueue.Entry(date: date, id: ids[node], node: node)
    }

    /// The distinct parents of a commit that was read, in order.
    ///
    /// A copy: a slice would keep ``edges`` shared while a walk reads on, and each read would copy all of them.
    func parents(_ node: Int) -> [Int] {
        edges[commits[node]?.edges ?? 0..<0].map { Int($0) }
    }

    /// The committer's time of a commit that was read.
    func date(_ node: Int) -> Int64 {
        commits[node]?.date ?? 0
    }

    /// What a commit's parents have that no new commit may have.
    func problem(_ node: Int) -> String? {
        commits[node]?.problem
    }

    private mutating func read(_ node: Int) throws(GitError) -> Commit {
        let links = try repository.links(of: ids[node])
        let start = edges.count
        guard ids.count < Int32.max / 2, links.parents.count <= Self.edgeLimit - start else {
            throw GitError(code: .tooLarge, description: "more than \(Self.edgeLimit) parents to follow")
        }
        var seen: Set<ObjectID> = []
        for parent in links.parents where links.parents.count == 1 || seen.insert(parent).inserted {
            edges.append(Int32(self.node(parent)))
        }
        let commit = Commit(
            date: links.committed, edges: start..<edges.count,
            problem: Self.problem(count: links.parents.count, distinct: edges.count - start))
        commits[node] = commit
        return commit
    }

    private static func problem(count: Int, distinct: Int) -> String? {
        if count != distinct { return "names a parent twice" }
        let limit = Repository.parentLimit
        return count > limit ? "has \(count) parents, the limit is \(limit)" : nil
    }
}
