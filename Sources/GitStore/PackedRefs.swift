internal import Files
internal import GitNames

/// The file `packed-refs`: a line of an object's id and a name for each ref, sorted by the bytes of the names; below an
/// annotated tag's line, one with `^` and what it leads to. (Git's refs/packed-backend.c.)
///
/// It is replaced as a whole when it changes, so one that is open stays as it is.
struct PackedRefs {
    /// The most bytes of a line: an id and a name as long as a path can be.
    private static let lineLimit = 8192
    /// The most bytes of a file that is not sorted, and is read from its start: 64 MiB.
    private static let unsortedLimit = 64 << 20
    /// What is left of a search when the rest is read line by line.
    private static let searchRest = 4096

    private struct Line {
        let start: Int
        let bytes: ArraySlice<UInt8>
    }

    private let opened: OpenFile
    private let path: String
    private let size: Int
    /// Where the first ref stands.
    private let start: Int
    private let isSorted: Bool

    /// - Returns: nil when there is no such file.
    static func open(_ path: String) throws(GitError) -> PackedRefs? {
        let opened = try GitError.readingIfThere { () throws(FileError) in OpenFile(try InputFile(path)) }
        return if let opened { try PackedRefs(opened, path) } else { nil }
    }

    private final class OpenFile {
        let file: InputFile

        init(_ file: consuming InputFile) {
            self.file = file
        }
    }

    private init(_ opened: OpenFile, _ path: String) throws(GitError) {
        let size = try GitError.reading { () throws(FileError) in try opened.file.status().size }
        let head = try GitError.reading { () throws(FileError) in try opened.file.bytes(at: 0, count: 512) }
        let line = head.prefix { $0 != UInt8(ascii: "\n") }
        let hasHeader = line.first == UInt8(ascii: "#")
        start = hasHeader ? min(line.count + 1, size) : 0
        isSorted = hasHeader && line.split(separator: UInt8(ascii: " ")).contains { $0.elementsEqual("sorted".utf8) }
        self.opened = opened
        self.path = path
        self.size = size
        guard isSorted || size <= Self.unsortedLimit else {
            throw GitError(
                code: .tooLarge, description: "\(path) is not sorted and has \(size) bytes; run git pack-refs")
        }
    }

    /// The id of a ref; nil when it is not there.
    func find(_ name: RefName) throws(GitError) -> ObjectID? {
        let key = Array(name.text.utf8)
        var cursor = LineCursor(at: isSorted ? try lowerBound(key) : start, chunk: isSorted ? 4096 : 64 << 10)
        while let line = try nextRef(&cursor) {
            let (id, found) = try parse(line)
            if found.elementsEqual(key) { return id }
            if isSorted, key.lexicographicallyPrecedes(found) { return nil }
        }
        return nil
    }

    /// Calls `body` for each ref whose name starts with `prefix`.
    func each(prefix: String, _ body: (RefName, ObjectID) throws(GitError) -> Void) throws(GitError) {
        let key = Array(prefix.utf8)
        var cursor = LineCursor(at: isSorted ? try lowerBound(key) : start, chunk: 64 << 10)
        while let line = try nextRef(&cursor) {
            let (id, found) = try parse(line)
            if found.starts(with: key) {
                guard let name = String(validating: found, as: UTF8.self) else {
                    throw GitError(
                        code: .invalidName,
                        description: "the ref \(String(decoding: found, as: UTF8.self)) is not UTF-8")
                }
                if let name = RefName(name) { try body(name, id) }
            } else if isSorted, key.lexicographicallyPrecedes(found) {
                return
            }
        }
    }

    /// Where to start to read for the first name that is not before `key`: a few KiB before it at most.
    private func lowerBound(_ key: [UInt8]) throws(GitError) -> Int {
        // Lines that start before `low` are before the key, those that start at `high` or later are not.
        var (low, high) = (start, size)
        while high - low > Self.searchRest {
            let middle = low + (high - low) / 2
            // From the byte before it, so that a line that starts right there is seen.
            var cursor = LineCursor(at: middle - 1, chunk: 512)
            _ = try nextLine(&cursor)
            guard let line = try nextRef(&cursor), line.start < high else {
                high = middle
                continue
            }
            if try parse(line).name.lexicographicallyPrecedes(key) { low = line.start } else { high = middle }
        }
        return low
    }

    private func nextRef(_ cursor: inout LineCursor) throws(GitError) -> Line? {
        while let line = try nextLine(&cursor) {
            if line.bytes.first != UInt8(ascii: "^") { return line }
        }
        return nil
    }

    private func nextLine(_ cursor: inout LineCursor) throws(GitError) -> Line? {
        while true {
            if let line = cursor.next() { return Line(start: line.start, bytes: line.bytes) }
            let more = try GitError.reading { () throws(FileError) in
                try opened.file.bytes(at: cursor.end, count: cursor.chunk)
            }
            if more.isEmpty, cursor.isAtEnd { return nil }
            guard !more.isEmpty, cursor.pending <= Self.lineLimit else { throw malformed }
            cursor.add(more)
        }
    }

    private func parse(_ line: Line) throws(GitError) -> (id: ObjectID, name: ArraySlice<UInt8>) {
        let bytes = line.bytes
        let space = bytes.startIndex + ObjectID.hexCount
        guard space + 1 < bytes.endIndex, bytes[space] == UInt8(ascii: " "),
            let id = ObjectID(hex: bytes[bytes.startIndex..<space])
        else { throw malformed }
        return (id, bytes[(space + 1)...])
    }

    private var malformed: GitError {
        GitError(code: .malformed, description: "\(path) has a line that Git does not write")
    }
}

/// Lines of a file that is read in pieces.
private struct LineCursor {
    /// How many bytes to read at a time.
    let chunk: Int
    /// Where in the file ``buffer`` starts.
    private var offset: Int
    private var buffer: [UInt8] = []
    private var position = 0

    init(at offset: Int, chunk: Int) {
        self.offset = offset
        self.chunk = chunk
    }

    /// Where in the file the next piece starts.
    var end: Int { offset + buffer.count }
    /// Bytes of a line whose end is not there yet.
    var pending: Int { buffer.count - position }
    var isAtEnd: Bool { pending == 0 }

    /// The next whole line, without its end.
    mutating func next() -> (start: Int, bytes: ArraySlice<UInt8>)? {
        guard let newline = buffer[position...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        defer { position = newline + 1 }
        return (offset + position, buffer[position..<newline])
    }

    mutating func add(_ bytes: [UInt8]) {
        offset += position
        buffer = Array(buffer[position...]) + bytes
        position = 0
    }
}
