internal import CLibCrypto

/// libcrypto's form of a public key, and the context in which signatures of it are verified.
///
/// For one thread at a time.
@safe final class PublicKeyHandle {
    private let key: OpaquePointer
    private let context: OpaquePointer
    /// Whether the context was made ready for Ed25519; it then serves for any number of messages.
    private var isReady = false

    /// Takes a DER SubjectPublicKeyInfo (RFC 5280 §4.1.2.7).
    init(publicKeyInfo: [UInt8]) throws(SignatureError) {
        let parsed = unsafe publicKeyInfo.withUnsafeBufferPointer { buffer in
            var position = buffer.baseAddress
            return unsafe d2i_PUBKEY(nil, &position, buffer.count)
        }
        guard let key = unsafe parsed else {
            ERR_clear_error()
            throw .malformed("a public key that is none of its kind")
        }
        guard let context = unsafe EVP_MD_CTX_new() else {
            unsafe EVP_PKEY_free(key)
            throw CryptoLibrary.error("make a verification context")
        }
        unsafe self.key = key
        unsafe self.context = context
    }

    deinit {
        unsafe EVP_MD_CTX_free(context)
        unsafe EVP_PKEY_free(key)
    }

    /// Whether `signature` is the key's signature over `message`.
    ///
    /// - Parameter hash: what the message is hashed with (RSA PKCS #1 v1.5, ECDSA); nil for Ed25519 (RFC 8032, no
    ///   prehash).
    func verifies(
        _ signature: [UInt8], over message: [UInt8], hash: Digest.Algorithm? = nil
    ) throws(SignatureError) -> Bool {
        // Making a context ready costs a tenth of what verifying does; a version of libcrypto that wants it anew for
        // each message says no, and is asked again.
        if isReady, hash == nil, verifiesWhenReady(signature, message) { return true }
        try CryptoLibrary.check(unsafe EVP_MD_CTX_reset(context), "verify a signature")
        let algorithm = unsafe hash.flatMap { unsafe Digest.fetched($0).pointer }
        try CryptoLibrary.check(
            unsafe EVP_DigestVerifyInit(context, nil, algorithm, nil, key), "verify a signature")
        isReady = hash == nil
        return verifiesWhenReady(signature, message)
    }

    private func verifiesWhenReady(_ signature: [UInt8], _ message: [UInt8]) -> Bool {
        let status = unsafe EVP_DigestVerify(context, signature, signature.count, message, message.count)
        // 0 is a wrong signature; so is any other value but 1, which some malformed signatures give.
        ERR_clear_error()
        return status == 1
    }
}
