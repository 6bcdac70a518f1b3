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
    private(set) var work: MergeWork

    /// - Parameters:
    ///   - repository: where trees and files that come about are written.
    ///   - work: how much it may cost.
    init(_ repository: Repository, _ work: MergeWork) {
        self.repository = repository
        self.work = work
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
