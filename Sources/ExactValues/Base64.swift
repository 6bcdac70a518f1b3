/// Base64 of RFC 4648 section 4, with padding, in its one canonical spelling.
public enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The text for bytes, without line breaks.
    public static func encode(_ bytes: some Collection<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var pending: UInt32 = 0
        var count = 0
        for byte in bytes {
            pending = pending << 8 | UInt32(byte)
            count += 1
            if count == 3 {
                for shift in [18, 12, 6, 0] as [UInt32] { text.append(alphabet[Int(pending >> shift & 63)]) }
                pending = 0
                count = 0
            }
        }
        if count > 0 {
            pending <<= UInt32(8 * (3 - count))
            for index in 0..<4 {
                text.append(index <= count ? alphabet[Int(pending >> UInt32(18 - 6 * index) & 63)] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a text, or nil when it is not the one text that `encode` gives for them: no white space, full
    /// padding, no bits left over.
    public static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        bytes(of: text)
    }

    /// The bytes of a text, as the generic form gives them; other modules call this without a detour through witness
    /// tables, which would cost more than the work.
    public static func decode(_ text: [UInt8]) -> [UInt8]? {
        bytes(of: text)
    }

    private static func bytes(of text: some Collection<UInt8>) -> [UInt8]? {
        guard text.count.isMultiple(of: 4) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var pending: UInt32 = 0
        var digits = 0
        var padding = 0
        for character in text {
            let value = values[Int(character)]
            if value < 64, padding == 0 {
                pending = pending << 6 | UInt32(value)
            } else {
                guard character == UInt8(ascii: "="), padding < 2 else { return nil }
                padding += 1
                pending <<= 6
            }
            digits += 1
            guard digits & 3 == 0 else { continue }
            bytes.append(UInt8(truncatingIfNeeded: pending >> 16))
            if padding < 2 { bytes.append(UInt8(truncatingIfNeeded: pending >> 8)) }
            if padding < 1 { bytes.append(UInt8(truncatingIfNeeded: pending)) }
            // Nothing may hide in the bits that stand for no byte, and nothing may follow the padding.
            guard padding == 0 || pending & (1 << UInt32(8 * padding) - 1) == 0 && digits == text.count else {
                return nil
            }
            pending = 0
        }
        return bytes
    }

    /// The value of each digit, by its byte; 64 for what is no digit.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 64, count: 256)
        for (value, digit) in alphabet.enumerated() { values[Int(digit)] = UInt8(value) }
        return values
    }()
}
