#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// A file that is open for writing. A symbolic link in its place is refused.
struct OutputFile: ~Copyable {
    private let descriptor: Int32
    private let path: String

    init(_ path: String, _ flags: Int32, mode: UInt32) throws(FileError) {
        descriptor = unsafe open(path, flags | O_CLOEXEC | O_NOFOLLOW, mode)
        self.path = path
        guard descriptor >= 0 else { throw FileError.last("open", path) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    func write(_ bytes: [UInt8]) throws(FileError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw FileError.last("write", path) }
            rest = rest.dropFirst(count)
        }
    }

    func sync() throws(FileError) {
        guard fsync(descriptor) == 0 else { throw FileError.last("sync", path) }
    }
}
