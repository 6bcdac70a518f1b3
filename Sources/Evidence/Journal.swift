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
        try DurableFile.createFolder(folder)
        try DurableFile.create(path(entry.id), Array(entry.text.utf8))
    }

    /// Writes what became of one update of a push.
    public func note(_ outcome: JournalEntry.Outcome, of update: RefUpdate, in id: String) throws(EvidenceError) {
        guard let line = JournalEntry.line(update, outcome) else { return }
        try DurableFile.append(path(id), Array(line.utf8))
    }

    /// All pushes without a receipt, by their ids.
    public func entries() throws(EvidenceError) -> [JournalEntry] {
        var entries: [JournalEntry] = []
        for name in try DurableFile.names(in: folder) where !name.utf8.elementsEqual("".utf8) {
            // A file that a crash left before it got its name was never judged.
            if name.utf8.suffix(4).elementsEqual(".new".utf8) { continue }
            do {
                entries.append(try JournalEntry(id: name, text: try DurableFile.read(path(name))))
            } catch {
                // Another process may have given it its receipt and removed it meanwhile.
                guard try !DurableFile.names(in: folder).contains(name) else { throw error }
            }
        }
        return entries
    }

    /// Removes a push whose updates all have their receipts or were aborted.
    public func close(_ id: String) throws(EvidenceError) {
        try DurableFile.remove(path(id))
    }

    private func path(_ id: String) -> String { "\(folder)/\(id)" }
}
