internal import GitNames

/// Merges the changes of two trees since a third, path by path.
///
/// A path that one side changed is taken from that side; the same change on both sides is one. A regular file that both
/// changed is merged line by line (``LineMerge``), its executable bit by the side that changed it. What one side changed and
/// the other moved to another path is merged there, when it is clear where it went (``RenameSearch``). A conflict is all
/// else: a path added on both sides with other content, changed on one and taken out on the other, a symbolic link or a
/// submodule changed on both, a file where the other side has a folder, a file moved to two places, and one moved on one
/// side and taken out on the other. So what is clean here is the tree that `git merge` makes, save for moved folders: what
/// the other side added in one stays where it was added.
struct ThreeWayMerge {
    private let repository: Repository
    private(set) var work: MergeWork
    private var hasConflict = false
    /// What is to change in the tree of our side.
    private var edits: [[UInt8]: PathChange.Side?] = [:]

    init(_ repository: Repository, _ work: MergeWork) {
        self.repository = repository
        self.work = work
    }

    /// - Parameter base: nil for an empty tree.
    /// - Returns: nil for a conflict.
    mutating func tree(base: ObjectID?, ours: ObjectID, theirs: ObjectID) throws(GitError) -> ObjectID? {
        if ours == theirs || base == theirs { return ours }
        if base == ours { return theirs }
        let left = try changes(base, ours)
        let right = try changes(base, theirs)
        let shared = right.sorted.compactMap { theirs in left.byPath[theirs.path].map { (ours: $0, theirs: theirs) } }
        // First what was taken out, since it may have been moved to a path that others of these are about.
        for pair in shared where pair.ours.new == nil || pair.theirs.new == nil {
            try mergeGone(pair.ours, pair.theirs, left, right)
        }
        for pair in shared where !hasConflict && edits[pair.ours.path] == nil { try mergeKept(pair.ours, pair.theirs) }
        if hasConflict { return nil }
        for change in right.sorted where left.byPath[change.path] == nil && edits[change.path] == nil {
            edits[change.path] = .some(change.new)
        }
        return try TreeEdit(repository).tree(ours, edits.map { ($0.key, $0.value) })
    }

    private mutating func changes(_ base: ObjectID?, _ tree: ObjectID) throws(GitError) -> RenameSearch {
        let limit = work.pathLimit
        do throws(GitError) {
            let changes = try repository.changedPaths(from: base, to: tree, limit: limit)
            work.take(paths: changes.count)
            return RenameSearch(repository, changes)
        } catch {
            work.take(paths: limit)
            throw error
        }
    }

    /// Merges a path that both sides changed and where something is left on both.
    private mutating func mergeKept(_ ours: PathChange, _ theirs: PathChange) throws(GitError) {
        guard let one = ours.new, let other = theirs.new, one != other else { return }
        guard let merged = try content(ours.old, one, other) else {
            hasConflict = true
            return
        }
        edits[ours.path] = .some(merged)
    }

    /// Merges a path that one side or both took out or moved elsewhere.
    private mutating func mergeGone(
        _ ours: PathChange, _ theirs: PathChange, _ left: RenameSearch, _ right: RenameSearch
    ) throws(GitError) {
        switch (ours.new, theirs.new) {
        case (let new?, _): try follow(theirs, new, right, left)
        case (nil, let new?): try follow(ours, new, left, right)
        case (nil, nil):
            switch (try left.target(of: ours, &work), try right.target(of: theirs, &work)) {
            case (.none, .none): return
            case (.one(let one), .one(let other)) where one.path == other.path:
                guard let new = one.new, let otherNew = other.new, new != otherNew else { return }
                guard let merged = try content(ours.old, new, otherNew) else {
                    hasConflict = true
                    return
                }
                edits[one.path] = .some(merged)
            default: hasConflict = true
            }
        }
    }

    /// Merges what one side changed with the file to which the other moved it.
    private mutating func follow(
        _ gone: PathChange, _ changed: PathChange.Side, _ mover: RenameSearch, _ changer: RenameSearch
    ) throws(GitError) {
        guard case .one(let target) = try mover.target(of: gone, &work), changer.byPath[target.path] == nil,
            let moved = target.new, let merged = try content(gone.old, moved, changed)
        else {
            hasConflict = true
            return
        }
        edits[gone.path] = .some(nil)
        edits[target.path] = .some(merged)
    }

    private mutating func content(
        _ base: PathChange.Side?, _ ours: PathChange.Side, _ theirs: PathChange.Side
    ) throws(GitError) -> PathChange.Side? {
        guard let base, [base, ours, theirs].allSatisfy(\.mode.isRegularFile) else { return nil }
        let mode = ours.mode == base.mode ? theirs.mode : ours.mode
        if ours.id == theirs.id || theirs.id == base.id { return PathChange.Side(id: ours.id, mode: mode) }
        if ours.id == base.id { return PathChange.Side(id: theirs.id, mode: mode) }
        guard
            let merged = try LineMerge.merged(
                base: base.id, ours: ours.id, theirs: theirs.id, in: repository, &work)
        else { return nil }
        return PathChange.Side(id: try repository.write(RawObject(kind: .blob, bytes: merged)), mode: mode)
    }
}
