#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Files that are there, whole, after a crash once a call has returned.
public enum DurableFile {
    /// The most bytes that are read, unless a call says otherwise.
    public static let limit = 16 << 20

    /// Writes a file that was not there, by way of a second name, and syncs it and its folder.
    public static func create(_ path: String, _ bytes: [UInt8], mode: UInt32 = 0o600) throws(EvidenceError) {
        let temporary = path + ".new"
        try writeAll(temporary, bytes, flags: O_WRONLY | O_CREAT | O_TRUNC, mode: mode)
        guard unsafe rename(temporary, path) == 0 else { throw failure("rename", temporary) }
        try sync(folder: folder(of: path))
    }

    /// Adds to the end of a file that is there, and syncs it.
    public static func append(_ path: String, _ bytes: [UInt8]) throws(EvidenceError) {
        try writeAll(path, bytes, flags: O_WRONLY | O_APPEND, mode: 0)
    }

    /// The bytes of a file.
    /// - Parameter limit: more bytes are an error; 16 MiB unless given.
    public static func read(_ path: String, limit: Int = limit) throws(EvidenceError) -> [UInt8] {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure("open", path) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let room = buffer.count
            let count = unsafe Glibc.read(file, &buffer, room)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure("read", path) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= limit else {
                throw EvidenceError(code: .storage, description: "\(path) is over \(limit) bytes")
            }
        }
    }

    /// Removes a file and syncs its folder; one that is gone is fine.
    public static func remove(_ path: String) throws(EvidenceError) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw failure("remove", path) }
        try sync(folder: folder(of: path))
    }

    /// Makes a folder, and those above it, for its owner alone.
    public static func createFolder(_ path: String) throws(EvidenceError) {
        if unsafe mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, path != folder(of: path) else { throw failure("make", path) }
        try createFolder(folder(of: path))
        guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure("make", path) }
    }

    /// The names in a folder, sorted; none when there is no such folder.
    public static func names(in folder: String) throws(EvidenceError) -> [String] {
        guard let directory = unsafe opendir(folder) else {
            if errno == ENOENT { return [] }
            throw failure("list", folder)
        }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func writeAll(
        _ path: String, _ bytes: [UInt8], flags: Int32, mode: UInt32
    ) throws(EvidenceError) {
        let file = unsafe open(path, flags | O_CLOEXEC | O_NOFOLLOW, mode)
        guard file >= 0 else { throw failure("open", path) }
        defer { close(file) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure("write", path) }
            rest = rest.dropFirst(count)
        }
        guard fsync(file) == 0 else { throw failure("sync", path) }
    }

    private static func sync(folder: String) throws(EvidenceError) {
        let file = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw failure("open", folder) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw failure("sync", folder) }
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.utf8.startIndex else { return "." }
        return String(path[..<slash])
    }

    static func failure(_ what: String, _ path: String) -> EvidenceError {
        let reason = unsafe String(cString: strerror(errno))
        return EvidenceError(code: .storage, description: "cannot \(what) \(path): \(reason)")
    }
}
