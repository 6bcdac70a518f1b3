public import PolicyCore

/// The formats of keys that a policy can name.
///
/// | field | beside it | what it names |
/// | --- | --- | --- |
/// | `ssh` | `requires: verification`, for keys of authenticators | one public key, as OpenSSH writes it |
/// | `sshAuthority` | `principal` | whoever has a certificate by that key for that principal |
/// | `x509` | `subject`: `email:…` or `uri:…` | whoever has a certificate for that name by one of a PEM bundle |
/// | `openpgp` | | one armoured public key with its subkeys, in the policy itself, so that it changes with its serial only |
public struct KnownKeys: KeyReader {
    public let fields = ["ssh", "sshAuthority", "openpgp", "x509"]
    public let options = ["requires", "principal", "subject"]
    public let unsupportedFields: [String] = []

    public init() {}

    public func key(
        under field: String, _ text: String, options: [String: String]
    ) throws(KeyReaderError) -> (identity: KeyIdentity, material: [UInt8]) {
        let known = ["ssh": "requires", "sshAuthority": "principal", "x509": "subject"][field]
        if let other = options.keys.filter({ $0 != known }).min() {
            throw KeyReaderError("\"\(other)\" says nothing beside \(field)")
        }
        if field == "openpgp" { return try Self.certificate(text) }
        if field == "x509" { return try Self.anchors(text, subject: options["subject"]) }
        let key = try Self.publicKey(text, field)
        guard field == "ssh" else {
            guard let principal = options["principal"] else {
                throw KeyReaderError("\(field) needs \"principal\" beside it: whose certificates are meant")
            }
            return (KeyCertificate.identity(authority: key.identity, name: principal), [])
        }
        return (key.identity, try Self.demands(options["requires"], of: key))
    }

    private static func anchors(
        _ text: String, subject: String?
    ) throws(KeyReaderError) -> (identity: KeyIdentity, material: [UInt8]) {
        guard let subject, subject.utf8.starts(with: "email:".utf8) || subject.utf8.starts(with: "uri:".utf8) else {
            throw KeyReaderError(
                "x509 needs \"subject\" beside it: email:… or uri:… as the certificates name the person")
        }
        do throws(SignatureError) {
            let anchors = try TrustAnchors(pem: Array(text.utf8))
            return (KeyCertificate.identity(authority: anchors.identity, name: subject), anchors.material)
        } catch {
            throw KeyReaderError("x509 must be a PEM bundle of the authority, below \"x509: |\": \(error.description)")
        }
    }

    private static func certificate(
        _ text: String
    ) throws(KeyReaderError) -> (identity: KeyIdentity, material: [UInt8]) {
        let certificates: [OpenPGPCertificate]
        do throws(SignatureError) {
            certificates = try OpenPGPCertificate.all(in: Array(text.utf8))
        } catch {
            throw KeyReaderError(
                "openpgp must be a public key as \"gpg --armor --export-options export-minimal --export\" prints it,"
                    + " below \"openpgp: |\": \(error.description)")
        }
        guard let first = certificates.first, certificates.count == 1 else {
            throw KeyReaderError("openpgp must be one public key: write the other ones as keys of their own")
        }
        return (first.identity, first.bytes)
    }

    private static func publicKey(_ text: String, _ field: String) throws(KeyReaderError) -> SSHPublicKey {
        do throws(SignatureError) {
            let key = try SSHPublicKey(text: text)
            guard key.material != nil else {
                throw SignatureError.notSupported("keys of type \"\(key.typeText)\" are not supported")
            }
            return key
        } catch  where error.code == .notSupported || error.code == .weak {
            throw KeyReaderError(error.description)
        } catch {
            throw KeyReaderError("\(field) must be a public key like \"ssh-ed25519 AAAAC3Nz…\"")
        }
    }

    private static func demands(_ requires: String?, of key: SSHPublicKey) throws(KeyReaderError) -> [UInt8] {
        guard let requires else { return [] }
        guard requires.utf8.elementsEqual("verification".utf8) else {
            throw KeyReaderError("requires can only be verification; a touch is always required")
        }
        guard key.application != nil else {
            throw KeyReaderError("requires is for keys of authenticators, whose types begin with sk-")
        }
        return [Signer.Presence.verified.rawValue]
    }

    /// The SSH key that a text like `ssh-ed25519 AAAAC3Nz…` is; nil when it is none that signatures are checked with.
    public static func ssh(_ text: String) -> KeyIdentity? {
        (try? KnownKeys().key(under: "ssh", text, options: [:]))?.identity
    }

    /// The text of an SSH key, without a comment, as ``ssh(_:)`` reads it.
    public static func text(_ key: KeyIdentity) -> String {
        (try? SSHPublicKey(blob: key.bytes))?.text ?? ""
    }
}
