internal import GitNames

/// Puts files into a tree and takes them out, without replacing a folder by a file or a file by a folder.
struct TreeEdit {
    typealias Edit = (path: [UInt8], new: PathChange.Side?)
    private typealias Step = (parts: ArraySlice<ArraySlice<UInt8>>, new: PathChange.Side?)

    private let repository: Repository

    /// - Parameter repository: where trees that come about are written.
    init(_ repository: Repository) {
        self.repository = repository
    }

    /// - Parameter edits: each path once.
    /// - Returns: the new tree; nil when a file and a folder would have one name.
    func tree(_ base: ObjectID, _ edits: [Edit]) throws(GitError) -> ObjectID? {
        let steps = edits.map { edit -> Step in (edit.path.split(separator: UInt8(ascii: "/"))[...], edit.new) }
        guard let entries = try entries(base, steps) else { return nil }
        return try write(entries)
    }

    /// - Returns: nil when a file and a folder would have one name.
    private func entries(_ base: ObjectID?, _ steps: [Step]) throws(GitError) -> [TreeEntry]? {
        var entries: [[UInt8]: TreeEntry] = [:]
        if let base {
            for entry in try repository.entries(ofTree: base) { entries[entry.name] = entry }
        }
        for (part, group) in Dictionary(grouping: steps, by: { $0.parts.first ?? [] }) {
            let name = Array(part)
            for step in group where step.parts.count == 1 {
                // A folder that is in the way may be emptied by other edits.
                if entries[name]?.mode == .tree, step.new == nil { continue }
                if entries[name]?.mode == .tree, try !isEmptied(entries[name]?.id, group) { return nil }
                entries[name] = step.new.map { TreeEntry(name: name, id: $0.id, mode: $0.mode) }
            }
            let deeper = group.filter { $0.parts.count > 1 }.map { (parts: $0.parts.dropFirst(), new: $0.new) }
            guard !deeper.isEmpty, entries[name].map({ $0.mode == .tree }) ?? true else {
                if deeper.contains(where: { $0.new != nil }) { return nil }
                continue
            }
            guard let below = try self.entries(entries[name]?.id, deeper) else { return nil }
            entries[name] = below.isEmpty ? nil : TreeEntry(name: name, id: try write(below), mode: .tree)
        }
        return Array(entries.values)
    }

    /// Whether edits take out all of a folder.
    private func isEmptied(_ folder: ObjectID?, _ group: [Step]) throws(GitError) -> Bool {
        let deeper = group.filter { $0.parts.count > 1 }.map { (parts: $0.parts.dropFirst(), new: $0.new) }
        return try entries(folder, deeper)?.isEmpty ?? false
    }

    private func write(_ entries: [TreeEntry]) throws(GitError) -> ObjectID {
        try repository.write(RawObject(kind: .tree, bytes: TreeObject.bytes(entries)))
    }
}
