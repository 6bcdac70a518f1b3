internal import Files
internal import GitNames

/// The lines of an open `packed-refs`: `ID SP REF LF`, sorted by the bytes of the refs when the first line says so, with
/// lines between that begin with `^` and tell what a tag leads to (packed-backend.c of Git).
struct PackedRefLines: ~Copyable {
    /// No line is longer: an id, a blank, a ref name, a line end.
    private static let lineLimit = 4096 + 64
    private let file: InputFile
    private let size: Int

    init(_ file: consuming InputFile, size: Int) {
        self.file = file
        self.size = size
    }

    /// The id in a ref's line; nil when there is none.
    /// - Parameter limit: the most bytes that are read where the lines are not sorted.
    func find(_ ref: RefName, limit: Int) throws(FileError) -> ObjectID? {
        let first = try file.bytes(at: 0, count: 256).prefix { $0 != 0x0a }
        let words = first.split(separator: 0x20)
        guard first.starts(with: "# pack-refs with:".utf8), words.contains(where: { $0.elementsEqual("sorted".utf8) })
        else { return try search(ref, limit: limit) }
        let name = Array(ref.text.utf8)
        // Both are starts of lines; the line is at `low` or behind it, and before `high`.
        var (low, high) = (first.count + 1, size)
        while low < high {
            guard let line = try line(around: (low + high) / 2, from: low) else { return nil }
            if line.name.elementsEqual(name) { return line.id }
            if line.name.lexicographicallyPrecedes(name) { low = line.end } else { high = line.start }
        }
        return nil
    }

    private typealias Line = (start: Int, end: Int, id: ObjectID?, name: ArraySlice<UInt8>)

    /// The line about a ref that holds a place, or is the last one before it, or is the one at `from`.
    private func line(around place: Int, from low: Int) throws(FileError) -> Line? {
        // Back to the start of a line, over one line about what a tag leads to.
        let begin = max(low, place - 2 * Self.lineLimit)
        let bytes = try file.bytes(at: begin, count: place - begin + 2 * Self.lineLimit)
        var start = min(place - begin, bytes.count)
        func isStart(_ index: Int) -> Bool {
            (index == 0 && begin == low || index > 0 && bytes[index - 1] == 0x0a)
                && bytes[index] != UInt8(ascii: "^")
        }
        guard !bytes.isEmpty else { return nil }
        start = min(start, bytes.count - 1)
        while !isStart(start) {
            guard start > 0 else { return nil }
            start -= 1
        }
        guard let end = bytes[start...].firstIndex(of: 0x0a) else { return nil }
        var next = end + 1
        if next < bytes.count, bytes[next] == UInt8(ascii: "^") {
            guard let peeled = bytes[next...].firstIndex(of: 0x0a) else { return nil }
            next = peeled + 1
        }
        let text = bytes[start..<end]
        return (
            begin + start, begin + next, ObjectID(hex: text.prefix(ObjectID.hexCount)),
            text.dropFirst(ObjectID.hexCount + 1)
        )
    }

    private func search(_ ref: RefName, limit: Int) throws(FileError) -> ObjectID? {
        let suffix = Array(" \(ref)".utf8)
        for line in try file.rest(limit: limit).split(separator: 0x0a) {
            guard line.count == ObjectID.hexCount + suffix.count, line.suffix(suffix.count).elementsEqual(suffix) else {
                continue
            }
            return ObjectID(hex: line.prefix(ObjectID.hexCount))
        }
        return nil
    }
}
