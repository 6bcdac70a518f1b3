internal import CLibGit2
public import GitNames

extension Repository {
    /// The most bytes of one commit or tag that are read: 1 MiB.
    public static let commitLimit = 1 << 20
    /// The most commits that a walk gives, unless a call says otherwise.
    public static let defaultCommitLimit = 1_000_000

    /// The parents of a commit, in order.
    public func parents(of commit: ObjectID) throws(GitError) -> [ObjectID] {
        try links(of: commit).parents
    }

    /// The tree of a commit.
    public func tree(of commit: ObjectID) throws(GitError) -> ObjectID {
        try links(of: commit).tree
    }

    /// Every commit that `new` reaches and `hidden` does not, through all parents, parents before children.
    ///
    /// The order depends on the commits alone. Where commit dates run backwards far enough, a commit that `hidden`
    /// reaches may be given as well; none that it does not reach is ever left out.
    ///
    /// - Parameters:
    ///   - new: commits, or tags on commits. Ids of other objects are an error.
    ///   - hidden: the same; tags on trees and blobs are passed over.
    ///   - limit: more commits than this are an error.
    public func newCommits(
        from new: [ObjectID], hiding hidden: [ObjectID], limit: Int = defaultCommitLimit
    ) throws(GitError) -> [ObjectID] {
        let walk = try unsafe Handle(git_revwalk_free, "walk commits") { made in
            unsafe git_revwalk_new(&made, handle)
        }
        let order = GIT_SORT_TOPOLOGICAL.rawValue | GIT_SORT_REVERSE.rawValue
        try LibGit2.check(unsafe git_revwalk_sorting(walk.pointer, UInt32(order)), "walk commits")
        for id in Set(new).sorted() {
            var name = try peel(id).libraryName
            try LibGit2.check(unsafe git_revwalk_push(walk.pointer, &name), "walk from \(id)")
        }
        for id in Set(hidden).sorted() {
            guard let commit = try peelIfCommit(id) else { continue }
            var name = commit.libraryName
            try LibGit2.check(unsafe git_revwalk_hide(walk.pointer, &name), "walk up to \(id)")
        }
        return try unsafe Self.commits(of: walk.pointer, limit: limit)
    }

    private static func commits(of walk: OpaquePointer, limit: Int) throws(GitError) -> [ObjectID] {
        var found: [ObjectID] = []
        while true {
            var name = git_oid()
            let status = unsafe git_revwalk_next(&name, walk)
            if status == GIT_ITEROVER.rawValue { return found }
            try LibGit2.check(status, "walk commits")
            guard found.count < limit else {
                throw GitError(code: .tooLarge, description: "more than \(limit) commits")
            }
            found.append(ObjectID(name))
        }
    }

    /// Whether `descendant` is `ancestor` or reaches it through parents. Both must be commits that exist.
    public func isAncestor(_ ancestor: ObjectID, of descendant: ObjectID) throws(GitError) -> Bool {
        _ = try links(of: ancestor)
        _ = try links(of: descendant)
        guard ancestor != descendant else { return true }
        var (below, above) = (descendant.libraryName, ancestor.libraryName)
        let status = unsafe git_graph_descendant_of(handle, &below, &above)
        try LibGit2.check(status, "compare \(ancestor) with \(descendant)")
        return status == 1
    }

    /// The best common ancestor of two commits; nil when they share no history.
    public func mergeBase(_ one: ObjectID, _ other: ObjectID) throws(GitError) -> ObjectID? {
        _ = try links(of: one)
        _ = try links(of: other)
        var (left, right, base) = (one.libraryName, other.libraryName, git_oid())
        let status = unsafe git_merge_base(&base, handle, &left, &right)
        if status == GIT_ENOTFOUND.rawValue { return nil }
        try LibGit2.check(status, "find the merge base of \(one) and \(other)")
        return ObjectID(base)
    }

    /// The commit that a commit or a chain of tags leads to.
    ///
    /// - Throws: ``GitError/Code/malformed`` when it leads to a tree or a blob.
    public func peel(_ id: ObjectID) throws(GitError) -> ObjectID {
        guard let commit = try peelIfCommit(id) else {
            throw GitError(code: .malformed, description: "\(id) does not lead to a commit")
        }
        return commit
    }

    /// The object that a revision names, as `git rev-parse` understands it: a tag is not peeled.
    public func resolve(revision: String) throws(GitError) -> ObjectID {
        let object = try unsafe Handle(git_object_free, "find \(revision)") { made in
            unsafe git_revparse_single(&made, handle, revision)
        }
        guard let name = unsafe git_object_id(object.pointer) else {
            throw GitError(code: .library, description: "\(revision) has no object id")
        }
        return ObjectID(unsafe name.pointee)
    }

    func treeOfTreeOrCommit(_ id: ObjectID) throws(GitError) -> ObjectID {
        switch try objectKind(id) {
        case .tree: return id
        case .commit: return try tree(of: id)
        case .some(let kind): throw Self.unexpected(kind, id, expected: .tree)
        case nil: throw GitError(code: .notFound, description: "there is no object \(id)")
        }
    }

    /// The tree and parents of a commit, from its first lines, as `git` itself reads them.
    private func links(of commit: ObjectID) throws(GitError) -> CommitLinks {
        let bytes = try bytes(of: commit, kind: .commit, limit: Self.commitLimit)
        guard let links = CommitLinks(bytes) else {
            throw GitError(code: .malformed, description: "commit \(commit) does not start with its tree and parents")
        }
        return links
    }

    private func peelIfCommit(_ start: ObjectID) throws(GitError) -> ObjectID? {
        var id = start
        for _ in 0..<16 {
            switch try objectKind(id) {
            case .commit: return id
            case .tag:
                guard let target = CommitLinks.target(ofTag: try bytes(of: id, kind: .tag, limit: Self.commitLimit))
                else { throw GitError(code: .malformed, description: "tag \(id) does not start with its object") }
                id = target
            case .tree, .blob: return nil
            case nil: throw GitError(code: .notFound, description: "there is no object \(id)")
            }
        }
        throw GitError(code: .tooLarge, description: "\(start) is a tag on more than 15 tags")
    }
}
