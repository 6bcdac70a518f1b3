/// A signature in SSH's wire format: an algorithm and its bytes (RFC 4253 §6.6, RFC 5656 §3.1.2, RFC 8332 §3,
/// OpenSSH's PROTOCOL.u2f).
struct SSHRawSignature: Sendable, Hashable {
    let algorithm: Digest.Algorithm?
    /// As libcrypto takes it: raw for Ed25519 and RSA, DER for ECDSA.
    let bytes: [UInt8]
    /// What the authenticator says of the touch, for keys of one.
    let touch: Touch?

    /// Who was there when an authenticator signed, and how often it did.
    struct Touch: Sendable, Hashable {
        let flags: UInt8
        let counter: UInt32
    }

    /// Takes a signature that a key is said to have made.
    ///
    /// - Throws: ``SignatureError/Code/notSupported`` for keys that signatures are not checked with,
    ///   ``SignatureError/Code/weak`` for SHA-1.
    init(_ blob: [UInt8], by key: SSHPublicKey) throws(SignatureError) {
        var reader = SSHReader(blob)
        guard let type = reader.string(), let value = reader.string() else {
            throw .malformed("the SSH signature is cut short")
        }
        guard let material = key.material else {
            throw .notSupported("SSH signatures of type \(key.typeText) are not supported")
        }
        switch material {
        case .ed25519:
            guard type == key.type else { throw Self.otherType }
            guard value.count == Ed25519PublicKey.signatureByteCount else {
                throw .malformed("an Ed25519 signature has exactly 64 bytes")
            }
            (algorithm, bytes) = (nil, value)
        case .ecdsa(let curve, _):
            guard type == key.type else { throw Self.otherType }
            (algorithm, bytes) = (curve.hash, try Self.ecdsa(value, curve))
        case .rsa(_, let modulus):
            algorithm = try Self.rsaHash(type)
            guard value.count == modulus.count else { throw .malformed("an RSA signature is as long as its key") }
            bytes = value
        }
        if key.application != nil {
            guard let flags = reader.byte(), let counter = reader.uint32() else {
                throw .malformed("the SSH signature is cut short")
            }
            touch = Touch(flags: flags, counter: counter)
        } else {
            touch = nil
        }
        guard reader.isAtEnd else { throw .malformed("the SSH signature has bytes after its end") }
    }

    private static var otherType: SignatureError { .malformed("the SSH signature is of another type than its key") }

    private static func rsaHash(_ type: [UInt8]) throws(SignatureError) -> Digest.Algorithm {
        if type.elementsEqual("rsa-sha2-512".utf8) { return .sha512 }
        if type.elementsEqual("rsa-sha2-256".utf8) { return .sha256 }
        if type.elementsEqual("ssh-rsa".utf8) { throw .weak("RSA signatures with SHA-1 are refused") }
        throw otherType
    }

    private static func ecdsa(_ value: [UInt8], _ curve: SSHCurve) throws(SignatureError) -> [UInt8] {
        var reader = SSHReader(value)
        guard let r = reader.magnitude(), let s = reader.magnitude(), reader.isAtEnd,
            (1...curve.byteCount).contains(r.count), (1...curve.byteCount).contains(s.count)
        else { throw .malformed("an ECDSA signature is two numbers of its curve") }
        return DERWriter.sequence(DERWriter.integer(r), DERWriter.integer(s))
    }

    /// The bytes that the key signs in place of `message`: for an authenticator, what it was asked with the touch.
    func signedBytes(of message: [UInt8], by key: SSHPublicKey) -> [UInt8] {
        guard let application = key.application, let touch else { return message }
        let counter = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: touch.counter >> $0) }
        return Digest.sha256(application) + [touch.flags] + counter + Digest.sha256(message)
    }
}
