internal import FieldTree

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// What a plain (unquoted, untagged) scalar means to `kubectl`.
///
/// The rules are those of go-yaml v2 inside sigs.k8s.io/yaml, followed by its way through JSON: YAML 1.1 booleans
/// (`yes`, `on`, `y` and their kin included), integers of base 2, 8, 10 and 16 with underscores, timestamps left as
/// text, and a float without a fraction becomes an integer, as `3.0` is written `3` in JSON.
enum PlainScalar {
    enum Resolved: Equatable {
        case value(FieldValue)
        /// An integer beyond Int64 but within UInt64: JSON keeps its digits, a reader of numbers a double.
        case unsigned(UInt64)
        /// A number that JSON has no way to write.
        case notANumber
    }

    static func resolve(_ text: UnsafeBufferPointer<UInt8>) -> Resolved {
        guard let first = unsafe text.first else { return .value(.null) }
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            return unsafe number(text)
        case UInt8(ascii: "~"), UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"),
            UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "o"),
            UInt8(ascii: "O"):
            guard text.count <= 5 else { break }
            let string = unsafe String(decoding: text, as: UTF8.self)
            return .value(word(string) ?? .string(string))
        default: break
        }
        return .value(.string(unsafe String(decoding: text, as: UTF8.self)))
    }

    private static func word(_ text: String) -> FieldValue? {
        switch text {
        case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON": true
        case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF": false
        case "~", "null", "Null", "NULL": .null
        default: nil
        }
    }

    private static func number(_ text: UnsafeBufferPointer<UInt8>) -> Resolved {
        let string = unsafe String(decoding: text, as: UTF8.self)
        switch string {
        case ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF":
            return .notANumber
        default: break
        }
        // A scalar that starts with a period is read as it is; underscores belong to the others only.
        var plain = unsafe Array(text)
        if plain[0] != UInt8(ascii: ".") { plain.removeAll { $0 == UInt8(ascii: "_") } }
        if let integer = integer(plain) { return integer }
        if isFloat(plain), let double = Double(String(decoding: plain, as: UTF8.self)), double.isFinite {
            return .value(Int64(exactly: double).map { .integer($0) } ?? .number(double))
        }
        return .value(.string(string))
    }

    /// Go's `strconv.ParseInt` and `ParseUint` with base 0.
    private static func integer(_ plain: [UInt8]) -> Resolved? {
        var digits = plain[...]
        var negative = false
        var signed = false
        if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            negative = sign == UInt8(ascii: "-")
            signed = true
            digits = digits.dropFirst()
        }
        var radix = 10
        if digits.first == UInt8(ascii: "0"), digits.count > 1 {
            switch digits[digits.startIndex + 1] | 0x20 {
            case UInt8(ascii: "x"): (radix, digits) = (16, digits.dropFirst(2))
            case UInt8(ascii: "o"): (radix, digits) = (8, digits.dropFirst(2))
            case UInt8(ascii: "b"): (radix, digits) = (2, digits.dropFirst(2))
            default: (radix, digits) = (8, digits.dropFirst())
            }
        }
        guard let magnitude = magnitude(digits, radix: radix) else { return nil }
        if negative {
            guard magnitude <= UInt64(Int64.max) + 1 else { return nil }
            return .value(.integer(magnitude == UInt64(Int64.max) + 1 ? .min : -Int64(magnitude)))
        }
        if let integer = Int64(exactly: magnitude) { return .value(.integer(integer)) }
        return signed ? nil : .unsigned(magnitude)
    }

    private static func magnitude(_ digits: ArraySlice<UInt8>, radix: Int) -> UInt64? {
        guard !digits.isEmpty else { return nil }
        var result: UInt64 = 0
        for digit in digits {
            let value: UInt64
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt64(digit - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = UInt64(digit - UInt8(ascii: "a")) + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = UInt64(digit - UInt8(ascii: "A")) + 10
            default: return nil
            }
            guard value < UInt64(radix) else { return nil }
            let (product, over) = result.multipliedReportingOverflow(by: UInt64(radix))
            let (sum, carry) = product.addingReportingOverflow(value)
            guard !over, !carry else { return nil }
            result = sum
        }
        return result
    }

    /// Whether `^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$` matches.
    private static func isFloat(_ plain: [UInt8]) -> Bool {
        var rest = plain[...]
        func isSign(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") }
        func dropDigits() -> Int {
            let count = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
            rest = rest.dropFirst(count)
            return count
        }
        if isSign(rest.first) { rest = rest.dropFirst() }
        let whole = dropDigits()
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            let fraction = dropDigits()
            guard whole > 0 || fraction > 0 else { return false }
        } else if whole == 0 {
            return false
        }
        if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if isSign(rest.first) { rest = rest.dropFirst() }
            guard dropDigits() > 0 else { return false }
        }
        return rest.isEmpty
    }
}
