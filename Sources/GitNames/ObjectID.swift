/// The name of a Git object: the 20 bytes of a SHA-1.
///
/// SHA-256 repositories are refused when they are opened, so no other length exists here.
public struct ObjectID: Sendable, Hashable {
    /// How many bytes a name has.
    public static let byteCount = 20
    /// How many hexadecimal digits a name has.
    public static let hexCount = 40
    /// All zeros: what Git writes where there is no object (a ref that is created or deleted).
    public static let zero = ObjectID(high: 0, middle: 0, low: 0)

    // Big-endian words, so that comparing them in turn compares the bytes.
    private let high: UInt64
    private let middle: UInt64
    private let low: UInt32

    private init(high: UInt64, middle: UInt64, low: UInt32) {
        self.high = high
        self.middle = middle
        self.low = low
    }

    /// Takes exactly 20 bytes, anything else is nil.
    public init?(bytes: some Collection<UInt8>) {
        self.init(raw: bytes)
    }

    private init?(raw bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        var words: (UInt64, UInt64, UInt32) = (0, 0, 0)
        for (index, byte) in bytes.enumerated() {
            switch index {
            case ..<8: words.0 = words.0 << 8 | UInt64(byte)
            case ..<16: words.1 = words.1 << 8 | UInt64(byte)
            default: words.2 = words.2 << 8 | UInt32(byte)
            }
        }
        self.init(high: words.0, middle: words.1, low: words.2)
    }

    /// Takes exactly 40 lower-case hexadecimal digits, anything else is nil.
    ///
    /// Git writes lower case only; two spellings of one name would be two texts for one signature.
    public init?(hex: some Collection<UInt8>) {
        self.init(digits: hex)
    }

    private init?(digits hex: some Collection<UInt8>) {
        guard hex.count == Self.hexCount else { return nil }
        var words: (UInt64, UInt64, UInt32) = (0, 0, 0)
        for (index, digit) in hex.enumerated() {
            guard let value = Self.value(ofDigit: digit) else { return nil }
            switch index {
            case ..<16: words.0 = words.0 << 4 | UInt64(value)
            case ..<32: words.1 = words.1 << 4 | UInt64(value)
            default: words.2 = words.2 << 4 | UInt32(value)
            }
        }
        self.init(high: words.0, middle: words.1, low: words.2)
    }

    /// Takes exactly 40 lower-case hexadecimal digits, anything else is nil.
    public init?(hex: String) {
        self.init(hex: hex.utf8)
    }

    // Other modules call the generic forms through witness tables, which costs more than the work; these they call as
    // they are.

    /// Takes exactly 40 lower-case hexadecimal digits, anything else is nil.
    public init?(hex: ArraySlice<UInt8>) {
        self.init(digits: hex)
    }

    /// Takes exactly 40 lower-case hexadecimal digits, anything else is nil.
    public init?(hex: [UInt8]) {
        self.init(digits: hex)
    }

    /// Takes exactly 20 bytes, anything else is nil.
    public init?(bytes: ArraySlice<UInt8>) {
        self.init(raw: bytes)
    }

    /// Takes exactly 20 bytes, anything else is nil.
    public init?(bytes: UnsafeRawBufferPointer) {
        unsafe self.init(raw: bytes)
    }

    /// Whether this is ``zero``.
    public var isZero: Bool { self == .zero }

    var firstByte: UInt8 { UInt8(truncatingIfNeeded: high >> 56) }

    /// The 20 bytes.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.byteCount)
        for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: high >> shift)) }
        for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: middle >> shift)) }
        for shift in stride(from: 24, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: low >> shift)) }
        return bytes
    }

    /// The 40 hexadecimal digits.
    public var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(Self.hexCount)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func value(ofDigit digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}

extension ObjectID: Comparable {
    /// In the order of their bytes.
    public static func < (left: ObjectID, right: ObjectID) -> Bool {
        (left.high, left.middle, left.low) < (right.high, right.middle, right.low)
    }
}

extension ObjectID: CustomStringConvertible {
    public var description: String { hex }
}
