#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Why a file could not be read or written.
public struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it is.
    public struct Code: Sendable, Hashable {
        enum Storage: Sendable, Hashable {
            case missing, tooLarge, unreadable, system
        }
        let storage: Storage

        /// There is no such file or folder.
        public static var missing: Self { .init(storage: .missing) }
        /// It has more bytes than the caller's limit.
        public static var tooLarge: Self { .init(storage: .tooLarge) }
        /// It is there and will not be read whenever it is tried: no right to, a folder, a broken disk.
        public static var unreadable: Self { .init(storage: .unreadable) }
        /// Anything else that the system reports.
        public static var system: Self { .init(storage: .system) }
    }

    public let code: Code
    /// What was wrong, for a person.
    public let description: String

    public init(code: Code, description: String) {
        self.code = code
        self.description = description
    }

    /// What `errno` says of a call that just failed.
    static func last(_ what: String, _ path: String) -> FileError {
        let number = errno
        let reason = unsafe String(cString: strerror(number))
        let code: Code =
            switch number {
            case ENOENT, ENOTDIR: .missing
            case EACCES, EPERM, EIO, EISDIR, ELOOP: .unreadable
            default: .system
            }
        return FileError(code: code, description: "cannot \(what) \(path): \(reason)")
    }
}
