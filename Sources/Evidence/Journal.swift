internal import Files
public import PolicyCore

/// Pushes that were judged and have no receipt yet, one file each, in a folder of the repository.
public struct Journal {
    private let folder: String

    /// - Parameter gitFolder: the repository's own folder, with or without a slash at its end.
    public init(gitFolder: String) {
        let base = gitFolder.utf8.last == UInt8(ascii: "/") ? String(gitFolder.dropLast()) : gitFolder
        folder = base + "/sallyport/journal"
    }

    /// Writes a judged push, so that it is there after a crash.
    public func record(_ entry: JournalEntry) throws(EvidenceError) {
        let path = path(entry.id)
        try EvidenceError.storing { () throws(FileError) in
            try Folder.create(folder)
            try DurableFile.create(path, Array(entry.text.utf8))
        }
    }

    /// Writes what became of one update of a push.
    public func note(_ outcome: JournalEntry.Outcome, of update: RefUpdate, in id: String) throws(EvidenceError) {
        guard let line = JournalEntry.line(update, outcome) else { return }
        let path = path(id)
        try EvidenceError.storing { () throws(FileError) in try DurableFile.append(path, Array(line.utf8)) }
    }

    /// All pushes without a receipt, by their ids.
    public func entries() throws(EvidenceError) -> [JournalEntry] {
        var entries: [JournalEntry] = []
        for name in try names() {
            // A file that a crash left before it got its name was never judged.
            if name.utf8.suffix(4).elementsEqual(".new".utf8) { continue }
            do {
                entries.append(try entry(name))
            } catch {
                // Another process may have given it its receipt and removed it meanwhile.
                guard try !names().contains(name) else { throw error }
            }
        }
        return entries
    }

    /// Removes a push whose updates all have their receipts or were aborted.
    public func close(_ id: String) throws(EvidenceError) {
        let path = path(id)
        try EvidenceError.storing { () throws(FileError) in try DurableFile.remove(path) }
    }

    private func entry(_ id: String) throws(EvidenceError) -> JournalEntry {
        let path = path(id)
        let text = try EvidenceError.storing { () throws(FileError) in try InputFile.read(path) }
        return try JournalEntry(id: id, text: text)
    }

    private func names() throws(EvidenceError) -> [String] {
        try EvidenceError.storing { () throws(FileError) in try Folder.names(in: folder) }
    }

    private func path(_ id: String) -> String { "\(folder)/\(id)" }
}
