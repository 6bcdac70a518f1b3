internal import CLibCrypto
internal import ExactValues

/// An X.509 certificate (RFC 5280). For one thread at a time.
@safe final class X509Certificate {
    let handle: OpaquePointer
    /// The most names of one certificate that are read.
    private static let nameLimit = 256

    /// Takes DER, all of it.
    init(_ der: [UInt8]) throws(SignatureError) {
        let parsed = unsafe der.withUnsafeBufferPointer { buffer -> OpaquePointer? in
            guard let start = buffer.baseAddress else { return nil }
            var position: UnsafePointer<UInt8>? = unsafe start
            guard let found = unsafe d2i_X509(nil, &position, buffer.count) else { return nil }
            guard unsafe position == start + buffer.count else {
                unsafe X509_free(found)
                return nil
            }
            return unsafe found
        }
        guard let parsed = unsafe parsed else {
            ERR_clear_error()
            throw .malformed("not an X.509 certificate")
        }
        unsafe handle = parsed
    }

    /// Takes a certificate that somebody else owns.
    init(borrowing certificate: OpaquePointer) {
        unsafe X509_up_ref(certificate)
        unsafe handle = certificate
    }

    deinit {
        unsafe X509_free(handle)
    }

    var der: [UInt8] {
        var bytes: UnsafeMutablePointer<UInt8>?
        let count = unsafe i2d_X509(handle, &bytes)
        guard count > 0, let bytes = unsafe bytes else { return [] }
        defer { unsafe CRYPTO_free(bytes, "", 0) }
        return unsafe Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }

    var validFrom: Timestamp { unsafe Timestamp(seconds: sallyport_asn1_seconds(X509_get0_notBefore(handle))) }

    /// From when it is not valid any more: libcrypto does not count its last second.
    var validUntil: Timestamp {
        unsafe Timestamp(seconds: sallyport_asn1_seconds(X509_get0_notAfter(handle)))
    }

    /// Whom it is for: the e-mail addresses and URIs among the subject's alternative names, as `email:…` and `uri:…`.
    ///
    /// - Throws: when one of them is no printable ASCII, where readers differ on what it says.
    func names() throws(SignatureError) -> [String] {
        guard let found = unsafe X509_get_ext_d2i(handle, NID_subject_alt_name, nil, nil) else { return [] }
        let list = OpaquePointer(found)
        defer { unsafe GENERAL_NAMES_free(list) }
        var names: [String] = []
        let count = unsafe sallyport_general_name_count(list)
        for index in 0..<max(0, count) {
            var kind: Int32 = 0
            guard let text = unsafe sallyport_general_name(list, index, &kind) else { continue }
            let count = unsafe Int(ASN1_STRING_length(text))
            let bytes = unsafe Array(UnsafeBufferPointer(start: ASN1_STRING_get0_data(text), count: count))
            guard names.count < Self.nameLimit, bytes.allSatisfy({ (0x21...0x7e).contains($0) }) else {
                throw .malformed("its certificate has a name that is no plain text")
            }
            names.append((kind == GEN_EMAIL ? "email:" : "uri:") + String(decoding: bytes, as: UTF8.self))
        }
        return names
    }

    /// Refuses keys of algorithms that are not safe or not known, and certificates for other uses than signing.
    func checkUse() throws(SignatureError) {
        let algorithm = unsafe X509_get0_pubkey(handle).map { unsafe EVP_PKEY_get_base_id($0) }
        if algorithm == EVP_PKEY_DSA { throw .weak("X.509 signatures with DSA are refused") }
        guard [EVP_PKEY_RSA, EVP_PKEY_EC, EVP_PKEY_ED25519].contains(algorithm) else {
            throw .notSupported("X.509 signatures by keys of this kind are not supported")
        }
        let bits = unsafe X509_get0_pubkey(handle).map { unsafe EVP_PKEY_get_bits($0) } ?? 0
        if algorithm == EVP_PKEY_RSA, bits < SSHKeyMaterial.leastRSABits {
            throw .weak("RSA keys under \(SSHKeyMaterial.leastRSABits) bits are refused: it has \(bits)")
        }
        // Both are all ones when the certificate does not say.
        let usage = unsafe X509_get_key_usage(handle)
        let extended = unsafe X509_get_extended_key_usage(handle)
        guard usage & UInt32(KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION) != 0,
            extended & UInt32(XKU_SMIME | XKU_CODE_SIGN | XKU_ANYEKU) != 0
        else { throw .malformed("its certificate is not for signing") }
    }
}
