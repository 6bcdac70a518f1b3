#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// What the file system says of a file.
public struct FileStatus: Sendable, Hashable {
    /// What kind of thing has the name.
    public enum Kind: Sendable, Hashable {
        case file, folder, symbolicLink
        /// A device, pipe or socket, which is not to be opened.
        case other
    }

    public let kind: Kind
    /// Bytes.
    public let size: Int
    /// When it was last written, in nanoseconds since 1970 by the file system's clock.
    public let modified: Int64
    /// Tells files of one file system apart.
    public let number: UInt64

    init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .symbolicLink
            default: .other
            }
        size = Int(status.st_size)
        modified = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
        number = UInt64(status.st_ino)
    }

    /// What there is at a path, a symbolic link not followed; nil when there is nothing.
    public static func of(_ path: String) throws(FileError) -> FileStatus? {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw FileError.last("look at", path)
        }
        return FileStatus(status)
    }
}
