internal import ExactValues
internal import Files

/// Pushes that were judged and have no receipt yet: two files each in a folder of the repository, the entry, which is
/// synced and never changes, and what became of each of its updates, which is written often and needs no sync.
public struct Journal: Sendable {
    /// The most entries that wait at once, and the most bytes of all of them.
    public static let entryLimit = 10_000
    public static let totalLimit = 256 << 20
    private static let outcomesSuffix = ".outcomes"
    private static let unfinishedSuffix = ".new"

    let folder: String
    private let asideFolder: String

    /// - Parameter gitFolder: the repository's own folder, with or without a slash at its end.
    public init(gitFolder: String) {
        let base = gitFolder.utf8.last == UInt8(ascii: "/") ? String(gitFolder.dropLast()) : gitFolder
        folder = base + "/sallyport/journal"
        asideFolder = base + "/sallyport/set-aside"
    }

    /// Writes a judged push, so that it is there after a crash.
    /// - Throws: ``EvidenceError/Code/full`` when it is larger than what is read back, or too much waits already.
    public func record(_ entry: JournalEntry) throws(EvidenceError) {
        let text = try entry.text()
        guard text.count <= JournalFile.byteLimit else {
            throw Self.full(
                "the push would take \(text.count) bytes of the journal, \(JournalFile.byteLimit) is the most")
        }
        try EvidenceError.storing { () throws(FileError) in try Folder.create(folder) }
        try checkRoom(for: text.count)
        let path = path(entry.id)
        // A hook that is called twice for one push judges it twice; the later word counts, until Git has asked.
        guard try outcomes(of: entry.id, count: entry.updates.count).allSatisfy({ $0 == .judged }) else {
            throw EvidenceError(code: .storage, description: "this push is in the journal already, and on its way")
        }
        try EvidenceError.storing { () throws(FileError) in
            try DurableFile.remove(path + Self.outcomesSuffix)
            try DurableFile.create(path, text)
        }
    }

    private func checkRoom(for size: Int) throws(EvidenceError) {
        let names = try names()
        guard names.count < Self.entryLimit else {
            throw Self.full("\(names.count) pushes in the journal wait for their receipts, no more go in")
        }
        var total = size
        for name in names {
            let path = path(name)
            let status = try EvidenceError.storing { () throws(FileError) in try FileStatus.of(path) }
            total += min(status?.size ?? 0, JournalFile.byteLimit)
        }
        guard total <= Self.totalLimit else {
            throw Self.full("the journal would have \(total) bytes, \(Self.totalLimit) is the most")
        }
    }

    /// The names of all entries, sorted by their bytes.
    public func names() throws(EvidenceError) -> [String] {
        try files().filter { !$0.hasSuffix(bytes: Self.outcomesSuffix) && !$0.hasSuffix(bytes: Self.unfinishedSuffix) }
    }

    /// Opens an entry; nil when it is gone.
    /// - Throws: ``EvidenceError/Code/malformed`` when it cannot be read, now or later.
    public func open(_ id: String) throws(EvidenceError) -> JournalFile? {
        do throws(EvidenceError) {
            return try JournalFile(path(id), id: id)
        } catch  where error.code == .missing {
            return nil
        }
    }

