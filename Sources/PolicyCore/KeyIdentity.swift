/// A public key as a policy and a signature name it: two are the same key when format and bytes are equal.
public struct KeyIdentity: Sendable, Hashable {
    /// Whose rules say what the bytes are.
    public enum Format: String, Sendable, Hashable {
        case ssh, openpgp, x509
    }

    public let format: Format
    /// What the format knows a key by; opaque here, never empty.
    public let bytes: [UInt8]

    public init(_ format: Format, _ bytes: [UInt8]) {
        self.format = format
        self.bytes = bytes
    }

    // All bytes at once: one by one, as arrays do it, costs more than looking the key up.
    public func hash(into hasher: inout Hasher) {
        unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
}
