public import ExactValues
public import PolicyCore

/// Who made a valid signature, as far as the signature itself tells.
public struct Signer: Sendable, Hashable {
    /// The key that signed; the certified one, where it signed with a certificate.
    public let key: KeyIdentity
    /// Whether somebody was there when an authenticator signed; nil for keys that are in no authenticator.
    public let presence: Presence?
    /// The certificate that came with the signature. The authority's signature on it is valid; whether the authority is
    /// trusted, and the certificate good at some time, is still to be asked.
    public let certificate: KeyCertificate?
    /// What the key itself says of its holder, where its format has room for it: the first user id of an OpenPGP key.
    public let name: String?
    /// From when the key counts by its own word; nil when it does not say.
    public let validFrom: Timestamp?
    /// From when it does not count any more by its own word, or was revoked; nil when it does not say.
    public let validUntil: Timestamp?

    /// What a FIDO authenticator vouches for (OpenSSH's PROTOCOL.u2f, flags).
    public struct Presence: OptionSet, Sendable, Hashable {
        public let rawValue: UInt8

        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// Somebody touched it.
        public static var touched: Self { .init(rawValue: 0x01) }
        /// It knew who did, by PIN or finger.
        public static var verified: Self { .init(rawValue: 0x04) }
    }

    public init(
        key: KeyIdentity, presence: Presence? = nil, certificate: KeyCertificate? = nil, name: String? = nil,
        validFrom: Timestamp? = nil, validUntil: Timestamp? = nil
    ) {
        self.name = name
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.key = key
        self.presence = presence
        self.certificate = certificate
    }

    /// Why the key does not count at a time by its own word, or its certificate's; nil when it does.
    public func objection(at time: Timestamp) -> String? {
        if let validFrom, time < validFrom { return "its key is valid only from \(validFrom)" }
        if let validUntil, time >= validUntil { return "its key expired or was revoked at \(validUntil)" }
        return certificate?.objection(at: time)
    }
}
