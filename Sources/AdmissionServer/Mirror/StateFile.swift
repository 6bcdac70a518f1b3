internal import FieldTree
internal import JSONDocument

#if canImport(Glibc)
internal import Glibc
#endif

/// Remembers the last accepted state across restarts: one line of JSON, replaced as a whole and flushed to disk before
/// the state is used.
public struct StateFile: Sendable {
    /// What the file holds.
    public struct Entry: Sendable, Hashable {
        public let state: AcceptedState
        /// When it was last verified against the remote, in seconds since 1970.
        public let verified: Int64

        public init(state: AcceptedState, verified: Int64) {
            self.state = state
            self.verified = verified
        }
    }

    private static let byteLimit = 4096
    private let path: String

    /// - Parameter path: the file, in a folder that exists.
    public init(path: String) {
        self.path = path
    }

    /// Reads the file.
    /// - Returns: nil when there is no file yet.
    /// - Throws: when there is one that cannot be read: starting over would allow a step back.
    public func read() throws(ServerError) -> Entry? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw failure("cannot be read")
        }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: Self.byteLimit)
        let count = unsafe Glibc.read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw failure("cannot be read") }
        guard let reader = try? JSONReader(byteLimit: Self.byteLimit),
            let value = try? reader.read(Array(bytes[..<count])),
            let sequence = value["sequence"]?.integer, sequence >= 0, let receipt = value["receipt"]?.string,
            let commit = value["commit"]?.string, let verified = value["verified"]?.integer
        else {
            throw ServerError(
                code: .stateFile,
                description: "\(path) is not a state that this program wrote; without it, set repository.leastReceipt"
                    + " to the last receipt number known before removing the file")
        }
        return Entry(
            state: AcceptedState(sequence: UInt64(sequence), receipt: receipt, commit: commit), verified: verified)
    }

    /// Replaces the file and waits until the disk has it.
    public func write(_ entry: Entry) throws(ServerError) {
        let value: FieldValue = [
            "sequence": .integer(Int64(clamping: entry.state.sequence)), "receipt": .string(entry.state.receipt),
            "commit": .string(entry.state.commit), "verified": .integer(entry.verified),
        ]
        let line = Array((JSONText.compact(value) + "\n").utf8)
        let new = path + ".new"
        let descriptor = unsafe open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("cannot be written") }
        let isWritten = unsafe Glibc.write(descriptor, line, line.count) == line.count && fsync(descriptor) == 0
        close(descriptor)
        guard isWritten, unsafe rename(new, path) == 0 else { throw failure("cannot be written") }
        try flushFolder()
    }

    /// A rename is only on disk once its folder is.
    private func flushFolder() throws(ServerError) {
        var folder = "."
        if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) { folder = String(path[...slash]) }
        let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("its folder cannot be flushed") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("its folder cannot be flushed") }
    }

    private func failure(_ text: String) -> ServerError {
        let reason = unsafe String(cString: strerror(errno))
        return ServerError(code: .stateFile, description: "\(path) \(text): \(reason)")
    }
}
