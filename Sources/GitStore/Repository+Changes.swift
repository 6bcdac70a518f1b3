public import GitNames

extension Repository {
    /// The paths at which two trees differ, files, symbolic links and submodules, sorted by the bytes of the path.
    ///
    /// Equal folders are not opened, so the cost grows with what changed.
    ///
    /// - Parameters:
    ///   - old: a tree, or a commit, whose tree is taken; nil for no content.
    ///   - new: the same for the other side.
    ///   - limit: more differing files and folders than this are an error.
    public func changedPaths(
        from old: ObjectID?, to new: ObjectID?, limit: Int = defaultPathLimit
    ) throws(GitError) -> [PathChange] {
        var comparison = TreeComparison(repository: self, limit: limit)
        let oldTree: ObjectID? = if let old { try treeOfTreeOrCommit(old) } else { nil }
        let newTree: ObjectID? = if let new { try treeOfTreeOrCommit(new) } else { nil }
        try comparison.compare([], oldTree, newTree, depth: 0)
        return ChangeSet(comparison.changes).changes
    }

    /// What differs between two trees, to be compared with another change.
    ///
    /// - Parameters: as of ``changedPaths(from:to:limit:)``.
    public func changeSet(
        from old: ObjectID?, to new: ObjectID?, limit: Int = defaultPathLimit
    ) throws(GitError) -> ChangeSet {
        ChangeSet(try changedPaths(from: old, to: new, limit: limit))
    }
}

/// Walks two trees side by side.
private struct TreeComparison {
    let repository: Repository
    let limit: Int
    var changes: [PathChange] = []
    private var visited = 0

    init(repository: Repository, limit: Int) {
        self.repository = repository
        self.limit = limit
    }

    mutating func compare(_ path: [UInt8], _ old: ObjectID?, _ new: ObjectID?, depth: Int) throws(GitError) {
        guard old != new else { return }
        try count()
        guard depth < Repository.treeDepthLimit else {
            throw GitError(code: .tooLarge, description: "folders nest more than \(Repository.treeDepthLimit) deep")
        }
        let oldEntries = if let old { try repository.entries(ofTree: old) } else { [TreeEntry]() }
        let newEntries = if let new { try repository.entries(ofTree: new) } else { [TreeEntry]() }
        var (left, right) = (oldEntries[...], newEntries[...])
        while let first = [left.first, right.first].compactMap({ $0 }).min(by: TreeObject.precedes) {
            let before = Self.take(&left, like: first)
            let after = Self.take(&right, like: first)
            try note(Repository.join(path, first.name), before, after, depth: depth)
        }
    }

    /// Takes the first entry if it sorts exactly where `entry` does.
    private static func take(_ entries: inout ArraySlice<TreeEntry>, like entry: TreeEntry) -> TreeEntry? {
        guard let first = entries.first, !TreeObject.precedes(entry, first) else { return nil }
        entries = entries.dropFirst()
        return first
    }

    /// A file that became a folder, or the reverse, sorts at two places and comes here twice.
    private mutating func note(
        _ path: [UInt8], _ before: TreeEntry?, _ after: TreeEntry?, depth: Int
    ) throws(GitError) {
        if before?.mode == .tree || after?.mode == .tree {
            return try compare(path, before?.id, after?.id, depth: depth + 1)
        }
        let old = before.map { PathChange.Side(id: $0.id, mode: $0.mode) }
        let new = after.map { PathChange.Side(id: $0.id, mode: $0.mode) }
        guard old != new else { return }
        try count()
        changes.append(PathChange(path: path, old: old, new: new))
    }

    private mutating func count() throws(GitError) {
        visited += 1
        guard visited <= limit else {
            throw GitError(code: .tooLarge, description: "more than \(limit) paths changed")
        }
    }
}
