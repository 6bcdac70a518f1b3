internal import GitStore
internal import PolicyCore

/// Changes some files of a tree and writes the trees that differ.
struct TreeEdit {
    /// What a path is to hold; nil removes it.
    private var files: [[UInt8]: [UInt8]?] = [:]
    private var folders: [[UInt8]: TreeEdit] = [:]

    /// Sets or, with nil, removes the file at a path.
    mutating func set(_ path: String, _ bytes: [UInt8]?) {
        set(path.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)[...], bytes)
    }

    private mutating func set(_ path: ArraySlice<[UInt8]>, _ bytes: [UInt8]?) {
        guard let name = path.first else { return }
        if path.count == 1 {
            files.updateValue(bytes, forKey: name)
        } else {
            folders[name, default: TreeEdit()].set(path.dropFirst(), bytes)
        }
    }

    /// Writes the tree.
    /// - Parameter base: the tree to change; nil for an empty one.
    /// - Returns: nil when nothing is left in it.
    func write(to repository: Repository, base: ObjectID?) throws(GitError) -> ObjectID? {
        var entries: [[UInt8]: (mode: FileMode, id: ObjectID)] = [:]
        if let base {
            for entry in try repository.entries(ofTree: base) { entries[entry.name] = (entry.mode, entry.id) }
        }
        for (name, bytes) in files {
            if let bytes {
                entries[name] = (.file, try repository.write(RawObject(kind: .blob, bytes: bytes)))
            } else {
                entries[name] = nil
            }
        }
        for (name, folder) in folders {
            let old = entries[name].flatMap { $0.mode == .tree ? $0.id : nil }
            entries[name] = try folder.write(to: repository, base: old).map { (.tree, $0) }
        }
        guard !entries.isEmpty else { return nil }
        return try repository.write(RawObject(kind: .tree, bytes: Self.encode(entries)))
    }

    /// The raw tree: entries by name, a folder's name taken with a slash at its end, as Git wants them.
    private static func encode(_ entries: [[UInt8]: (mode: FileMode, id: ObjectID)]) -> [UInt8] {
        func key(_ name: [UInt8], _ mode: FileMode) -> [UInt8] { mode == .tree ? name + [UInt8(ascii: "/")] : name }
        let sorted = entries.sorted { left, right in
            key(left.key, left.value.mode).lexicographicallyPrecedes(key(right.key, right.value.mode))
        }
        var bytes: [UInt8] = []
        for (name, entry) in sorted {
            bytes += Array("\(String(entry.mode.rawValue, radix: 8)) ".utf8) + name + [0] + entry.id.bytes
        }
        return bytes
    }
}
