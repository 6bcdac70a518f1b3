#if canImport(Glibc)
import Glibc
#endif

/// Reads a file line by line, each bounded.
struct LineSource: ~Copyable {
    private let descriptor: Int32
    private let name: String
    private let limit: Int
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    /// - Parameters:
    ///   - path: the file.
    ///   - limit: the most bytes a line (or all that is left, see ``rest()``) may have.
    init(_ path: String, limit: Int) throws(CommandFailure) {
        descriptor = path == "/dev/stdin" ? 0 : unsafe open(path, O_RDONLY | O_CLOEXEC)
        name = path
        self.limit = limit
        guard descriptor >= 0 else {
            throw CommandFailure.usage("cannot read \(path): \(unsafe String(cString: strerror(errno)))")
        }
    }

    deinit {
        if descriptor > 2 { close(descriptor) }
    }

    /// The next line without its newline, or nil at the end.
    mutating func next() throws(CommandFailure) -> [UInt8]? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0a) {
                defer { start = end + 1 }
                return Array(buffer[start..<end])
            }
            searched = buffer.count
            if isAtEnd {
                guard start < buffer.count else { return nil }
                defer { start = buffer.count }
                return Array(buffer[start...])
            }
            let before = buffer.count - start
            try fill()
            searched = min(start + before, buffer.count)
        }
    }

    /// All that is left.
    mutating func rest() throws(CommandFailure) -> [UInt8] {
        while !isAtEnd { try fill() }
        defer { start = buffer.count }
        return Array(buffer[start...])
    }

    private mutating func fill() throws(CommandFailure) {
        if start > 0 {
            buffer.removeFirst(start)
            start = 0
        }
        guard buffer.count <= limit else {
            throw CommandFailure.usage("\(name): a line is over \(limit) bytes")
        }
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
        guard count >= 0 else {
            throw CommandFailure.usage("cannot read \(name): \(unsafe String(cString: strerror(errno)))")
        }
        if count == 0 { isAtEnd = true }
        buffer.append(contentsOf: chunk[..<count])
    }
}
