internal import CLibCrypto

/// A CMS signature that stands apart from what it is over (RFC 5652 §5), as gpgsm, smimesign and gitsign make them.
/// For one thread at a time.
@safe final class CMSSignature {
    let handle: OpaquePointer

    /// Takes one signature by one signer, in DER or BER.
    ///
    /// Refused are: bytes after the end; content inside; another type of content than data; a signature without signed
    /// attributes, which could be one over something else; and by name MD5, SHA-1 and what is not known.
    init(_ body: [UInt8]) throws(SignatureError) {
        let parsed = unsafe body.withUnsafeBufferPointer { buffer -> OpaquePointer? in
            guard let start = buffer.baseAddress else { return nil }
            var position: UnsafePointer<UInt8>? = unsafe start
            guard let found = unsafe d2i_CMS_ContentInfo(nil, &position, buffer.count) else { return nil }
            guard unsafe position == start + buffer.count else {
                unsafe CMS_ContentInfo_free(found)
                return nil
            }
            return unsafe found
        }
        guard let parsed = unsafe parsed else {
            ERR_clear_error()
            throw .malformed("the X.509 signature cannot be read, or has bytes after its end")
        }
        unsafe handle = parsed
        try checkForm()
    }

    deinit {
        unsafe CMS_ContentInfo_free(handle)
    }

    private func checkForm() throws(SignatureError) {
        guard unsafe OBJ_obj2nid(CMS_get0_type(handle)) == NID_pkcs7_signed,
            unsafe OBJ_obj2nid(CMS_get0_eContentType(handle)) == NID_pkcs7_data, unsafe CMS_is_detached(handle) == 1
        else { throw .malformed("the X.509 signature is not one that stands apart from its data") }
        guard unsafe sallyport_cms_signer_count(handle) == 1, let signer = unsafe sallyport_cms_first_signer(handle)
        else { throw .malformed("the X.509 signature is not by exactly one signer") }
        guard unsafe CMS_signed_get_attr_count(signer) > 0 else {
            throw .malformed("the X.509 signature has no signed attributes")
        }
        var (digest, algorithm): (UnsafeMutablePointer<X509_ALGOR>?, UnsafeMutablePointer<X509_ALGOR>?) = (nil, nil)
        unsafe CMS_SignerInfo_get0_algs(signer, nil, nil, &digest, &algorithm)
        let (digestID, algorithmID) = unsafe (Self.identifier(digest), Self.identifier(algorithm))
        if [NID_md5, NID_sha1].contains(digestID)
            || [NID_md5WithRSAEncryption, NID_sha1WithRSAEncryption].contains(algorithmID)
        {
            throw .weak("X.509 signatures with MD5 or SHA-1 are refused")
        }
        guard [NID_sha256, NID_sha384, NID_sha512].contains(digestID) else {
            throw .notSupported("X.509 signatures with this hash are not supported")
        }
        guard algorithmID != NID_rsassaPss else { throw .notSupported("RSA-PSS signatures are not supported") }
    }

    private static func identifier(_ algorithm: UnsafePointer<X509_ALGOR>?) -> Int32 {
        var object: OpaquePointer?
        unsafe X509_ALGOR_get0(&object, nil, nil, algorithm)
        return unsafe OBJ_obj2nid(object)
    }

    /// Checks the signature, and nothing about the certificate.
    ///
    /// - Returns: the certificate in it whose key made it.
    func signer(of message: [UInt8]) throws(SignatureError) -> X509Certificate {
        guard let data = unsafe BIO_new_mem_buf(message, Int32(clamping: message.count)) else {
            throw CryptoLibrary.error("check an X.509 signature")
        }
        defer { unsafe BIO_free(data) }
        let flags = UInt32(CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY)
        let status = unsafe CMS_verify(handle, nil, nil, data, nil, flags)
        ERR_clear_error()
        guard status == 1 else {
            throw .malformed("the X.509 signature does not match the object, or its certificate is not in it")
        }
        var certificate: OpaquePointer?
        unsafe CMS_SignerInfo_get0_algs(sallyport_cms_first_signer(handle), nil, &certificate, nil, nil)
        guard let certificate = unsafe certificate else {
            throw .malformed("the X.509 signature's certificate is not in it")
        }
        return unsafe X509Certificate(borrowing: certificate)
    }
}
