public import ExactValues

/// A key that the push gate signs receipts with.
public struct ReceiptKey: Sendable, Hashable {
    /// The 32 bytes of an Ed25519 public key (RFC 8032).
    public let publicKey: [UInt8]
    public let validFrom: Timestamp?
    public let line: Int

    public init(publicKey: [UInt8], validFrom: Timestamp? = nil, line: Int = 0) {
        self.publicKey = publicKey
        self.validFrom = validFrom
        self.line = line
    }
}
