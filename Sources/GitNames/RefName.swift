internal import ExactValues

/// The full name of a Git ref, such as `refs/heads/main`, valid by git-check-ref-format(1) and compared by its bytes.
public struct RefName: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let text: String

    /// - Returns: nil when the text is no valid full ref name below `refs/`.
    public init?(_ text: String) {
        guard text.utf8.count <= 4096, text.utf8.starts(with: "refs/".utf8), Self.isValid(Array(text.utf8)) else {
            return nil
        }
        self.text = text
    }

    private static func isValid(_ bytes: [UInt8]) -> Bool {
        let segments = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard segments.count >= 2, bytes.last != UInt8(ascii: ".") else { return false }
        for segment in segments {
            if segment.isEmpty || segment.first == UInt8(ascii: ".") || segment.ends(in: ".lock") { return false }
        }
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case 0...0x20, 0x7f, UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: ":"), UInt8(ascii: "?"),
                UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "\\"):
                return false
            case UInt8(ascii: ".") where index > 0 && bytes[index - 1] == UInt8(ascii: "."): return false
            case UInt8(ascii: "{") where index > 0 && bytes[index - 1] == UInt8(ascii: "@"): return false
            default: break
            }
        }
        return true
    }

    /// Whether this lies below `prefix`, which ends in a slash, or is that prefix without the slash.
    public func isWithin(_ prefix: String) -> Bool {
        text.utf8.starts(with: prefix.utf8) || ExactText.equal(text + "/", prefix)
    }

    /// What follows `prefix`, or nil when the name does not start with it.
    public func dropping(prefix: String) -> String? {
        guard text.utf8.starts(with: prefix.utf8) else { return nil }
        return String(decoding: text.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
    }

    public var isBranch: Bool { text.utf8.starts(with: "refs/heads/".utf8) }
    public var isTag: Bool { text.utf8.starts(with: "refs/tags/".utf8) }
    public var description: String { text }

    public static func == (left: RefName, right: RefName) -> Bool {
        ExactText.equal(left.text, right.text)
    }

    public static func < (left: RefName, right: RefName) -> Bool {
        ExactText.less(left.text, right.text)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(Name(text))
    }
}

extension ArraySlice<UInt8> {
    fileprivate func ends(in suffix: String) -> Bool {
        count >= suffix.utf8.count && self.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }
}
