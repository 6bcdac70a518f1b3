internal import GitNames

/// The tree and the parents that the first lines of a commit name, and its committer's time.
///
/// Git takes parents only from the lines right after the tree; so does this. Whether the rest of the commit is well
/// formed is for the signature's parser.
struct CommitLinks {
    let tree: ObjectID
    /// As written, repeated ones too.
    let parents: [ObjectID]
    /// Seconds since 1970 by the committer line, 0 where it has none, as Git reads it. It orders a walk and proves nothing.
    let committed: Int64

    init?(_ commit: [UInt8]) {
        var rest = commit[...]
        guard let tree = Self.take("tree ", from: &rest) else { return nil }
        var parents: [ObjectID] = []
        while let parent = Self.take("parent ", from: &rest) { parents.append(parent) }
        guard rest.starts(with: "author ".utf8) else { return nil }
        self.tree = tree
        self.parents = parents
        committed = Self.committed(rest)
    }

    static func target(ofTag tag: [UInt8]) -> ObjectID? {
        var rest = tag[...]
        return take("object ", from: &rest)
    }

    private static func take(_ key: StaticString, from rest: inout ArraySlice<UInt8>) -> ObjectID? {
        let count = key.utf8CodeUnitCount
        let end = rest.startIndex + count + ObjectID.hexCount
        guard end < rest.endIndex, rest[end] == UInt8(ascii: "\n"), rest.starts(with: key.description.utf8),
            let id = ObjectID(hex: rest[(rest.startIndex + count)..<end])
        else { return nil }
        rest = rest[(end + 1)...]
        return id
    }

    /// The number after the last `>` of the line that follows the author's.
    private static func committed(_ author: ArraySlice<UInt8>) -> Int64 {
        let newline = UInt8(ascii: "\n")
        guard let authorEnd = author.firstIndex(of: newline) else { return 0 }
        let line = author[(authorEnd + 1)...].prefix { $0 != newline }
        guard line.starts(with: "committer ".utf8), let bracket = line.lastIndex(of: UInt8(ascii: ">")) else {
            return 0
        }
        var time: Int64 = 0
        for digit in line[(bracket + 1)...].drop(while: { $0 == UInt8(ascii: " ") }) {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { break }
            let (tenfold, over) = time.multipliedReportingOverflow(by: 10)
            let (sum, overSum) = tenfold.addingReportingOverflow(Int64(digit - UInt8(ascii: "0")))
            if over || overSum { return 0 }
            time = sum
        }
        return time
    }
}
