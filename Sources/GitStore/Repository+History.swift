public import GitNames

extension Repository {
    /// The most commits that a walk gives, unless a call says otherwise.
    public static let defaultCommitLimit = 1_000_000
    /// The most parents that a new commit may have: 1,024. Git's own octopus merges stop far below.
    public static let parentLimit = 1024
    /// How many steps in a row a walk lets dates choose: no date makes it cost more than a small multiple of what it would
    /// cost with true ones.
    static let longestRun = 16
    /// How many hidden commits that are older than everything found a walk still looks at, beside one for each commit
    /// found.
    static let dateSlop = 64
    /// How many hidden commits a walk looks at in all once everything new is found, beside 16 for each commit found.
    static let datePatience = 4096

    /// Every commit that `new` reaches and `hidden` does not, through all parents, parents before children.
    ///
    /// The order depends on the commits alone. None that `hidden` does not reach is ever left out. Reads about as many
    /// commits as lie between both sides, however long history is.
    ///
    /// A commit that `hidden` reaches may be given as well, but only where committers' dates run backwards on the way to
    /// it, and not on the way of a fast-forward from one hidden commit: when, all new commits being found, it would take
    /// more than 64 (and one for each commit found) hidden commits older than all of these to come to it, or more than
    /// 4,096 (and 16 for each) of any age.
    ///
    /// - Parameters:
    ///   - new: commits, or tags on commits. Ids of other objects are an error.
    ///   - hidden: the same; tags on trees and blobs are passed over.
    ///   - limit: more commits than this are an error.
    ///   - isSettled: asked once for each commit that would be given: one for which it answers true is not given, and
    ///     nothing is walked below it. When all of `new` is settled, `hidden` is not looked at.
    /// - Throws: ``GitError/Code/malformed`` when a commit found names a parent twice or has more than ``parentLimit``.
    public func newCommits(
        from new: [ObjectID], hiding hidden: [ObjectID], limit: Int = defaultCommitLimit,
        isSettled: (ObjectID) throws(GitError) -> Bool
    ) throws(GitError) -> [ObjectID] {
        var tips: [ObjectID] = []
        for id in Set(new).sorted() { tips.append(try peel(id)) }
        var walk = CommitWalk(self, limit: limit)
        return try walk.newCommits(
            from: tips, hiding: { () throws(GitError) in try peelCommits(hidden) }, isSettled: isSettled)
    }

    /// Every commit that `new` reaches and `hidden` does not, with none settled.
    public func newCommits(
        from new: [ObjectID], hiding hidden: [ObjectID], limit: Int = defaultCommitLimit
    ) throws(GitError) -> [ObjectID] {
        try newCommits(from: new, hiding: hidden, limit: limit) { (_) throws(GitError) in false }
    }

    /// Whether `descendant` is `ancestor` or reaches it through parents. Both must be commits that exist.
    ///
    /// Exact whatever the dates. Reads about as many commits as lie between the two.
    public func isAncestor(_ ancestor: ObjectID, of descendant: ObjectID) throws(GitError) -> Bool {
        var walk = AncestryWalk(self)
        return try walk.reaches(ancestor, from: [descendant])
    }

    /// The best common ancestors of two commits, those that are no ancestor of another, the newest first; none when they
    /// share no history. Exact whatever the dates.
    public func mergeBases(_ one: ObjectID, _ other: ObjectID) throws(GitError) -> [ObjectID] {
        try mergeBases([one], [other])
    }

    /// The best common ancestors of what two sides reach.
    func mergeBases(_ left: [ObjectID], _ right: [ObjectID]) throws(GitError) -> [ObjectID] {
        var walk = AncestryWalk(self)
        return try walk.mergeBases(left, right)
    }

    /// The newest of the best common ancestors of two commits; nil when they share no history.
    public func mergeBase(_ one: ObjectID, _ other: ObjectID) throws(GitError) -> ObjectID? {
        try mergeBases(one, other).first
    }

    private func peelCommits(_ ids: [ObjectID]) throws(GitError) -> [ObjectID] {
        var commits: [ObjectID] = []
        for id in Set(ids).sorted() {
            if let commit = try peelIfCommit(id) { commits.append(commit) }
        }
        return commits
    }
}
