internal import CLibGit2
public import GitNames

extension Repository {
    /// Merges two commits anew, in memory; the repository is left as it is.
    ///
    /// By libgit2's recursive merge with its own settings: no merge driver, attribute or setting of a repository takes
    /// part. Where another engine would give another tree, the caller sees a difference and asks for an approval.
    ///
    /// - Parameters:
    ///   - ours: the first parent.
    ///   - theirs: the second parent.
    /// - Throws: ``GitError/Code/notFound`` when a commit is missing. Two commits without common history are merged as
    ///   from nothing.
    public func mergedTree(_ ours: ObjectID, _ theirs: ObjectID) throws(GitError) -> MergedTree {
        let scratch = try reopened()
        try scratch.writeToMemory()
        return try scratch.merge(ours, theirs)
    }

    /// Has objects that are written kept in memory only, until the repository is closed.
    private func writeToMemory() throws(GitError) {
        var memory: OpaquePointer?
        try LibGit2.check(unsafe git_mempack_new(&memory), "make an object store in memory")
        // Above the stores on disk: writes go to the first that takes them. The store owns it from here on.
        try LibGit2.check(unsafe git_odb_add_backend(objects, memory, 1000), "use an object store in memory")
    }

    private func merge(_ ours: ObjectID, _ theirs: ObjectID) throws(GitError) -> MergedTree {
        let left = try commit(ours)
        let right = try commit(theirs)
        var options = unsafe git_merge_options()
        let version = UInt32(GIT_MERGE_OPTIONS_VERSION)
        try LibGit2.check(unsafe git_merge_options_init(&options, version), "prepare a merge")
        unsafe options.flags = GIT_MERGE_FIND_RENAMES.rawValue
        let index = try unsafe Handle(git_index_free, "merge \(ours) and \(theirs)") { made in
            unsafe git_merge_commits(&made, handle, left.pointer, right.pointer, &options)
        }
        if unsafe git_index_has_conflicts(index.pointer) != 0 { return .conflict }
        var tree = git_oid()
        let status = unsafe git_index_write_tree_to(&tree, index.pointer, handle)
        try LibGit2.check(status, "merge \(ours) and \(theirs)")
        return .clean(ObjectID(tree))
    }

    private func commit(_ id: ObjectID) throws(GitError) -> Handle {
        var name = id.libraryName
        return try unsafe Handle(git_commit_free, "read commit \(id)") { made in
            unsafe git_commit_lookup(&made, handle, &name)
        }
    }
}
