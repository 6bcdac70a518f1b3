#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// A file of slots of one size, each read and replaced by itself, one process at a time. A slot that was never written
/// is all zeros.
///
/// Nothing is synced: what must outlive a power cut has to be told by something else. A slot lies within a page of the
/// page cache, so that a process that is killed leaves it old or new.
public struct SlotFile: ~Copyable {
    /// Bytes of a slot; divides a page.
    public static let slotSize = 32
    private let descriptor: Int32
    private let path: String

    /// Opens the file, or makes it, and waits until no other process has it open this way.
    public init(_ path: String) throws(FileError) {
        descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        self.path = path
        guard descriptor >= 0 else { throw FileError.last("open", path) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw FileError.last("lock", path) }
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// The 32 bytes of a slot.
    public func slot(_ index: Int) throws(FileError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: Self.slotSize)
        let got = unsafe bytes.withUnsafeMutableBytes { buffer in
            unsafe pread(descriptor, buffer.baseAddress, buffer.count, off_t(index * Self.slotSize))
        }
        guard got >= 0 else { throw FileError.last("read", path) }
        return bytes
    }

    /// Replaces a slot.
    /// - Parameter bytes: 32 of them.
    public func write(_ bytes: [UInt8], at index: Int) throws(FileError) {
        precondition(bytes.count == Self.slotSize)
        let put = unsafe bytes.withUnsafeBytes { buffer in
            unsafe pwrite(descriptor, buffer.baseAddress, buffer.count, off_t(index * Self.slotSize))
        }
        guard put == bytes.count else { throw FileError.last("write", path) }
    }
}
