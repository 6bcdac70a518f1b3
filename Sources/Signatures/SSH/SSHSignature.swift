internal import ExactValues

/// An armoured SSH signature, as `ssh-keygen -Y sign` makes it (OpenSSH's PROTOCOL.sshsig).
public struct SSHSignature: Sendable, Hashable {
    /// The namespace of what Git signs; signatures made for anything else are refused.
    public static let namespace = "git"

    /// The hash of the message that is signed.
    enum Hash: Sendable, Hashable {
        case sha256, sha512

        var name: String {
            switch self {
            case .sha256: "sha256"
            case .sha512: "sha512"
            }
        }
    }

    /// The key that the signature says it is made with; a certificate's own key, when it is made with one.
    public let key: SSHPublicKey
    let certificate: SSHCertificate?
    let hash: Hash
    let signature: SSHRawSignature

    /// Takes an armour with its last line end.
    public init(armour bytes: [UInt8]) throws(SignatureError) {
        let armour = try Armour(bytes, in: .tag)
        guard armour.format == .ssh else { throw .malformed("not an SSH signature") }
        try self.init(body: armour.body)
    }

    /// Takes what the Base64 of an armour stands for.
    init(body: [UInt8]) throws(SignatureError) {
        var reader = SSHReader(body)
        guard reader.take("SSHSIG"), let version = reader.uint32() else { throw .malformed("not an SSH signature") }
        guard version == 1 else { throw .notSupported("SSH signatures of version \(version) are not supported") }
        guard let key = reader.string(), let namespace = reader.string(), let reserved = reader.string(),
            let hash = reader.string(), let signature = reader.string(), reader.isAtEnd
        else { throw .malformed("the SSH signature is cut short or has bytes after its end") }
        guard namespace.elementsEqual(Self.namespace.utf8) else {
            throw .malformed("the SSH signature is not made for Git (its namespace is not \"git\")")
        }
        guard reserved.isEmpty else { throw .malformed("the SSH signature uses a reserved field") }
        certificate = try Self.certificate(key)
        self.key = if let certificate { certificate.key } else { try SSHPublicKey(blob: key) }
        self.hash = try Self.hash(hash)
        self.signature = try SSHRawSignature(signature, by: self.key)
    }

    private static func certificate(_ key: [UInt8]) throws(SignatureError) -> SSHCertificate? {
        var reader = SSHReader(key)
        guard let type = reader.string(), SSHCertificate.isCertificate(type: type) else { return nil }
        return try SSHCertificate(blob: key)
    }

    /// The bytes that are signed in place of `message`.
    func signedBytes(of message: [UInt8]) -> [UInt8] {
        var writer = SSHWriter()
        writer.raw("SSHSIG")
        writer.string(Array(Self.namespace.utf8))
        writer.string([])
        writer.string(Array(hash.name.utf8))
        switch hash {
        case .sha256: writer.string(Digest.sha256(message))
        case .sha512: writer.string(Digest.sha512(message))
        }
        return writer.bytes
    }

    private static func hash(_ name: [UInt8]) throws(SignatureError) -> Hash {
        if name.elementsEqual(Hash.sha512.name.utf8) { return .sha512 }
        if name.elementsEqual(Hash.sha256.name.utf8) { return .sha256 }
        throw .malformed("the SSH signature uses a hash other than sha256 and sha512")
    }
}
