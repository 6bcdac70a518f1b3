internal import FieldTree

/// A value and the line of each of its parts, in few bytes: an index of every object of a cluster is kept in memory,
/// and of few of them the fields are asked for.
///
/// A node is a tag, the difference of its line to the node's before it, and what belongs to the tag; numbers are in
/// seven bits a byte, the least first. It is written and read here alone, so there is no version in it.
struct PackedValue: Sendable {
    private let bytes: [UInt8]

    /// - Parameter lines: of every value below `value` in the order of a walk, root first; missing ones count as the
    ///   line before.
    init(_ value: FieldValue, lines: [UInt32]) {
        var writer = Writer(lines: lines)
        writer.write(value)
        bytes = Array(writer.bytes)
    }

    /// The value.
    var value: FieldValue {
        var reader = Reader(bytes: bytes)
        return reader.read()
    }

    /// The line of each value, in the order of a walk.
    var lines: [UInt32] {
        var reader = Reader(bytes: bytes)
        _ = reader.read()
        return reader.lines
    }

    private enum Tag: UInt8 {
        case null, no, yes, integer, number, string, list, map
    }

    private struct Writer {
        let lines: [UInt32]
        var bytes: [UInt8] = []
        private var node = 0
        private var line: UInt32 = 0

        init(lines: [UInt32]) {
            self.lines = lines
        }

        mutating func write(_ value: FieldValue) {
            switch value {
            case .null: start(.null)
            case .bool(let bool): start(bool ? .yes : .no)
            case .integer(let integer):
                start(.integer)
                write(signed: integer)
            case .number(let number):
                start(.number)
                write(number.bitPattern)
            case .string(let string):
                start(.string)
                write(string)
            case .list(let list):
                start(.list)
                write(UInt64(list.count))
                for element in list { write(element) }
            case .map(let map):
                start(.map)
                write(UInt64(map.count))
                for member in map.members {
                    write(member.key)
                    write(member.value)
                }
            }
        }

        private mutating func start(_ tag: Tag) {
            bytes.append(tag.rawValue)
            let next = node < lines.count ? lines[node] : line
            write(signed: Int64(next) - Int64(line))
            line = next
            node += 1
        }

        private mutating func write(_ string: String) {
            write(UInt64(string.utf8.count))
            bytes.append(contentsOf: string.utf8)
        }

        private mutating func write(signed integer: Int64) {
            write(UInt64(bitPattern: (integer << 1) ^ (integer >> 63)))
        }

        private mutating func write(_ integer: UInt64) {
            var rest = integer
            while rest >= 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
                rest >>= 7
            }
            bytes.append(UInt8(truncatingIfNeeded: rest))
        }
    }

    private struct Reader {
        let bytes: [UInt8]
        var lines: [UInt32] = []
        private var position = 0

        init(bytes: [UInt8]) {
            self.bytes = bytes
        }

        mutating func read() -> FieldValue {
            guard position < bytes.count, let tag = Tag(rawValue: bytes[position]) else { return .null }
            position += 1
            lines.append(UInt32(truncatingIfNeeded: Int64(lines.last ?? 0) &+ signed()))
            switch tag {
            case .null: return .null
            case .no: return false
            case .yes: return true
            case .integer: return .integer(signed())
            case .number: return .number(Double(bitPattern: unsigned()))
            case .string: return .string(string())
            case .list: return .list(list())
            case .map: return .map(map())
            }
        }

        private mutating func list() -> [FieldValue] {
            let count = Int(clamping: unsigned())
            var list: [FieldValue] = []
            while list.count < count, position < bytes.count { list.append(read()) }
            return list
        }

        private mutating func map() -> FieldMap {
            let count = Int(clamping: unsigned())
            var members: [FieldMap.Member] = []
            while members.count < count, position < bytes.count {
                members.append(.init(key: string(), value: read()))
            }
            return FieldMap(unsorted: members) ?? FieldMap()
        }

        private mutating func string() -> String {
            let count = Int(clamping: min(unsigned(), UInt64(bytes.count)))
            let end = min(bytes.count, position + count)
            defer { position = end }
            return String(decoding: bytes[position..<end], as: UTF8.self)
        }

        private mutating func signed() -> Int64 {
            let integer = unsigned()
            return Int64(bitPattern: integer >> 1) ^ -Int64(bitPattern: integer & 1)
        }

        private mutating func unsigned() -> UInt64 {
            var integer: UInt64 = 0
            var shift: UInt64 = 0
            while position < bytes.count, shift < 64 {
                let byte = bytes[position]
                position += 1
                integer |= UInt64(byte & 0x7f) << shift
                if byte & 0x80 == 0 { break }
                shift += 7
            }
            return integer
        }
    }
}
