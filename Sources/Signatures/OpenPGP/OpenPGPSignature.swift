/// A signature packet (RFC 4880 §5.2), as far as it is looked at before the library sees it.
struct OpenPGPSignature {
    /// Takes the bytes of exactly one signature over a document.
    ///
    /// - Throws: ``SignatureError/Code/weak`` for MD5, SHA-1, RIPEMD-160 and DSA; ``SignatureError/Code/notSupported``
    ///   for versions other than 4 and algorithms that are not known.
    init(_ bytes: [UInt8]) throws(SignatureError) {
        var rest = bytes[...]
        let packet = try OpenPGPPacket.take(from: &rest)
        guard packet.tag == 2 else { throw .malformed("the OpenPGP armour holds something other than a signature") }
        guard rest.isEmpty else { throw .malformed("the OpenPGP armour holds more than one signature") }
        let body = Array(packet.body.prefix(4))
        guard body.count == 4 else { throw .malformed("the OpenPGP signature is cut short") }
        guard body[0] == 4 else { throw .notSupported("OpenPGP signatures of version \(body[0]) are not supported") }
        guard body[1] == 0 else { throw .malformed("the OpenPGP signature is not one over a document") }
        if let weak = Self.weakHashes[body[3]] { throw .weak("OpenPGP signatures with \(weak) are refused") }
        if body[2] == 17 { throw .weak("OpenPGP signatures with DSA are refused") }
        guard Self.keyAlgorithms.contains(body[2]), Self.hashes.contains(body[3]) else {
            throw .notSupported("OpenPGP signatures of algorithms \(body[2]) and \(body[3]) are not supported")
        }
    }

    /// RFC 4880 §9.4.
    private static let weakHashes: [UInt8: String] = [1: "MD5", 2: "SHA-1", 3: "RIPEMD-160"]
    /// SHA-256, SHA-384, SHA-512 and SHA-3.
    private static let hashes: Set<UInt8> = [8, 9, 10, 12, 14]
    /// RSA in its two spellings, ECDSA and EdDSA (RFC 4880 §9.1, RFC 6637 §5, draft-koch-eddsa-for-openpgp).
    private static let keyAlgorithms: Set<UInt8> = [1, 3, 19, 22]
}
