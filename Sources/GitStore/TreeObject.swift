internal import GitNames

/// Reads and writes the bytes of a tree object, and takes no tree that readers could understand differently.
///
/// Refused are names that are empty, `.`, `..`, a spelling of `.git`, or hold a slash; names out of Git's order or
/// twice (some readers would see the first, others the second); and modes that Git does not write. `git fsck` reports
/// the same (badTree, treeNotSorted, duplicateEntries, hasDot, hasDotdot, hasDotgit, zeroPaddedFilemode).
enum TreeObject {
    static func entries(_ bytes: [UInt8], of tree: ObjectID) throws(GitError) -> [TreeEntry] {
        var entries: [TreeEntry] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            guard let space = rest.firstIndex(of: UInt8(ascii: " ")), let end = rest.firstIndex(of: 0), space < end,
                rest.distance(from: end, to: rest.endIndex) > ObjectID.byteCount,
                let mode = mode(rest[rest.startIndex..<space]),
                let id = ObjectID(bytes: rest[(end + 1)..<(end + 1 + ObjectID.byteCount)])
            else { throw malformed(tree, "has an entry that Git does not write") }
            let entry = TreeEntry(name: Array(rest[(space + 1)..<end]), id: id, mode: mode)
            guard isAllowed(entry.name) else { throw malformed(tree, "has an entry of a forbidden name") }
            if let last = entries.last, !precedes(last, entry) {
                throw malformed(tree, "has names twice or out of order")
            }
            entries.append(entry)
            rest = rest[(end + 1 + ObjectID.byteCount)...]
        }
        try refuseFileAndFolder(entries, of: tree)
        return entries
    }

    static func bytes(_ entries: [TreeEntry]) -> [UInt8] {
        var bytes: [UInt8] = []
        for entry in entries.sorted(by: precedes) {
            bytes += String(entry.mode.rawValue, radix: 8).utf8
            bytes.append(UInt8(ascii: " "))
            bytes += entry.name
            bytes.append(0)
            bytes += entry.id.bytes
        }
        return bytes
    }

    static func isAllowed(_ name: some Collection<UInt8>) -> Bool {
        guard !name.isEmpty, !name.contains(UInt8(ascii: "/")), !name.contains(0) else { return false }
        guard name.first == UInt8(ascii: "."), name.count <= 4 else { return true }
        let lower = name.map { $0 | 0x20 }
        return
            !(name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8)
            || (name.count == 4 && lower[1...].elementsEqual("git".utf8)))
    }

    /// Git's order: by bytes, a folder as if its name ended with a slash.
    static func precedes(_ left: TreeEntry, _ right: TreeEntry) -> Bool {
        let shared = min(left.name.count, right.name.count)
        for index in 0..<shared where left.name[index] != right.name[index] {
            return left.name[index] < right.name[index]
        }
        return byte(left, shared) < byte(right, shared)
    }

    private static func byte(_ entry: TreeEntry, _ index: Int) -> UInt8 {
        if index < entry.name.count { return entry.name[index] }
        return entry.mode == .tree ? UInt8(ascii: "/") : 0
    }

    /// A file `a` and a folder `a` are in order by ``precedes``, but are one name twice.
    private static func refuseFileAndFolder(_ entries: [TreeEntry], of tree: ObjectID) throws(GitError) {
        guard entries.contains(where: { $0.mode == .tree }) else { return }
        var names: Set<[UInt8]> = []
        for entry in entries where !names.insert(entry.name).inserted {
            throw malformed(tree, "has names twice or out of order")
        }
    }

    private static func mode(_ digits: ArraySlice<UInt8>) -> FileMode? {
        guard digits.count <= 6, digits.first != UInt8(ascii: "0") else { return nil }
        var value: UInt32 = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(digit) else { return nil }
            value = value << 3 | UInt32(digit - UInt8(ascii: "0"))
        }
        return FileMode(rawValue: value)
    }

    private static func malformed(_ tree: ObjectID, _ why: String) -> GitError {
        GitError(code: .malformed, description: "tree \(tree) \(why)")
    }
}