    /// What is known of the first `count` updates of an entry.
    public func outcomes(of id: String, count: Int) throws(EvidenceError) -> [JournalOutcome] {
        let path = path(id) + Self.outcomesSuffix
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try InputFile.read(path, limit: JournalFile.byteLimit)
        } catch  where error.code == .missing {
            return [JournalOutcome](repeating: .judged, count: count)
        } catch {
            throw EvidenceError(error)
        }
        let size = SlotFile.slotSize
        return (0..<count).map { JournalOutcome(slot: Array(bytes.dropFirst($0 * size).prefix(size))) }
    }

    /// What is known of one update.
    public func outcome(at position: Int, of id: String) throws(EvidenceError) -> JournalOutcome {
        let path = path(id) + Self.outcomesSuffix
        do throws(FileError) {
            let file = try InputFile(path)
            return JournalOutcome(slot: try file.bytes(at: position * SlotFile.slotSize, count: SlotFile.slotSize))
        } catch  where error.code == .missing {
            return .judged
        } catch {
            throw EvidenceError(error)
        }
    }

    /// Writes what became of updates of an entry, each if what is known permits it.
    /// - Returns: what is known then, in the order of `outcomes`.
    @discardableResult
    public func note(
        _ outcomes: [(position: Int, outcome: JournalOutcome)], in id: String
    ) throws(EvidenceError) -> [JournalOutcome] {
        guard !outcomes.isEmpty else { return [] }
        let path = path(id) + Self.outcomesSuffix
        return try EvidenceError.storing { () throws(FileError) in
            let slots = try SlotFile(path)
            var known: [JournalOutcome] = []
            for (position, outcome) in outcomes {
                let now = JournalOutcome(slot: try slots.slot(position))
                if now.permits(outcome) { try slots.write(outcome.slot, at: position) }
                known.append(now.permits(outcome) ? outcome : now)
            }
            return known
        }
    }

    /// Removes a push of which nothing is left to do.
    public func close(_ id: String) throws(EvidenceError) {
        let path = path(id)
        try EvidenceError.storing { () throws(FileError) in
            try DurableFile.remove(path)
            try DurableFile.remove(path + Self.outcomesSuffix)
        }
    }

    /// Puts a push out of the way that cannot be read or receipted, where people and `status` find it.
    public func setAside(_ id: String) throws(EvidenceError) {
        let (path, aside) = (path(id), "\(asideFolder)/\(id)")
        try EvidenceError.storing { () throws(FileError) in
            try Folder.create(asideFolder)
            for suffix in ["", Self.outcomesSuffix] where try FileStatus.of(path + suffix) != nil {
                try DurableFile.move(path + suffix, to: aside + suffix)
            }
        }
    }

    /// The names of the pushes that were set aside, sorted by their bytes.
    public func namesSetAside() throws(EvidenceError) -> [String] {
        try EvidenceError.storing { () throws(FileError) in try Folder.names(in: asideFolder) }
            .filter { !$0.hasSuffix(bytes: Self.outcomesSuffix) }
    }

    /// Removes what processes that ended in the middle of writing left behind.
    func sweep() throws(EvidenceError) {
        let all = try files()
        let entries = Set(all.map { Name($0) })
        for name in all {
            let isOrphan: Bool
            if name.hasSuffix(bytes: Self.outcomesSuffix) {
                isOrphan = !entries.contains(Name(name.dropping(bytes: Self.outcomesSuffix)))
            } else if name.hasSuffix(bytes: Self.unfinishedSuffix) {
                let life = TransactionID(name.dropping(bytes: Self.unfinishedSuffix))?.life()
                isOrphan = life == .ended || life == .endedWithMachine
            } else {
                isOrphan = false
            }
            let path = path(name)
            if isOrphan { try EvidenceError.storing { () throws(FileError) in try DurableFile.remove(path) } }
        }
    }

    /// When an entry was written, by the file system's clock in nanoseconds since 1970; nil when it is gone.
    public func written(_ id: String) throws(EvidenceError) -> Int64? {
        let path = path(id)
        return try EvidenceError.storing { () throws(FileError) in try FileStatus.of(path)?.modified }
    }

    private func files() throws(EvidenceError) -> [String] {
        try EvidenceError.storing { () throws(FileError) in try Folder.names(in: folder) }
    }

    private func path(_ id: String) -> String { "\(folder)/\(id)" }

    private static func full(_ reason: String) -> EvidenceError {
        EvidenceError(code: .full, description: reason)
    }
}

extension String {
    fileprivate func hasSuffix(bytes suffix: String) -> Bool {
        utf8.count >= suffix.utf8.count && utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }

    fileprivate func dropping(bytes suffix: String) -> String {
        String(decoding: utf8.dropLast(suffix.utf8.count), as: UTF8.self)
    }
}
