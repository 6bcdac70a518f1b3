/// What an SSH key consists of, for the types that signatures are checked with.
enum SSHKeyMaterial: Sendable, Hashable {
    case ed25519(Ed25519PublicKey)
    /// - point: uncompressed, 0x04 and two coordinates.
    case ecdsa(SSHCurve, point: [UInt8])
    /// Both most significant byte first, without leading zeros.
    case rsa(exponent: [UInt8], modulus: [UInt8])

    /// The fewest bits of an RSA key.
    static let leastRSABits = 2048
    /// The most bits of an RSA key, as in OpenSSH.
    static let mostRSABits = 16_384

    /// Reads the fields of a key behind its type.
    ///
    /// - Parameter type: the type without `sk-`.
    /// - Returns: nil when the type is not known.
    /// - Throws: ``SignatureError/Code/weak`` for RSA keys under 2,048 bits.
    static func read(_ type: String, from reader: inout SSHReader) throws(SignatureError) -> SSHKeyMaterial? {
        switch type {
        case "ssh-ed25519":
            guard let raw = reader.string(), let key = Ed25519PublicKey(rawBytes: raw) else {
                throw .malformed("not an Ed25519 public key: it must have exactly 32 bytes")
            }
            return .ed25519(key)
        case "ssh-rsa":
            guard let exponent = reader.magnitude(), let modulus = reader.magnitude() else {
                throw .malformed("not an RSA public key")
            }
            return try checked(exponent: exponent, modulus: modulus)
        default:
            guard let curve = SSHCurve.allCases.first(where: { type == "ecdsa-sha2-\($0.rawValue)" }) else {
                return nil
            }
            guard let name = reader.string(), name.elementsEqual(curve.rawValue.utf8), let point = reader.string(),
                point.count == 1 + 2 * curve.byteCount, point.first == 4
            else { throw .malformed("not an ECDSA public key on \(curve.rawValue)") }
            return .ecdsa(curve, point: point)
        }
    }

    private static func checked(exponent: [UInt8], modulus: [UInt8]) throws(SignatureError) -> SSHKeyMaterial {
        let bits = modulus.count * 8 - (modulus.first?.leadingZeroBitCount ?? 0)
        guard bits >= leastRSABits else {
            throw .weak("RSA keys under \(leastRSABits) bits are refused: it has \(bits)")
        }
        guard bits <= mostRSABits, exponent.count <= 8 else { throw .malformed("an RSA key that is too large") }
        guard (exponent.last ?? 0) & 1 == 1, exponent != [1] else { throw .weak("an RSA key with a bad exponent") }
        return .rsa(exponent: exponent, modulus: modulus)
    }

    /// The key as X.509 writes it: a DER SubjectPublicKeyInfo (RFC 5280 §4.1.2.7).
    var publicKeyInfo: [UInt8] {
        switch self {
        case .ed25519(let key):
            // RFC 8410 §4.
            return DERWriter.sequence(
                DERWriter.sequence([0x06, 0x03, 0x2b, 0x65, 0x70]), DERWriter.bitString(key.rawBytes))
        case .ecdsa(let curve, let point):
            let ecPublicKey: [UInt8] = [0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01]
            return DERWriter.sequence(
                DERWriter.sequence(ecPublicKey, curve.identifier), DERWriter.bitString(point))
        case .rsa(let exponent, let modulus):
            let rsaEncryption: [UInt8] = [
                0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
            ]
            let key = DERWriter.sequence(DERWriter.integer(modulus), DERWriter.integer(exponent))
            return DERWriter.sequence(DERWriter.sequence(rsaEncryption), DERWriter.bitString(key))
        }
    }
}
