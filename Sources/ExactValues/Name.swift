/// A name that people and servers give things (a person, a team, a login), compared by its bytes.
///
/// Swift's `String` would take U+212A KELVIN SIGN for `K`, and with it one login for another.
public struct Name: Sendable, Hashable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    public let text: String

    public init(_ text: String) {
        self.text = text
    }

    public init(stringLiteral value: String) {
        text = value
    }

    public var description: String { text }

    public static func == (left: Name, right: Name) -> Bool {
        ExactText.equal(left.text, right.text)
    }

    public static func < (left: Name, right: Name) -> Bool {
        ExactText.less(left.text, right.text)
    }

    public func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
        hasher.combine(0xff as UInt8)
    }
}
