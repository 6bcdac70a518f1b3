internal import ExactValues

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// The options of a line in an `allowed_signers` file.
struct AllowedSignerOptions {
    private(set) var isAuthority = false
    private(set) var namespaces: [String]?
    private(set) var validAfter: Timestamp?
    private(set) var validBefore: Timestamp?

    init() {}

    /// Takes options joined by commas; a name twice, or one that is not known, is an error.
    init(_ field: ArraySlice<UInt8>) throws(SignatureError) {
        var isQuoted = false
        let options = field.split(omittingEmptySubsequences: false) { byte in
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            return byte == UInt8(ascii: ",") && !isQuoted
        }
        for option in options { try add(String(decoding: option, as: UTF8.self)) }
        if let validAfter, let validBefore, validAfter > validBefore {
            throw .malformed("valid-after is later than valid-before")
        }
    }

    private mutating func add(_ option: String) throws(SignatureError) {
        let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts[0].lowercased()
        switch (Array(name.utf8), parts.count) {
        case (Array("cert-authority".utf8), 1): isAuthority = true
        case (Array("namespaces".utf8), 2):
            guard namespaces == nil else { throw .malformed("namespaces stands twice") }
            namespaces = try Self.quoted(parts[1]).split(separator: ",", omittingEmptySubsequences: false)
                .map(String.init)
        case (Array("valid-after".utf8), 2):
            guard validAfter == nil else { throw .malformed("valid-after stands twice") }
            validAfter = try Self.time(try Self.quoted(parts[1]))
        case (Array("valid-before".utf8), 2):
            guard validBefore == nil else { throw .malformed("valid-before stands twice") }
            validBefore = try Self.time(try Self.quoted(parts[1]))
        default: throw .malformed("\(name) is not an option")
        }
    }

    private static func quoted(_ text: Substring) throws(SignatureError) -> String {
        let bytes = text.utf8
        guard bytes.count >= 2, bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\""),
            !bytes.dropFirst().dropLast().contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") })
        else { throw .malformed("an option's value must stand in double quotes") }
        return String(text.dropFirst().dropLast())
    }

    /// `YYYYMMDD`, `YYYYMMDDHHMM` or `YYYYMMDDHHMMSS`; with `Z` in UTC, without it in the machine's zone, as ssh-keygen
    /// reads it.
    private static func time(_ text: String) throws(SignatureError) -> Timestamp {
        let isUTC = text.utf8.last == UInt8(ascii: "Z")
        let digits = Array(isUTC ? text.utf8.dropLast() : text.utf8[...])
        guard [8, 12, 14].contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw .malformed("a time must be YYYYMMDD or YYYYMMDDHHMM[SS], with Z for UTC")
        }
        func number(_ range: Range<Int>) -> Int32 {
            guard range.upperBound <= digits.count else { return 0 }
            return digits[range].reduce(0) { $0 * 10 + Int32($1 - 0x30) }
        }
        var parts = unsafe tm()
        unsafe parts.tm_year = number(0..<4) - 1900
        unsafe parts.tm_mon = number(4..<6) - 1
        unsafe parts.tm_mday = number(6..<8)
        unsafe parts.tm_hour = number(8..<10)
        unsafe parts.tm_min = number(10..<12)
        unsafe parts.tm_sec = number(12..<14)
        unsafe parts.tm_isdst = -1
        let wanted = unsafe parts
        let seconds = unsafe isUTC ? timegm(&parts) : mktime(&parts)
        // The library carries 31 April over into May; such a date is not one.
        guard unsafe parts.tm_mday == wanted.tm_mday, unsafe parts.tm_mon == wanted.tm_mon,
            unsafe (0...23).contains(wanted.tm_hour), unsafe (0...59).contains(wanted.tm_min),
            unsafe (0...59).contains(wanted.tm_sec), seconds > 0
        else { throw .malformed("\(text) is not a time after 1970") }
        return Timestamp(seconds: Int64(seconds))
    }
}
