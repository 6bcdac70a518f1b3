#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// An exclusive lock on a file.
struct FileLock: ~Copyable {
    private let file: Int32

    /// Waits for the lock and holds it while `body` runs. The file is made when it is not there.
    static func holding(_ path: String, _ body: () throws(EvidenceError) -> Void) throws(EvidenceError) {
        let lock = try FileLock(path)
        try body()
        _ = consume lock
    }

    private init(_ path: String) throws(EvidenceError) {
        file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw DurableFile.failure("open", path) }
        while flock(file, LOCK_EX) != 0 {
            guard errno == EINTR else {
                let error = DurableFile.failure("lock", path)
                close(file)
                throw error
            }
        }
    }

    deinit {
        close(file)
    }
}
