internal import CLibCrypto
internal import ExactValues

/// An Ed25519 private key, kept in libcrypto's memory.
@safe public final class Ed25519PrivateKey: @unchecked Sendable {
    // Never changed after init; libcrypto allows any thread to sign with a shared key.
    private let key: OpaquePointer
    public let publicKey: Ed25519PublicKey

    /// The DER of RFC 8410 §7 (PKCS #8, version 0, no attributes) in front of the 32 bytes of the key.
    private static let derPrefix: [UInt8] = [
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
    ]

    private init(_ key: OpaquePointer) throws(SignatureError) {
        var bytes = [UInt8](repeating: 0, count: Ed25519PublicKey.byteCount)
        var count = bytes.count
        guard unsafe EVP_PKEY_get_raw_public_key(key, &bytes, &count) == 1,
            let publicKey = Ed25519PublicKey(rawBytes: bytes.prefix(count))
        else {
            unsafe EVP_PKEY_free(key)
            throw CryptoLibrary.error("derive an Ed25519 public key")
        }
        unsafe self.key = key
        self.publicKey = publicKey
    }

    deinit {
        unsafe EVP_PKEY_free(key)
    }

    /// Makes a new key from libcrypto's random numbers.
    public static func generate() throws(SignatureError) -> Ed25519PrivateKey {
        var seed = [UInt8](repeating: 0, count: Ed25519PublicKey.byteCount)
        defer { wipe(&seed) }
        let count = Int32(seed.count)
        try CryptoLibrary.check(unsafe RAND_priv_bytes(&seed, count), "make an Ed25519 key")
        return try Ed25519PrivateKey(seed: seed)
    }

    /// Takes the PEM text of an unencrypted PKCS #8 key, as `openssl genpkey -algorithm ed25519` writes it.
    public convenience init(pem: [UInt8]) throws(SignatureError) {
        var der = try Self.der(pem)
        defer { Self.wipe(&der) }
        guard der.count == Self.derPrefix.count + Ed25519PublicKey.byteCount, der.starts(with: Self.derPrefix) else {
            throw .notSupported("the private key is not a plain PKCS #8 Ed25519 key")
        }
        var seed = Array(der.dropFirst(Self.derPrefix.count))
        defer { Self.wipe(&seed) }
        try self.init(seed: seed)
    }

    private convenience init(seed: [UInt8]) throws(SignatureError) {
        guard let key = unsafe EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count) else {
            throw CryptoLibrary.error("use an Ed25519 private key")
        }
        try unsafe self.init(key)
    }

    /// The PEM text of the key: PKCS #8, unencrypted. Keep it in a file that only its owner reads.
    public func pem() throws(SignatureError) -> String {
        var seed = [UInt8](repeating: 0, count: Ed25519PublicKey.byteCount)
        defer { Self.wipe(&seed) }
        var count = seed.count
        try CryptoLibrary.check(unsafe EVP_PKEY_get_raw_private_key(key, &seed, &count), "read an Ed25519 key")
        return "-----BEGIN PRIVATE KEY-----\n\(Base64.encode(Self.derPrefix + seed))\n-----END PRIVATE KEY-----\n"
    }

    /// The 64 bytes of the key's signature over `message` (RFC 8032, no prehash).
    public func sign(_ message: [UInt8]) throws(SignatureError) -> [UInt8] {
        guard let context = unsafe EVP_MD_CTX_new() else { throw CryptoLibrary.error("make a signing context") }
        defer { unsafe EVP_MD_CTX_free(context) }
        var signature = [UInt8](repeating: 0, count: Ed25519PublicKey.signatureByteCount)
        var count = signature.count
        try CryptoLibrary.check(unsafe EVP_DigestSignInit(context, nil, nil, nil, key), "sign")
        let status = unsafe EVP_DigestSign(context, &signature, &count, message, message.count)
        try CryptoLibrary.check(status, "sign")
        guard count == signature.count else { throw CryptoLibrary.error("sign") }
        return signature
    }

    private static func der(_ pem: [UInt8]) throws(SignatureError) -> [UInt8] {
        guard pem.count <= 4096, let text = String(validating: pem, as: UTF8.self) else {
            throw .malformed("the private key is not a PEM text")
        }
        let lines = text.utf8.split(separator: 0x0a).map { line in line.last == 0x0d ? line.dropLast() : line }
        guard let first = lines.first, let last = lines.last, lines.count >= 3,
            first.elementsEqual("-----BEGIN PRIVATE KEY-----".utf8),
            last.elementsEqual("-----END PRIVATE KEY-----".utf8),
            let der = Base64.decode(lines.dropFirst().dropLast().flatMap { Array($0) })
        else {
            throw .notSupported("the private key is not an unencrypted PKCS #8 PEM (BEGIN PRIVATE KEY)")
        }
        return der
    }

    private static func wipe(_ bytes: inout [UInt8]) {
        let count = bytes.count
        unsafe OPENSSL_cleanse(&bytes, count)
    }
}
