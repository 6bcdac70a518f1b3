/// Reads the data types of RFC 4251 §5, within the bytes given.
struct SSHReader {
    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// Whether the next bytes are `expected`; they are taken if so.
    mutating func take(_ expected: StaticString) -> Bool {
        guard rest.starts(with: expected.description.utf8) else { return false }
        rest = rest.dropFirst(expected.utf8CodeUnitCount)
        return true
    }

    mutating func uint32() -> UInt32? {
        guard rest.count >= 4 else { return nil }
        let value = rest.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        rest = rest.dropFirst(4)
        return value
    }

    mutating func string() -> [UInt8]? {
        guard let count = uint32(), count <= rest.count else { return nil }
        let bytes = Array(rest.prefix(Int(count)))
        rest = rest.dropFirst(Int(count))
        return bytes
    }
}

/// Writes the data types of RFC 4251 §5.
struct SSHWriter {
    private(set) var bytes: [UInt8] = []

    mutating func raw(_ text: StaticString) {
        bytes += text.description.utf8
    }

    mutating func string(_ text: [UInt8]) {
        let count = UInt32(text.count)
        for shift: UInt32 in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: count >> shift)) }
        bytes += text
    }
}
