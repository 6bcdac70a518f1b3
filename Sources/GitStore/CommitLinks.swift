internal import GitNames

/// The tree and the parents that the first lines of a commit name.
///
/// Git takes parents only from the lines right after the tree; so does this. Whether the rest of the commit is well
/// formed is for the signature's parser.
struct CommitLinks {
    let tree: ObjectID
    let parents: [ObjectID]

    init?(_ commit: [UInt8]) {
        var rest = commit[...]
        guard let tree = Self.take("tree ", from: &rest) else { return nil }
        var parents: [ObjectID] = []
        while let parent = Self.take("parent ", from: &rest) { parents.append(parent) }
        guard rest.starts(with: "author ".utf8) else { return nil }
        self.tree = tree
        self.parents = parents
    }

    static func target(ofTag tag: [UInt8]) -> ObjectID? {
        var rest = tag[...]
        return take("object ", from: &rest)
    }

    private static func take(_ key: StaticString, from rest: inout ArraySlice<UInt8>) -> ObjectID? {
        let count = key.utf8CodeUnitCount
        let end = rest.startIndex + count + ObjectID.hexCount
        guard rest.starts(with: key.description.utf8), end < rest.endIndex, rest[end] == UInt8(ascii: "\n"),
            let id = ObjectID(hex: rest[(rest.startIndex + count)..<end])
        else { return nil }
        rest = rest[(end + 1)...]
        return id
    }
}
