internal import ExactValues
public import PolicyCore

/// People's keys as a file for ssh-keygen(1), ALLOWED SIGNERS, so that plain Git can check what a policy's people sign.
public enum AllowedSigners {
    /// The file for some people, sorted by name.
    ///
    /// Each key that OpenSSH can name gives a line: for the e-mail addresses of its person, or the name of who has none;
    /// for Git alone; from when and until when the policy counts it, a revocation included. Others stand as comments.
    public static func text(of people: some Sequence<Person>) -> String {
        people.sorted { $0.name < $1.name }.flatMap { person in person.keys.map { line(for: $0, of: person) } }
            .joined(separator: "\n") + "\n"
    }

    private static func line(for key: SigningKey, of person: Person) -> String {
        let authority = KeyCertificate.authority(of: key.identity)
        let named = authority == nil ? person.emails : KeyCertificate.name(in: key.identity).map { [$0] } ?? []
        var principals = named.filter(isPlain)
        if principals.isEmpty, authority == nil, isPlain(person.name.text) { principals = [person.name.text] }
        let text = key.identity.format == .ssh ? KnownKeys.text(authority ?? key.identity) : ""
        guard !principals.isEmpty, !text.isEmpty else {
            return "# a key of line \(key.line) of the policy cannot be written here: \(key.identity.fingerprint)"
        }
        var options = authority == nil ? [] : ["cert-authority"]
        options.append("namespaces=\"git\"")
        if let from = key.validFrom { options.append("valid-after=\"\(digits(from))\"") }
        // ssh-keygen counts the last second, the policy does not.
        if let end = [key.validUntil, key.revocation?.at].compactMap({ $0 }).min() {
            options.append("valid-before=\"\(digits(end.advanced(by: -1)))\"")
        }
        return "\(principals.joined(separator: ",")) \(options.joined(separator: ",")) \(text)"
    }

    /// Whether a principal means itself in that file, and nothing else.
    private static func isPlain(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7e).contains($0) && !"\",*?!#\\".utf8.contains($0) }
    }

    /// `YYYYMMDDHHMMSSZ`.
    private static func digits(_ time: Timestamp) -> String {
        time.description.filter { !"-:T".contains($0) }
    }
}
