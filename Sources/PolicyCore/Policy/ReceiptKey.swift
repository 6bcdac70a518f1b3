public import ExactValues

/// A key that the push gate signs receipts with.
public struct ReceiptKey: Sendable, Hashable {
    /// The 32 bytes of an Ed25519 public key (RFC 8032).
    public let publicKey: [UInt8]
    /// Receipts of this moment and later may be signed with it.
    public let validFrom: Timestamp?
    /// Receipts of this moment and later may not.
    public let validUntil: Timestamp?
    public let line: Int

    public init(publicKey: [UInt8], validFrom: Timestamp? = nil, validUntil: Timestamp? = nil, line: Int = 0) {
        self.publicKey = publicKey
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.line = line
    }

    /// Whether a receipt of a time may be signed with it.
    public func counts(at time: Timestamp) -> Bool {
        (validFrom.map { $0 <= time } ?? true) && (validUntil.map { time < $0 } ?? true)
    }
}
