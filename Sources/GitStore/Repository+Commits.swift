internal import CLibGit2
public import GitNames

extension Repository {
    /// The most bytes of one commit or tag that are read: 1 MiB.
    public static let commitLimit = 1 << 20

    /// The parents of a commit, in order.
    public func parents(of commit: ObjectID) throws(GitError) -> [ObjectID] {
        try links(of: commit).parents
    }

    /// The tree of a commit.
    public func tree(of commit: ObjectID) throws(GitError) -> ObjectID {
        try links(of: commit).tree
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
    func links(of commit: ObjectID) throws(GitError) -> CommitLinks {
        let bytes = try bytes(of: commit, kind: .commit, limit: Self.commitLimit)
        guard let links = CommitLinks(bytes) else {
            throw GitError(code: .malformed, description: "commit \(commit) does not start with its tree and parents")
        }
        return links
    }

    func peelIfCommit(_ start: ObjectID) throws(GitError) -> ObjectID? {
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
