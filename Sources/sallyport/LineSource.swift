import Files

/// Reads a file line by line, each bounded.
struct LineSource: ~Copyable {
    private let file: InputFile
    private let name: String
    private let limit: Int
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    /// - Parameters:
    ///   - path: the file.
    ///   - limit: the most bytes a line (or all that is left, see ``rest()``) may have.
    init(_ path: String, limit: Int) throws(CommandFailure) {
        name = path
        self.limit = limit
        do throws(FileError) {
            file = try path == "/dev/stdin" ? InputFile.standardInput() : InputFile(path)
        } catch {
            throw CommandFailure.usage(error.description)
        }
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
        do throws(FileError) {
            let chunk = try file.next(atMost: 1 << 18)
            if chunk.isEmpty { isAtEnd = true }
            buffer += chunk
        } catch {
            throw CommandFailure.usage(error.description)
        }
    }
}
