import Synchronization

#if canImport(Glibc)
import Glibc
#endif

/// Standard output and standard error. Output is buffered until ``flush()``, so that many lines cost few writes.
enum StandardStream {
    private static let buffer = Mutex<[UInt8]>([])

    /// Takes the place of a standard stream that is closed, before another file gets its number: what reads or writes it
    /// then fails, rather than to go to that file.
    static func guardClosed() {
        let modes = [STDIN_FILENO: O_WRONLY, STDOUT_FILENO: O_RDONLY, STDERR_FILENO: O_WRONLY]
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
            guard fcntl(descriptor, F_GETFD) < 0, let mode = modes[descriptor] else { continue }
            _ = unsafe open("/dev/null", mode)
        }
    }

    /// Appends to standard output's buffer.
    static func output(_ text: String) {
        let full: [UInt8]? = buffer.withLock { buffer in
            buffer.append(contentsOf: text.utf8)
            guard buffer.count >= 1 << 16 else { return nil }
            defer { buffer.removeAll(keepingCapacity: true) }
            return buffer
        }
        if let full { write(full, to: STDOUT_FILENO) }
    }

    /// Writes to standard error at once.
    static func error(_ text: String) {
        write(Array(text.utf8), to: STDERR_FILENO)
    }

    /// Writes out what is buffered.
    static func flush() {
        let rest = buffer.withLock { buffer in
            defer { buffer.removeAll(keepingCapacity: true) }
            return buffer
        }
        write(rest, to: STDOUT_FILENO)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var sent = 0
        while sent < bytes.count {
            let count = unsafe bytes[sent...].withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            guard count > 0 || (count < 0 && errno == EINTR) else {
                // Whoever reads the output would take what is there for all of it.
                if descriptor == STDOUT_FILENO { exit(3) }
                return
            }
            sent += max(0, count)
        }
    }
}
