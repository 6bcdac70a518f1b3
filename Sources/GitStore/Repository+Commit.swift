public import PolicyCore

extension Repository {
    /// Stores a tree: a base tree with files put in, each replacing what stands at its path.
    ///
    /// - Parameters:
    ///   - base: the tree to start from; nil for an empty one.
    ///   - files: paths, parts joined by slashes, and their content. A path within another path's file is an error.
    /// - Returns: the new tree.
    public func writeTree(base: ObjectID?, files: [(path: String, bytes: [UInt8])]) throws(GitError) -> ObjectID {
        var edits: [(parts: ArraySlice<[UInt8]>, blob: ObjectID)] = []
        for file in files {
            let parts = try Self.parts(of: file.path).map { Array($0) }
            guard !parts.isEmpty else { throw GitError(code: .invalidName, description: "a file has no path") }
            edits.append((parts[...], try write(RawObject(kind: .blob, bytes: file.bytes))))
        }
        return try writeTree(base: base, edits)
    }

    private func writeTree(
        base: ObjectID?, _ edits: [(parts: ArraySlice<[UInt8]>, blob: ObjectID)]
    ) throws(GitError) -> ObjectID {
        var entries: [[UInt8]: TreeEntry] = [:]
        if let base {
            for entry in try self.entries(ofTree: base) { entries[entry.name] = entry }
        }
        for (name, group) in Dictionary(grouping: edits, by: { $0.parts.first ?? [] }) {
            let deeper = group.filter { $0.parts.count > 1 }.map { ($0.parts.dropFirst(), $0.blob) }
            guard deeper.isEmpty || deeper.count == group.count else {
                throw GitError(
                    code: .invalidName,
                    description: "\(String(decoding: name, as: UTF8.self)) is to be a file and a folder")
            }
            if let file = group.last, deeper.isEmpty {
                entries[name] = TreeEntry(name: name, id: file.blob, mode: .file)
            } else {
                let old = entries[name].flatMap { $0.mode == .tree ? $0.id : nil }
                entries[name] = TreeEntry(name: name, id: try writeTree(base: old, deeper), mode: .tree)
            }
        }
        return try write(RawObject(kind: .tree, bytes: TreeObject.bytes(Array(entries.values))))
    }

    /// Stores a commit without moving a ref.
    ///
    /// - Parameters:
    ///   - tree: its tree.
    ///   - parents: its parents, in order.
    ///   - author: who it is by; also its committer.
    ///   - message: its message; a last line end is added where there is none.
    public func writeCommit(
        tree: ObjectID, parents: [ObjectID], author: CommitAuthor, message: String
    ) throws(GitError) -> ObjectID {
        guard !message.utf8.contains(0) else {
            throw GitError(code: .malformed, description: "a commit's message cannot contain a NUL")
        }
        var text = "tree \(tree)\n"
        for parent in parents { text += "parent \(parent)\n" }
        text += "author \(author.line)\ncommitter \(author.line)\n\n\(message)"
        if message.utf8.last != UInt8(ascii: "\n") { text += "\n" }
        return try write(RawObject(kind: .commit, bytes: Array(text.utf8)))
    }

    /// Commits files on top of a ref, if the ref still is where it is said to be.
    ///
    /// - Parameters:
    ///   - ref: the full name of the ref; it is created when `parent` is nil.
    ///   - parent: where the ref must be; its tree is the base.
    ///   - files: paths and their content, put into the tree.
    ///   - author: who the commit is by.
    ///   - message: the commit's message.
    /// - Returns: the new commit, to which the ref now points.
    /// - Throws: ``GitError/Code/conflict`` when the ref is elsewhere; then nothing has moved.
    public func createCommit(
        ref: String, parent: ObjectID?, files: [(path: String, bytes: [UInt8])], author: CommitAuthor, message: String
    ) throws(GitError) -> ObjectID {
        let base: ObjectID? = if let parent { try tree(of: parent) } else { nil }
        let commit = try writeCommit(
            tree: try writeTree(base: base, files: files), parents: parent.map { [$0] } ?? [], author: author,
            message: message)
        try updateRef(ref, new: commit, old: parent ?? .zero, message: "commit")
        return commit
    }
}
