public import ExactValues

/// Somebody, or a machine, that the policy knows. All keys are one person.
public struct Person: Sendable, Hashable {
    /// Whether a person can judge what others made.
    public enum Kind: Sendable, Hashable {
        case human
        /// Signs commits, never approves.
        case machine
    }

    public let name: Name
    public let kind: Kind
    public let keys: [SigningKey]
    /// Addresses that say, when a commit bears one, that this person had a hand in it.
    public let emails: [String]
    /// The login on each kind of server.
    public let logins: [Name: Name]
    public let line: Int

    public init(
        name: Name, kind: Kind = .human, keys: [SigningKey], emails: [String] = [], logins: [Name: Name] = [:],
        line: Int = 0
    ) {
        self.name = name
        self.kind = kind
        self.keys = keys
        self.emails = emails
        self.logins = logins
        self.line = line
    }

    /// Whether an address is one of this person's.
    public func hasEmail(_ email: String) -> Bool {
        emails.contains { Self.isSameAddress($0, email) }
    }

    /// Whether two addresses are one: upper and lower case ASCII letters are the same, and blanks and control characters
    /// around an address are no part of it.
    public static func isSameAddress(_ one: String, _ other: String) -> Bool {
        folded(one).elementsEqual(folded(other))
    }

    private static func folded(_ text: String) -> [UInt8] {
        let isBlank = { (byte: UInt8) in byte <= 0x20 || byte == 0x7f }
        let start = text.utf8.drop(while: isBlank)
        return start.reversed().drop(while: isBlank).reversed().map {
            $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0
        }
    }
}
