/// Reads the data types of RFC 4251 §5, within the bytes given.
struct SSHReader {
    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// Whether the next bytes are `expected`; they are taken if so.
    mutating func take(_ expected: StaticString) -> Bool {
        guard expected.withUTF8Buffer({ unsafe rest.starts(with: $0) }) else { return false }
        rest = rest.dropFirst(expected.utf8CodeUnitCount)
        return true
    }

    mutating func uint32() -> UInt32? {
        guard rest.count >= 4 else { return nil }
        let value = rest.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        rest = rest.dropFirst(4)
        return value
    }

    mutating func byte() -> UInt8? { rest.popFirst() }

    mutating func uint64() -> UInt64? {
        guard rest.count >= 8, let high = uint32(), let low = uint32() else { return nil }
        return UInt64(high) << 32 | UInt64(low)
    }

    /// An `mpint` over zero in its one spelling: its bytes, most significant first, without leading zeros.
    mutating func magnitude() -> [UInt8]? {
        guard let bytes = string(), let first = bytes.first, first & 0x80 == 0 else { return nil }
        guard first == 0 else { return bytes }
        guard bytes.count > 1, bytes[1] & 0x80 != 0 else { return nil }
        return Array(bytes.dropFirst())
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
        text.withUTF8Buffer { unsafe bytes += $0 }
    }

    mutating func string(_ text: [UInt8]) {
        let count = UInt32(text.count)
        for shift: UInt32 in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: count >> shift)) }
        bytes += text
    }
}
