public import GitNames

extension Repository {
    /// The most files or changes that are listed, unless a call says otherwise.
    public static let defaultPathLimit = 1_000_000
    /// The most bytes of one tree object that are read: 16 MiB.
    static let treeLimit = 16 << 20
    /// How deep folders may nest.
    static let treeDepthLimit = 256

    /// The entries of one tree, in Git's order.
    ///
    /// - Throws: ``GitError/Code/malformed`` for a tree that readers could understand differently.
    public func entries(ofTree id: ObjectID) throws(GitError) -> [TreeEntry] {
        try trees.entries(id) { () throws(GitError) in
            try TreeObject.entries(try bytes(of: id, kind: .tree, limit: Self.treeLimit), of: id)
        }
    }

    /// What stands at a path; nil when nothing does. The empty path is the tree itself.
    ///
    /// - Parameters:
    ///   - path: parts joined by slashes, with none at either end.
    ///   - tree: a tree, or a commit, whose tree is taken.
    public func entry(at path: String, in tree: ObjectID) throws(GitError) -> (id: ObjectID, mode: FileMode)? {
        var found = (id: try treeOfTreeOrCommit(tree), mode: FileMode.tree)
        for part in try Self.parts(of: path) {
            guard found.mode == .tree else { return nil }
            guard let entry = try entries(ofTree: found.id).first(where: { $0.name.elementsEqual(part) })
            else { return nil }
            found = (entry.id, entry.mode)
        }
        return found
    }

    /// Every file under a path, sorted by the bytes of its path; submodules are left out. Nothing there gives none.
    ///
    /// - Parameters:
    ///   - path: a folder or a file; empty for the whole tree.
    ///   - tree: a tree, or a commit, whose tree is taken.
    ///   - limit: more files and folders than this are an error (a few trees can name each other so often that their
    ///     files could not be counted).
    public func blobs(
        under path: String, in tree: ObjectID, limit: Int = defaultPathLimit
    ) throws(GitError) -> [TreeFile] {
        guard let start = try entry(at: path, in: tree) else { return [] }
        var listing = TreeListing(repository: self, limit: limit)
        try listing.visit(Array(path.utf8), start.id, start.mode, depth: 0)
        return listing.files
    }

    static func join(_ folder: [UInt8], _ name: [UInt8]) -> [UInt8] {
        folder.isEmpty ? name : folder + [UInt8(ascii: "/")] + name
    }

    static func parts(of path: String) throws(GitError) -> [Substring.UTF8View] {
        guard !path.isEmpty else { return [] }
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { Substring($0).utf8 }
        guard parts.count <= treeDepthLimit, parts.allSatisfy({ TreeObject.isAllowed($0) }) else {
            throw GitError(code: .invalidName, description: "\(path) is not a path in a tree")
        }
        return parts
    }
}

/// Walks down a tree and notes its files.
private struct TreeListing {
    let repository: Repository
    let limit: Int
    var files: [TreeFile] = []
    private var visited = 0

    init(repository: Repository, limit: Int) {
        self.repository = repository
        self.limit = limit
    }

    mutating func visit(_ path: [UInt8], _ id: ObjectID, _ mode: FileMode, depth: Int) throws(GitError) {
        visited += 1
        guard visited <= limit else {
            throw GitError(code: .tooLarge, description: "more than \(limit) files and folders")
        }
        guard mode == .tree else {
            if mode.isBlob { files.append(TreeFile(path: String(decoding: path, as: UTF8.self), id: id, mode: mode)) }
            return
        }
        guard depth < Repository.treeDepthLimit else {
            throw GitError(code: .tooLarge, description: "folders nest more than \(Repository.treeDepthLimit) deep")
        }
        for entry in try repository.entries(ofTree: id) {
            try visit(Repository.join(path, entry.name), entry.id, entry.mode, depth: depth + 1)
        }
    }
}
