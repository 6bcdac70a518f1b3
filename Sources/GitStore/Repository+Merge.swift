internal import CLibGit2
public import GitNames

extension Repository {
    /// Merges two commits anew, in memory; the repository is left as it is.
    ///
    /// The merge is a function of the two commits and what they reach. Attributes, merge drivers, settings and limits of
    /// the server play no part, nor do those of the trees. Paths are merged three ways, then the lines of a file that both
    /// sides changed; see ``ThreeWayMerge`` for what is clean. Where `git merge` would give another tree, the caller sees
    /// a difference and asks for an approval.
    ///
    /// - Parameters:
    ///   - ours: the first parent.
    ///   - theirs: the second parent.
    ///   - allowance: what this and other merges may cost together; less by what this one did.
    /// - Returns: ``MergedTree/conflict`` also where it would be too much work: more than
    ///   ``mergePathLimit`` paths changed on a side, files of more than ``mergeFileLimit`` bytes changed on both, more than
    ///   ``mergeWorkLimit`` bytes or ``mergeLinePairLimit`` pairs of lines to compare in all, or histories that cross more
    ///   than a few times.
    /// - Throws: ``GitError/Code/notFound`` when a commit is missing. Two commits without common history are merged as
    ///   from nothing.
    public func mergedTree(
        _ ours: ObjectID, _ theirs: ObjectID, within allowance: inout MergeWork
    ) throws(GitError) -> MergedTree {
        let left = MergeSide(tips: [ours], tree: try tree(of: ours))
        let right = MergeSide(tips: [theirs], tree: try tree(of: theirs))
        let scratch = try reopened()
        try scratch.writeToMemory()
        let work = allowance.limited(to: .ofMerge)
        var merge = RecursiveMerge(scratch, work)
        defer { allowance.take(from: work, to: merge.work) }
        do throws(GitError) {
            return try merge.tree(left, right, depth: 0).map { .clean($0) } ?? .conflict
        } catch  where error.code == .tooLarge {
            return .conflict
        }
    }

    /// Merges two commits anew, for as much as one merge may cost.
    public func mergedTree(_ ours: ObjectID, _ theirs: ObjectID) throws(GitError) -> MergedTree {
        var work = MergeWork.ofMerge
        return try mergedTree(ours, theirs, within: &work)
    }

    /// The most paths that may differ from the merge base on each side of a recomputed merge: 100,000.
    public static let mergePathLimit = 100_000
    /// The most bytes of a file that is merged line by line: 4 MiB.
    public static let mergeFileLimit = 4 << 20
    /// The most bytes that one recomputed merge compares: 32 MiB.
    public static let mergeWorkLimit = 32 << 20

    /// The most pairs of lines that one recomputed merge compares, a file's lines before times its lines after for each
    /// side: 4,000,000,000, such as one file of 44,000 lines. Files without a line in common take time in the pairs: a
    /// quarter of a second for all of these on a core of 2023.
    public static let mergeLinePairLimit = 4_000_000_000

    /// Has objects that are written kept in memory only, until the repository is closed.
    private func writeToMemory() throws(GitError) {
        var memory: OpaquePointer?
        try LibGit2.check(unsafe git_mempack_new(&memory), "make an object store in memory")
        // Above the stores on disk: writes go to the first that takes them. The store owns it from here on.
        try LibGit2.check(unsafe git_odb_add_backend(objects, memory, 1000), "use an object store in memory")
    }
}
