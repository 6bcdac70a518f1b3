internal import CLibCrypto

/// libcrypto's form of an Ed25519 public key, and the context in which signatures of it are verified.
///
/// For one thread at a time.
@safe final class PublicKeyHandle {
    private let key: OpaquePointer
    private let context: OpaquePointer

    init(_ rawBytes: [UInt8]) throws(SignatureError) {
        guard let key = unsafe EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, rawBytes, rawBytes.count) else {
            throw CryptoLibrary.error("use an Ed25519 public key")
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

    /// Whether `signature` is the key's Ed25519 signature over `message` (RFC 8032, no prehash).
    func verifies(_ signature: [UInt8], over message: [UInt8]) throws(SignatureError) -> Bool {
        guard signature.count == Ed25519PublicKey.signatureByteCount else { return false }
        try CryptoLibrary.check(unsafe EVP_MD_CTX_reset(context), "verify a signature")
        try CryptoLibrary.check(unsafe EVP_DigestVerifyInit(context, nil, nil, nil, key), "verify a signature")
        let status = unsafe EVP_DigestVerify(context, signature, signature.count, message, message.count)
        // 0 is a wrong signature; so is any other value but 1, which some malformed signatures give.
        ERR_clear_error()
        return status == 1
    }
}
