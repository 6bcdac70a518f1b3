#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// An exclusive lock on a file, kept by flock(2): it ends with the process that holds it, however that ends.
public struct FileLock: ~Copyable {
    private let file: Int32

    /// Waits for the lock and holds it while `body` runs. The file is made when it is not there.
    /// - Parameter failure: turns what the lock says into the caller's error.
    public static func holding<Result, Failure: Error>(
        _ path: String, failure: (FileError) -> Failure, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let lock: FileLock
        do throws(FileError) {
            lock = try FileLock(path)
        } catch {
            throw failure(error)
        }
        let result = try body()
        _ = consume lock
        return result
    }

    private init(_ path: String) throws(FileError) {
        file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw FileError.last("open", path) }
        while flock(file, LOCK_EX) != 0 {
            guard errno == EINTR else { throw FileError.last("lock", path) }
        }
    }

    deinit {
        if file >= 0 { close(file) }
    }
}
