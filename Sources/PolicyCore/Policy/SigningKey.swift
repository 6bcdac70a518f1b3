public import ExactValues

/// A public key that a person signs with, and when it counts.
public struct SigningKey: Sendable, Hashable {
    public let identity: KeyIdentity
    /// What its format needs beyond the identity to check signatures of it; opaque here.
    public let material: [UInt8]
    /// The key counts from this moment on.
    public let validFrom: Timestamp?
    /// The key counts before this moment.
    public let validUntil: Timestamp?
    /// The key counts before this moment, and why it does not any more.
    public let revocation: Revocation?
    /// Where the key stands in the policy file, counted from 1.
    public let line: Int

    /// The end of a key that must not be trusted any more.
    public struct Revocation: Sendable, Hashable {
        public let at: Timestamp
        public let why: String

        public init(at: Timestamp, why: String) {
            self.at = at
            self.why = why
        }
    }

    public init(
        identity: KeyIdentity, material: [UInt8] = [], validFrom: Timestamp? = nil, validUntil: Timestamp? = nil,
        revocation: Revocation? = nil, line: Int = 0
    ) {
        self.identity = identity
        self.material = material
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.revocation = revocation
        self.line = line
    }

    /// Why the key does not count at a push received at `time`, or nil when it does.
    public func objection(at time: Timestamp) -> String? {
        if let revocation, time >= revocation.at { return "revoked since \(revocation.at) (\(revocation.why))" }
        if let validFrom, time < validFrom { return "valid only from \(validFrom)" }
        if let validUntil, time >= validUntil { return "expired at \(validUntil)" }
        return nil
    }
}
