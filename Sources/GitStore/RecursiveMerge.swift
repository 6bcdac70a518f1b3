internal import GitNames

/// One side of a merge: a tree, and the commits that it merges.
struct MergeSide {
    let tips: [ObjectID]
    let tree: ObjectID
}

/// Merges two sides from their merge base; where they have more than one, from the merge of these, as Git does.
///
/// A conflict between merge bases is a conflict of the whole; Git would go on with conflict markers as content.
struct RecursiveMerge {
    /// How often histories may cross: merge bases that have merge bases that have …
    private static let depthLimit = 4
    /// The most merge bases of one pair.
    private static let baseLimit = 8

    private let repository: Repository
    private var work = MergeWork()

    /// - Parameter repository: where trees and files that come about are written.
    init(_ repository: Repository) {
        self.repository = repository
    }

    /// - Returns: nil for a conflict.
    mutating func tree(_ ours: MergeSide, _ theirs: MergeSide, depth: Int) throws(GitError) -> ObjectID? {
        let bases = try repository.mergeBases(ours.tips, theirs.tips)
        guard depth < Self.depthLimit, bases.count <= Self.baseLimit else { return nil }
        var base: MergeSide?
        for commit in bases.reversed() {
            let side = MergeSide(tips: [commit], tree: try repository.tree(of: commit))
            guard let merged = base else {
                base = side
                continue
            }
            guard let tree = try self.tree(merged, side, depth: depth + 1) else { return nil }
            base = MergeSide(tips: merged.tips + [commit], tree: tree)
        }
        var merge = ThreeWayMerge(repository, work)
        defer { work = merge.work }
        return try merge.tree(base: base?.tree, ours: ours.tree, theirs: theirs.tree)
    }
}

/// How much a merge may still compare.
struct MergeWork {
    private var bytesLeft = Repository.mergeWorkLimit
    private var linePairsLeft = Repository.mergeLinePairLimit

    /// - Returns: false when it is too much.
    mutating func take(bytes: Int) -> Bool {
        guard bytes <= bytesLeft else { return false }
        bytesLeft -= bytes
        return true
    }

    /// Takes what comparing two files costs at worst.
    /// - Returns: false when it is too much.
    mutating func take(lines: Int, with other: Int) -> Bool {
        let (pairs, overflow) = lines.multipliedReportingOverflow(by: other)
        guard !overflow, pairs <= linePairsLeft else { return false }
        linePairsLeft -= pairs
        return true
    }
}
