/// What an approval is known by: the digest of what was signed and of the key that signed it. The same signature
/// wrapped into another tag is the same approval.
public struct ApprovalIdentity: Sendable, Hashable {
    /// 32 bytes of SHA-256.
    public let digest: [UInt8]

    public init(digest: [UInt8]) {
        self.digest = digest
    }
}
