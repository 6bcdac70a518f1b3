internal import Files
internal import GitNames
internal import PushGate

/// Where refs are, by plain reads of Git's own files (gitrepository-layout(5)): a file a ref, or a line of
/// `packed-refs`. `git pack-refs` asks the hook twice for every ref, so that starting a library each time would cost
/// more than packing.
struct RefFiles {
    /// What a ref is.
    enum Value: Hashable {
        case absent
        case at(ObjectID)
        /// Another name for a ref.
        case symbolic
    }

    /// The most bytes of `packed-refs` that are read where it is not sorted.
    private static let packedLimit = 256 << 20

    private let folder: String

    /// - Parameter gitFolder: the repository's own folder, with a slash at its end.
    init(gitFolder: String) {
        folder = gitFolder
    }

    /// Where a ref is.
    func value(of ref: RefName) throws(PushGateError) -> Value {
        if let loose = try loose(ref) { return loose }
        return try packed(ref).map { .at($0) } ?? .absent
    }

    private func loose(_ ref: RefName) throws(PushGateError) -> Value? {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try InputFile.read("\(folder)\(ref)", limit: 8192)
        } catch  where error.code == .missing || error.code == .unreadable {
            // A folder in its place holds other refs. What is there and cannot be read, Git cannot lock either.
            return nil
        } catch {
            throw Self.failure(error)
        }
        if bytes.starts(with: "ref:".utf8) { return .symbolic }
        guard let id = ObjectID(hex: bytes.prefix(ObjectID.hexCount)) else {
            throw PushGateError(code: .repository, description: "the file of \(ref) has no object id")
        }
        return .at(id)
    }

    /// What `packed-refs` says of a ref, whatever its own file says.
    func packed(_ ref: RefName) throws(PushGateError) -> ObjectID? {
        do throws(FileError) {
            let file = try InputFile(folder + "packed-refs")
            let size = try file.status().size
            let lines = PackedRefLines(file, size: size)
            return try lines.find(ref, limit: Self.packedLimit)
        } catch  where error.code == .missing {
            return nil
        } catch {
            throw Self.failure(error)
        }
    }

    /// Whether Git is about to replace `packed-refs`.
    func isPackedLocked() throws(PushGateError) -> Bool {
        do throws(FileError) {
            return try FileStatus.of(folder + "packed-refs.lock") != nil
        } catch {
            throw Self.failure(error)
        }
    }

    private static func failure(_ error: FileError) -> PushGateError {
        PushGateError(code: .repository, description: error.description)
    }
}
