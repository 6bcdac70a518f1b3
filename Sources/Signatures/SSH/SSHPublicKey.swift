internal import ExactValues
public import PolicyCore

/// An SSH public key of any type, in wire format (RFC 4253 §6.6).
public struct SSHPublicKey: Sendable, Hashable {
    /// The most bytes of a key that are read.
    static let byteLimit = 16 << 10

    /// The whole key in wire format.
    public let blob: [UInt8]
    /// The type that the key names, such as `ssh-ed25519`.
    public let type: [UInt8]
    /// What the key consists of; nil for types that signatures are not checked with.
    let material: SSHKeyMaterial?
    /// For keys of FIDO authenticators, what they are bound to, `ssh:` as a rule (OpenSSH's PROTOCOL.u2f).
    let application: [UInt8]?

    /// Takes a key in wire format.
    ///
    /// - Throws: ``SignatureError/Code/weak`` for DSA keys and RSA keys under 2,048 bits.
    public init(blob: [UInt8]) throws(SignatureError) {
        var reader = SSHReader(blob)
        guard blob.count <= Self.byteLimit, let type = reader.string(), !type.isEmpty, type.count <= 64,
            type.allSatisfy({ (0x21...0x7e).contains($0) })
        else { throw .malformed("not an SSH public key") }
        self.blob = blob
        self.type = type
        (material, application) = try Self.fields(String(decoding: type, as: UTF8.self), from: &reader)
        guard material == nil || reader.isAtEnd else { throw .malformed("an SSH public key has bytes after its end") }
    }

    /// Reads what stands behind the type of a key, or behind the nonce of a certificate.
    static func fields(
        _ type: String, from reader: inout SSHReader
    ) throws(SignatureError) -> (material: SSHKeyMaterial?, application: [UInt8]?) {
        guard type != "ssh-dss" else { throw .weak("DSA keys are refused") }
        let hardware = ["sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com"]
        guard hardware.contains(type) else { return (try SSHKeyMaterial.read(type, from: &reader), nil) }
        let base = String(type.dropFirst("sk-".utf8.count).prefix { $0 != "@" })
        let material = try SSHKeyMaterial.read(base, from: &reader)
        guard let application = reader.string() else {
            throw .malformed("a key of an authenticator without application")
        }
        return (material, application)
    }

    /// Takes a key as OpenSSH writes it: type, Base64 and an optional comment, one space between them, no options before.
    public init(text: String) throws(SignatureError) {
        let words = text.utf8.split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: false)
        guard words.count >= 2, !words[0].isEmpty else { throw .malformed("not an SSH public key") }
        try self.init(type: Array(words[0]), base64: Array(words[1]))
    }

    /// Takes a key as OpenSSH writes it, split at its space.
    init(type: [UInt8], base64: [UInt8]) throws(SignatureError) {
        guard let blob = Base64.decode(base64) else { throw .malformed("an SSH public key is not in Base64") }
        try self.init(blob: blob)
        guard self.type == type else { throw .malformed("an SSH public key is of another type than it says") }
    }

    /// The key, when it is an Ed25519 key.
    public var ed25519: Ed25519PublicKey? {
        if case .ed25519(let key) = material, application == nil { key } else { nil }
    }

    /// The key as policies and signatures name it: its wire format.
    public var identity: KeyIdentity { KeyIdentity(.ssh, blob) }

    /// The key as OpenSSH writes it, without a comment.
    public var text: String { "\(typeText) \(Base64.encode(blob))" }

    /// The type for a person to read; it is ASCII.
    public var typeText: String { String(decoding: type, as: UTF8.self) }

    /// The fingerprint as `ssh-keygen -l` prints it: `SHA256:…`.
    public var fingerprint: String { Self.fingerprint(ofBlob: blob) }

    static func fingerprint(ofBlob blob: [UInt8]) -> String {
        "SHA256:" + Base64.encode(Digest.sha256(blob)).prefix { $0 != "=" }
    }
}
