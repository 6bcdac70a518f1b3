internal import ExactValues
public import PolicyCore

/// An SSH public key of any type, in wire format; only Ed25519 keys are looked into.
public struct SSHPublicKey: Sendable, Hashable {
    /// The most bytes of a key that are read.
    static let byteLimit = 16 << 10

    /// The whole key in wire format.
    public let blob: [UInt8]
    /// The type that the key names, such as `ssh-ed25519`.
    public let type: [UInt8]
    /// The key, when it is an Ed25519 key.
    public let ed25519: Ed25519PublicKey?

    /// Takes a key in wire format.
    public init(blob: [UInt8]) throws(SignatureError) {
        var reader = SSHReader(blob)
        guard blob.count <= Self.byteLimit, let type = reader.string(), !type.isEmpty, type.count <= 64,
            type.allSatisfy({ (0x21...0x7e).contains($0) })
        else { throw .malformed("not an SSH public key") }
        self.blob = blob
        self.type = type
        guard type.elementsEqual(Ed25519PublicKey.sshType.utf8) else {
            ed25519 = nil
            return
        }
        guard let raw = reader.string(), reader.isAtEnd, let key = Ed25519PublicKey(rawBytes: raw) else {
            throw .malformed("not an Ed25519 public key: it must have exactly 32 bytes")
        }
        ed25519 = key
    }

    /// Takes a key as OpenSSH writes it: type, Base64 and an optional comment, one space between them, no options before.
    public init(text: String) throws(SignatureError) {
        let words = text.utf8.split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: false)
        guard words.count >= 2, !words[0].isEmpty else { throw .malformed("not an SSH public key") }
        try self.init(type: Array(words[0]), base64: Array(words[1]))
    }

    /// The key as policies and signatures name it: its wire format.
    public var identity: KeyIdentity { KeyIdentity(.ssh, blob) }

    /// Takes a key as OpenSSH writes it, split at its space.
    init(type: [UInt8], base64: [UInt8]) throws(SignatureError) {
        guard let blob = Base64.decode(base64) else { throw .malformed("an SSH public key is not in Base64") }
        try self.init(blob: blob)
        guard self.type == type else { throw .malformed("an SSH public key is of another type than it says") }
    }

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
