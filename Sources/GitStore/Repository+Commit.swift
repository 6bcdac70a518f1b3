public import GitNames

extension Repository {
    /// Stores a tree: a base tree with files put in, each replacing what stands at its path, or taken out.
    ///
    /// - Parameters:
    ///   - base: the tree to start from; nil for an empty one.
    ///   - files: paths, parts joined by slashes, and their content; nil takes a file out, and with the last file of a
    ///     folder the folder. A path within another path's file is an error.
    /// - Returns: the new tree.
    public func writeTree(base: ObjectID?, files: [(path: String, bytes: [UInt8]?)]) throws(GitError) -> ObjectID {
        var edits: [TreeEdit] = []
        for file in files {
            let parts = try Self.parts(of: file.path).map { Array($0) }
            guard !parts.isEmpty else { throw GitError(code: .invalidName, description: "a file has no path") }
            let blob: ObjectID? =
                if let bytes = file.bytes { try write(RawObject(kind: .blob, bytes: bytes)) } else { nil }
            edits.append((parts[...], blob))
        }
        return try write(RawObject(kind: .tree, bytes: TreeObject.bytes(try entries(base: base, edits))))
    }

    /// What is to stand at a path below a tree; nil for nothing.
    private typealias TreeEdit = (parts: ArraySlice<[UInt8]>, blob: ObjectID?)

    /// The entries of a tree after edits; folders that differ are stored.
    private func entries(base: ObjectID?, _ edits: [TreeEdit]) throws(GitError) -> [TreeEntry] {
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
                entries[name] = file.blob.map { TreeEntry(name: name, id: $0, mode: .file) }
            } else {
                let old = entries[name].flatMap { $0.mode == .tree ? $0.id : nil }
                entries[name] = try folder(name, base: old, deeper)
            }
        }
        return Array(entries.values)
    }

    private func folder(_ name: [UInt8], base: ObjectID?, _ edits: [TreeEdit]) throws(GitError) -> TreeEntry? {
        let entries = try entries(base: base, edits)
        guard !entries.isEmpty else { return nil }
        let id = try write(RawObject(kind: .tree, bytes: TreeObject.bytes(entries)))
        return TreeEntry(name: name, id: id, mode: .tree)
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
    ///   - files: paths and their content, put into the tree or, for nil, taken out of it.
    ///   - author: who the commit is by.
    ///   - message: the commit's message.
    /// - Returns: the new commit, to which the ref now points.
    /// - Throws: ``GitError/Code/conflict`` when the ref is elsewhere; then nothing has moved.
    public func createCommit(
        ref: String, parent: ObjectID?, files: [(path: String, bytes: [UInt8]?)], author: CommitAuthor, message: String
    ) throws(GitError) -> ObjectID {
        let base: ObjectID? = if let parent { try tree(of: parent) } else { nil }
        let commit = try writeCommit(
            tree: try writeTree(base: base, files: files), parents: parent.map { [$0] } ?? [], author: author,
            message: message)
        try updateRef(ref, new: commit, old: parent ?? .zero, message: "commit")
        return commit
    }
}
