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

    public init(key: KeyIdentity, presence: Presence? = nil, certificate: KeyCertificate? = nil) {
        self.key = key
        self.presence = presence
        self.certificate = certificate
    }
}
