/// The header lines of a commit or tag, up to the empty line.
struct ObjectHeader {
    /// One header with the lines that continue it.
    struct Field {
        let key: ArraySlice<UInt8>
        /// The rest of its first line.
        let value: ArraySlice<UInt8>
        /// The lines that follow it, without their leading space.
        var continuation: [ArraySlice<UInt8>] = []
        /// Where it stands in the object, from its first byte to behind its last line end.
        var range: Range<Int>

        /// The value and its continuation, each line with its end.
        var wholeValue: [UInt8] {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(range.count)
            for line in [value] + continuation {
                bytes += line
                bytes.append(0x0a)
            }
            return bytes
        }

        func isNamed(_ name: StaticString) -> Bool {
            name.withUTF8Buffer { unsafe key.elementsEqual($0) }
        }
    }

    let fields: [Field]
    /// Where the message starts, behind the empty line.
    let end: Int

    /// More header lines than this are refused.
    private static let fieldLimit = 4096

    init(_ object: [UInt8]) throws(SignatureError) {
        guard !object.contains(0) else { throw .malformed("it contains a NUL byte") }
        var fields: [Field] = []
        var start = 0
        while true {
            guard let lineEnd = object[start...].firstIndex(of: 0x0a) else {
                throw .malformed("its header does not end with an empty line")
            }
            let line = object[start..<lineEnd]
            if line.isEmpty {
                self.fields = fields
                end = lineEnd + 1
                return
            }
            guard !line.contains(0x0d) else { throw .malformed("its header contains a carriage return") }
            if line.first == 0x20 {
                guard !fields.isEmpty else { throw .malformed("its header starts with a continuation line") }
                fields[fields.count - 1].continuation.append(line.dropFirst())
                fields[fields.count - 1].range = fields[fields.count - 1].range.lowerBound..<(lineEnd + 1)
            } else {
                guard fields.count < Self.fieldLimit else { throw .malformed("it has too many header lines") }
                fields.append(try Self.field(line))
            }
            start = lineEnd + 1
        }
    }

    private static func field(_ line: ArraySlice<UInt8>) throws(SignatureError) -> Field {
        guard let space = line.firstIndex(of: 0x20), space > line.startIndex,
            line[line.startIndex..<space].allSatisfy({ (0x21...0x7e).contains($0) })
        else { throw .malformed("it has a header line without a name or a value") }
        return Field(
            key: line[line.startIndex..<space], value: line[(space + 1)...],
            range: line.startIndex..<(line.endIndex + 1))
    }
}
