/// The pull policy that follows from an image's name (`pkg/util/parsers`, with the grammar of
/// `github.com/distribution/reference`).
enum ImageName {
    /// `Always` for the tag `latest` or neither tag nor digest, else `IfNotPresent`, also for what is no image's name.
    static func pullPolicy(_ image: String) -> String {
        var rest = Array(image.utf8)[...]
        var hasDigest = false
        if let at = rest.firstIndex(of: UInt8(ascii: "@")) {
            rest = rest[..<at]
            hasDigest = true
        }
        var tag: String?
        let lastSlash = rest.lastIndex(of: UInt8(ascii: "/")) ?? rest.startIndex
        if let colon = rest[lastSlash...].lastIndex(of: UInt8(ascii: ":")) {
            tag = String(decoding: rest[(colon + 1)...], as: UTF8.self)
            rest = rest[..<colon]
        }
        guard isRepository(rest) else { return "IfNotPresent" }
        return (tag ?? (hasDigest ? "" : "latest")) == "latest" ? "Always" : "IfNotPresent"
    }

    /// Whether these are path components of lower-case letters and digits, after a domain perhaps.
    private static func isRepository(_ name: ArraySlice<UInt8>) -> Bool {
        var parts = name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        if parts.count > 1, let first = parts.first, isDomain(first) { parts.removeFirst() }
        return parts.allSatisfy { part in
            guard let first = part.first, let last = part.last, isLowerOrDigit(first), isLowerOrDigit(last) else {
                return false
            }
            return part.allSatisfy { isLowerOrDigit($0) || "._-".utf8.contains($0) }
        }
    }

    private static func isDomain(_ part: ArraySlice<UInt8>) -> Bool {
        part.contains(UInt8(ascii: ".")) || part.contains(UInt8(ascii: ":")) || part.elementsEqual("localhost".utf8)
            || part.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }

    private static func isLowerOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
