#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Files that are there, whole, after a crash once a call has returned.
public enum DurableFile {
    /// Writes a file, or puts one in the place of that name, by way of a second name, and syncs it and its folder.
    public static func create(_ path: String, _ bytes: [UInt8], mode: UInt32 = 0o600) throws(FileError) {
        let temporary = path + ".new"
        do throws(FileError) {
            let file = try OutputFile(temporary, O_WRONLY | O_CREAT | O_TRUNC, mode: mode)
            try file.write(bytes)
            try file.sync()
        } catch {
            // Half a file would only take the room that is missing.
            _ = unsafe unlink(temporary)
            throw error
        }
        guard unsafe rename(temporary, path) == 0 else { throw FileError.last("rename", temporary) }
        try Folder.sync(Folder.containing(path))
    }

    /// Adds to the end of a file that is there.
    /// - Parameter isSynced: whether to wait until the disk has it.
    public static func append(_ path: String, _ bytes: [UInt8], isSynced: Bool = true) throws(FileError) {
        let file = try OutputFile(path, O_WRONLY | O_APPEND, mode: 0)
        try file.write(bytes)
        if isSynced { try file.sync() }
    }

    /// Gives a file another name, which may be in another folder of the same file system, and syncs both folders.
    public static func move(_ path: String, to new: String) throws(FileError) {
        guard unsafe rename(path, new) == 0 else { throw FileError.last("rename", path) }
        try Folder.sync(Folder.containing(new))
        try Folder.sync(Folder.containing(path))
    }

    /// Removes a file and syncs its folder; one that is gone is fine.
    public static func remove(_ path: String) throws(FileError) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw FileError.last("remove", path) }
        try Folder.sync(Folder.containing(path))
    }
}
