internal import ExactValues
internal import Files
public import GitNames

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Finds lock files that a process left when it was killed, and removes them: Git never does, and every later push of
/// that ref would be refused.
///
/// A lock is stale when no process is left that could have made it: no journalled push of that ref whose process lives
/// and was journalled before the lock was made, and no other `git` that moves refs, runs in this repository or names it,
/// and began before the lock was made.
/// A receive-pack of this repository locks no ref before the hook has journalled its push.
public struct StaleLocks {
    /// What `git` does on a server, or beside it, without locking a ref.
    private static let harmless: Set<Name> = [
        "push", "clone", "upload-pack", "receive-pack", "upload-archive", "http-backend", "cat-file", "rev-list",
        "rev-parse", "log", "index-pack", "unpack-objects", "pack-objects", "show", "diff", "ls-tree", "for-each-ref",
        "send-pack", "fsck", "archive",
    ]
    private static let nanoseconds: Int64 = 1_000_000_000

    private let folder: String
    private let journal: Journal

    /// - Parameter gitFolder: the repository's own folder, with a slash at its end.
    public init(gitFolder: String) {
        folder = Folder.resolved(gitFolder).map { $0 + "/" } ?? gitFolder
        journal = Journal(gitFolder: gitFolder)
    }

    /// Removes stale locks in the way of a push of these refs.
    public func clear(_ refs: [RefName]) throws(EvidenceError) {
        for ref in refs { try clear("\(ref).lock", ref: ref) }
        try clear("HEAD.lock", ref: nil)
        try clear("packed-refs.lock", ref: nil)
    }

    /// Removes a stale lock of the receipts' ref. The caller holds the ledger's lock, so that no other hook can hold it.
    func clearReceipts() throws(EvidenceError) {
        let name = "\(ReceiptIndex.ref).lock"
        guard let made = try made(name), try !isHeldByAnotherCommand(since: made) else { return }
        try remove(name)
    }

    private func clear(_ name: String, ref: RefName?) throws(EvidenceError) {
        guard let made = try made(name) else { return }
        for id in try journal.names() where try isHeld(by: id, ref: ref, since: made) { return }
        guard try !isHeldByAnotherCommand(since: made), try self.made(name) == made else { return }
        try remove(name)
    }

    private func made(_ name: String) throws(EvidenceError) -> Int64? {
        let path = folder + name
        return try EvidenceError.storing { () throws(FileError) in try FileStatus.of(path)?.modified }
    }

    private func remove(_ name: String) throws(EvidenceError) {
        let path = folder + name
        try EvidenceError.storing { () throws(FileError) in try DurableFile.remove(path) }
    }

    private func isHeld(by id: String, ref: RefName?, since made: Int64) throws(EvidenceError) -> Bool {
        let life = TransactionID(id)?.life() ?? .unknown
        guard life == .alive || life == .unknown, let written = try journal.written(id), written <= made else {
            return false
        }
        guard let ref else { return true }
        do throws(EvidenceError) {
            guard var file = try journal.open(id) else { return false }
            return try file.position(of: ref) != nil
        } catch  where error.code == .malformed {
            return false
        }
    }

    /// Whether an administrator's command, or Git's own upkeep, could hold it.
    private func isHeldByAnotherCommand(since made: Int64) throws(EvidenceError) -> Bool {
        let names = try EvidenceError.storing { () throws(FileError) in try Folder.names(in: "/proc") }
        // Without a list of processes nobody can tell.
        guard let boot = Self.bootTime() else { return true }
        let ticks = Int64(max(1, sysconf(Int32(_SC_CLK_TCK))))
        for name in names {
            guard let process = Int32(name), let status = ProcessStatus(process), status.isGit, !status.hasEnded else {
                continue
            }
            let (since, isOver) = Int64(clamping: status.start).multipliedReportingOverflow(
                by: Self.nanoseconds / ticks)
            // The boot's time is known to the second.
            guard isOver || boot &+ since <= made &+ Self.nanoseconds else { continue }
            if !isHarmless(process) { return true }
        }
        return false
    }

    private func isHarmless(_ process: Int32) -> Bool {
        guard let line = try? InputFile.read("/proc/\(process)/cmdline", limit: 4 << 20) else { return false }
        let words = line.split(separator: 0).map { Name(String(decoding: $0, as: UTF8.self)) }
        if words.first?.text.utf8.suffix(16).elementsEqual("git-receive-pack".utf8) == true { return true }
        if words.dropFirst().contains(where: { Self.harmless.contains($0) }) { return true }
        // Another user's process does not tell where it is.
        guard let place = Folder.resolved("/proc/\(process)/cwd"),
            let variables = try? InputFile.read("/proc/\(process)/environ", limit: 4 << 20)
        else { return false }
        let here = Array(folder.utf8.dropLast())
        return !(place + "/").utf8.starts(with: folder.utf8) && line.firstRange(of: here) == nil
            && variables.firstRange(of: here) == nil && !words.contains { $0.text.utf8.starts(with: "--git-dir".utf8) }
    }

    /// When the machine started, in nanoseconds since 1970: `btime` of proc(5), /proc/stat.
    private static func bootTime() -> Int64? {
        guard let text = try? InputFile.read("/proc/stat", limit: 16 << 20) else { return nil }
        for line in text.split(separator: 0x0a) where line.starts(with: "btime ".utf8) {
            guard let seconds = Int64(String(decoding: line.dropFirst(6), as: UTF8.self)), seconds < 1 << 33 else {
                return nil
            }
            return seconds * nanoseconds
        }
        return nil
    }
}
