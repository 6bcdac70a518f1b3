#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Folders.
public enum Folder {
    /// Makes a folder, and those above it, for its owner alone.
    public static func create(_ path: String) throws(FileError) {
        if unsafe mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, path != containing(path) else { throw FileError.last("make", path) }
        try create(containing(path))
        guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else { throw FileError.last("make", path) }
    }

    /// The names in a folder, sorted by their bytes; none when there is no such folder. A name that is not UTF-8 comes
    /// with replacement characters.
    /// - Parameter limit: more names than this are an error.
    public static func names(in folder: String, limit: Int = 1_000_000) throws(FileError) -> [String] {
        guard let directory = unsafe opendir(folder) else {
            if errno == ENOENT { return [] }
            throw FileError.last("list", folder)
        }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name.utf8.elementsEqual(".".utf8) || name.utf8.elementsEqual("..".utf8) { continue }
            guard names.count < limit else {
                throw FileError(code: .tooLarge, description: "\(folder) has more than \(limit) files")
            }
            names.append(name)
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The path without symbolic links and dots; nil when there is nothing at it.
    public static func resolved(_ path: String) -> String? {
        guard let found = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(found) }
        return unsafe String(validatingCString: found)
    }

    /// The folder of a path, `.` when it has none.
    public static func containing(_ path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
    }

    /// Waits until the disk has the names in a folder.
    static func sync(_ folder: String) throws(FileError) {
        let file = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw FileError.last("open", folder) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw FileError.last("sync", folder) }
    }
}
