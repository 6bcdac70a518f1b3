public import PolicyCore

/// The keys that an owner can have: plain SSH keys, which the root in a repository's configuration has room for.
public struct OwnersKeys: KeyReader {
    public let fields = ["ssh"]
    public let options: [String] = []
    public let unsupportedFields = ["sshAuthority", "openpgp", "x509"]

    public init() {}

    public func key(
        under field: String, _ text: String, options: [String: String]
    ) throws(KeyReaderError) -> (identity: KeyIdentity, material: [UInt8]) {
        try KnownKeys().key(under: field, text, options: options)
    }
}
