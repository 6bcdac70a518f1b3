internal import FieldTree
internal import Files
internal import JSONDocument

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
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try InputFile.read(path, limit: Self.byteLimit)
        } catch  where error.code == .missing {
            return nil
        } catch  where error.code == .tooLarge {
            bytes = []
        } catch {
            throw ServerError(code: .stateFile, description: error.description)
        }
        guard let reader = try? JSONReader(byteLimit: Self.byteLimit),
            let value = try? reader.read(bytes),
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
        do throws(FileError) {
            try DurableFile.create(path, line)
        } catch {
            throw ServerError(code: .stateFile, description: error.description)
        }
    }
}
