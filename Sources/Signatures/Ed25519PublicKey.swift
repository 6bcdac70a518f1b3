internal import ExactValues

/// An Ed25519 public key. Two values are equal when their 32 bytes are.
public struct Ed25519PublicKey: Sendable, Hashable {
    /// How many bytes a key has.
    public static let byteCount = 32
    /// How many bytes a signature has.
    public static let signatureByteCount = 64
    /// The name of the key type in SSH (RFC 8709).
    public static let sshType = "ssh-ed25519"

    /// The 32 bytes.
    public let rawBytes: [UInt8]

    /// Takes exactly 32 bytes, anything else is nil. Whether they are a point of the curve shows when verifying.
    public init?(rawBytes: some Collection<UInt8>) {
        guard rawBytes.count == Self.byteCount else { return nil }
        self.rawBytes = Array(rawBytes)
    }

    /// Takes the Base64 text of exactly 32 bytes, anything else is nil.
    public init?(base64: String) {
        guard let bytes = Base64.decode(base64.utf8) else { return nil }
        self.init(rawBytes: bytes)
    }

    /// Takes a public key as OpenSSH writes it: `ssh-ed25519 AAAA…`, and a comment that does not matter.
    ///
    /// - Throws: ``SignatureError/Code/notSupported`` for another type of SSH key.
    public init(sshText text: String) throws(SignatureError) {
        let parts = text.utf8.split(maxSplits: 2, whereSeparator: { $0 == 0x20 || $0 == 0x09 })
        guard parts.count >= 2, !text.utf8.contains(where: { $0 == 0x0a || $0 == 0x0d || $0 == 0 }) else {
            throw .malformed("an SSH public key is one line: ssh-ed25519 AAAA…")
        }
        let key = try SSHPublicKey(type: Array(parts[0]), base64: Array(parts[1]))
        guard let ed25519 = key.ed25519 else {
            throw .notSupported("SSH keys of type \(key.typeText) are not supported, only \(Self.sshType)")
        }
        self = ed25519
    }

    /// The key in SSH's wire format (RFC 8709 §4).
    public var sshBlob: [UInt8] {
        var writer = SSHWriter()
        writer.string(Array(Self.sshType.utf8))
        writer.string(rawBytes)
        return writer.bytes
    }

    /// The key as OpenSSH writes it, without a comment.
    public var sshText: String { "\(Self.sshType) \(Base64.encode(sshBlob))" }

    /// The Base64 text of the 32 bytes.
    public var base64: String { Base64.encode(rawBytes) }

    /// The fingerprint as `ssh-keygen -l` prints it: `SHA256:…`.
    public var fingerprint: String { SSHPublicKey.fingerprint(ofBlob: sshBlob) }

    /// Whether `signature` is this key's signature over `message` (RFC 8032). For many signatures use
    /// ``SignatureVerifier``, which keeps its keys.
    public func verifies(_ signature: [UInt8], over message: [UInt8]) -> Bool {
        let info = SSHKeyMaterial.ed25519(self).publicKeyInfo
        guard signature.count == Self.signatureByteCount, let handle = try? PublicKeyHandle(publicKeyInfo: info) else {
            return false
        }
        return (try? handle.verifies(signature, over: message)) ?? false
    }
}
