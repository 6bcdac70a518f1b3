internal import Files
internal import GitNames

/// Lists the refs that have files of their own.
struct LooseRefs {
    private let prefix: String
    private let limit: Int
    private(set) var found: [RefName: RefValue] = [:]

    init(prefix: String, limit: Int) {
        self.prefix = prefix
        self.limit = limit
    }

    /// - Parameter folder: the name of a folder, such as `refs/heads`.
    mutating func visit(_ store: RefStore, _ folder: String) throws(GitError) {
        let names = try GitError.reading { () throws(FileError) in
            guard try FileStatus.of(store.path(folder))?.kind == .folder else { return [String]() }
            return try Folder.names(in: store.path(folder))
        }
        for part in names {
            let name = "\(folder)/\(part)"
            guard name.utf8.starts(with: prefix.utf8) || prefix.utf8.starts(with: (name + "/").utf8) else { continue }
            let status = try GitError.reading { () throws(FileError) in try FileStatus.of(store.path(name)) }
            // Locks and what else is no ref, as Git passes over it.
            guard let ref = RefName(name) else { continue }
            switch status?.kind {
            case .folder: try visit(store, name)
            case .none where part.unicodeScalars.contains("\u{fffd}"):
                throw GitError(code: .invalidName, description: "the ref \(name) is not UTF-8")
            case .none: continue
            case .file, .symbolicLink, .other:
                guard let value = try store.looseValue(ref) else { continue }
                guard found.count < limit else { throw RefStore.tooMany(limit, prefix) }
                found[ref] = value
            }
        }
    }
}
