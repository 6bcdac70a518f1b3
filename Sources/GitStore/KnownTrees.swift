internal import GitNames

/// Trees that were read, by their ids, so that none changes. All are forgotten when they are too many.
struct KnownTrees {
    /// The most entries of all trees that are kept, and of one.
    static let (entryLimit, treeLimit) = (50_000, 2_000)

    private var known: [ObjectID: [TreeEntry]] = [:]
    private var entryCount = 0

    /// The entries of a tree, read if they are not known.
    mutating func entries(
        _ id: ObjectID, _ read: () throws(GitError) -> [TreeEntry]
    ) throws(GitError) -> [TreeEntry] {
        if let entries = known[id] { return entries }
        let entries = try read()
        guard entries.count <= Self.treeLimit else { return entries }
        if entryCount + entries.count > Self.entryLimit {
            known.removeAll()
            entryCount = 0
        }
        known[id] = entries
        entryCount += entries.count + 1
        return entries
    }
}
