public import ExactValues

/// Who a commit is by, and when.
public struct CommitAuthor: Sendable, Hashable {
    public let name: String
    public let email: String
    public let time: Timestamp

    /// - Parameters:
    ///   - name: without angle brackets and line ends, as for `email`; nil is given otherwise.
    ///   - email: the address.
    ///   - time: when; 1970 or later.
    public init?(name: String, email: String, time: Timestamp) {
        let forbidden = "<>\n\r\0".utf8
        guard !(name + email).utf8.contains(where: { forbidden.contains($0) }), !name.isEmpty, time.seconds >= 0
        else { return nil }
        self.name = name
        self.email = email
        self.time = time
    }

    var line: String { "\(name) <\(email)> \(time.seconds) +0000" }
}
