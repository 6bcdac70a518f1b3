#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// A file that is open for reading. Every way of reading has a bound.
public struct InputFile: ~Copyable {
    /// The bound of small files: 16 MiB.
    public static let defaultLimit = 16 << 20

    private let descriptor: Int32
    private let path: String

    /// Opens a file.
    /// - Throws: ``FileError/Code/missing`` when there is none.
    public init(_ path: String) throws(FileError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError.last("open", path) }
        self.init(descriptor, path)
    }

    private init(_ descriptor: Int32, _ path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    /// What the caller of this program hands to it; stays open.
    public static func standardInput() -> InputFile { InputFile(0, "standard input") }

    deinit {
        if descriptor > 2 { close(descriptor) }
    }

    /// All bytes of a file.
    /// - Parameter limit: more bytes are an error; 16 MiB unless given.
    public static func read(_ path: String, limit: Int = defaultLimit) throws(FileError) -> [UInt8] {
        let file = try InputFile(path)
        return try file.rest(limit: limit)
    }

    /// All bytes that are left.
    /// - Throws: ``FileError/Code/tooLarge`` when they are more than `limit`.
    public func rest(limit: Int) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let next = try next(atMost: 64 << 10)
            if next.isEmpty { return bytes }
            guard next.count <= limit - bytes.count else {
                throw FileError(code: .tooLarge, description: "\(path) is over \(limit) bytes")
            }
            bytes += next
        }
    }

    /// The next bytes: at least one, or none at the end.
    public func next(atMost count: Int) throws(FileError) -> [UInt8] {
        try unsafe filled(count, "read") { buffer in unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count) }
    }

    /// Bytes from the middle, as many as there are up to `count`; the place of ``next(atMost:)`` does not move.
    public func bytes(at offset: Int, count: Int) throws(FileError) -> [UInt8] {
        guard offset >= 0, count > 0 else { return [] }
        var bytes: [UInt8] = []
        while bytes.count < count {
            let start = off_t(offset + bytes.count)
            let next = try unsafe filled(count - bytes.count, "read") { buffer in
                unsafe pread(descriptor, buffer.baseAddress, buffer.count, start)
            }
            if next.isEmpty { break }
            bytes += next
        }
        return bytes
    }

    /// How many bytes it has, and when it was last written.
    public func status() throws(FileError) -> FileStatus {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw FileError.last("look at", path) }
        return FileStatus(status)
    }

    private func filled(
        _ count: Int, _ what: String, _ read: (UnsafeMutableRawBufferPointer) -> Int
    ) throws(FileError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        while true {
            let got = unsafe bytes.withUnsafeMutableBytes { unsafe read($0) }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw FileError.last(what, path) }
            bytes.removeLast(count - got)
            return bytes
        }
    }
}
