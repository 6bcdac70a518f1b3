internal import GitNames

/// The parents that the first lines of a commit name, as Git reads them.
enum CommitParents {
    static func of(_ commit: [UInt8]) -> [ObjectID] {
        var parents: [ObjectID] = []
        for line in commit.split(separator: 0x0a, maxSplits: 2048, omittingEmptySubsequences: false).dropFirst() {
            guard line.starts(with: "parent ".utf8), let id = ObjectID(hex: line.dropFirst(7)) else { break }
            parents.append(id)
        }
        return parents
    }
}
