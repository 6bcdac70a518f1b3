internal import ExactValues
public import PolicyCore

/// The formats of keys that a policy can name.
public struct KnownKeys: KeyReader {
    public let fields = ["ssh"]
    public let unsupportedFields = ["openpgp", "x509"]

    public init() {}

    public func key(under field: String, _ text: String) throws(KeyReaderError) -> KeyIdentity {
        do throws(SignatureError) {
            let key = try SSHPublicKey(text: text)
            guard key.ed25519 != nil else {
                throw SignatureError.notSupported("keys of type \"\(key.typeText)\" are not supported yet")
            }
            return key.identity
        } catch  where error.code == .notSupported {
            throw KeyReaderError(error.description)
        } catch {
            throw KeyReaderError("ssh must be a public key like \"ssh-ed25519 AAAAC3Nz…\"")
        }
    }

    /// The SSH key that a text like `ssh-ed25519 AAAAC3Nz…` is; nil when it is none that signatures are checked with.
    public static func ssh(_ text: String) -> KeyIdentity? {
        try? KnownKeys().key(under: "ssh", text)
    }

    /// The text of an SSH key, without a comment, as ``ssh(_:)`` reads it.
    public static func text(_ key: KeyIdentity) -> String {
        (try? SSHPublicKey(blob: key.bytes))?.text ?? ""
    }
}
