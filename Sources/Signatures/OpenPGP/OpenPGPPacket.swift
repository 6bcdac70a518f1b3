/// A packet of OpenPGP (RFC 4880 §4.2) with a definite length.
struct OpenPGPPacket {
    let tag: UInt8
    let body: ArraySlice<UInt8>
    /// The packet with its header.
    let bytes: ArraySlice<UInt8>

    /// Takes the first packet of some bytes away from them.
    ///
    /// - Throws: when it is cut short, or of partial or indeterminate length, which nothing here is written with.
    static func take(from rest: inout ArraySlice<UInt8>) throws(SignatureError) -> OpenPGPPacket {
        let start = rest
        guard let first = rest.popFirst(), first & 0x80 != 0 else { throw malformed }
        let isNew = first & 0x40 != 0
        guard let length = isNew ? newLength(&rest) : oldLength(first & 0x03, &rest), length <= rest.count else {
            throw malformed
        }
        let body = rest.prefix(length)
        rest = rest.dropFirst(length)
        return OpenPGPPacket(
            tag: isNew ? first & 0x3f : first >> 2 & 0x0f, body: body,
            bytes: start.prefix(start.count - rest.count))
    }

    private static var malformed: SignatureError {
        .malformed("OpenPGP packets that are cut short or of no known length")
    }

    private static func oldLength(_ kind: UInt8, _ rest: inout ArraySlice<UInt8>) -> Int? {
        guard kind < 3 else { return nil }
        return number(1 << Int(kind), &rest)
    }

    private static func newLength(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard let first = rest.popFirst() else { return nil }
        switch first {
        case ..<192: return Int(first)
        case ..<224:
            guard let second = rest.popFirst() else { return nil }
            return (Int(first) - 192) << 8 + Int(second) + 192
        case 255: return number(4, &rest)
        default: return nil
        }
    }

    private static func number(_ count: Int, _ rest: inout ArraySlice<UInt8>) -> Int? {
        guard rest.count >= count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count).reduce(0) { $0 << 8 | Int($1) }
    }
}
