/// What is said about one object's signature.
public struct SignatureVerdict: Sendable, Hashable {
    /// The four answers.
    public enum Outcome: String, Sendable, Hashable {
        /// Signed, unaltered, by a trusted key.
        case good
        /// The signature is wrong, or the object is not in the one form that is read.
        case bad
        /// There is no signature.
        case unsigned
        /// Signed by a key that is not trusted (for Git, at that time), or in a way that is not supported.
        case untrusted
    }

    public let outcome: Outcome
    public let format: SignatureFormat
    /// The key, as `SHA256:…`; nil where there is none or it is not known to be the signer's.
    public let fingerprint: String?
    /// Whom the trust store names for the key; only with ``Outcome/good``.
    public let person: String?
    /// Why, for a person.
    public let reason: String

    public init(
        outcome: Outcome, format: SignatureFormat, fingerprint: String?, person: String?, reason: String
    ) {
        self.outcome = outcome
        self.format = format
        self.fingerprint = fingerprint
        self.person = person
        self.reason = reason
    }
}
