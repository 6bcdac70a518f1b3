internal import CLibCrypto
internal import ExactValues

/// Anchors as libcrypto takes them, at one moment. For one thread at a time.
@safe final class X509Store {
    private let handle: OpaquePointer
    /// The most certificates between the signer's and an anchor.
    private static let depth: Int32 = 8

    init(_ anchors: TrustAnchors, at time: Timestamp) throws(SignatureError) {
        guard let store = unsafe X509_STORE_new() else { throw CryptoLibrary.error("make a certificate store") }
        unsafe handle = store
        for certificate in anchors.certificates {
            // The store takes a share of its own; ours has to last until then.
            let anchor = try X509Certificate(certificate)
            let status = withExtendedLifetime(anchor) { unsafe X509_STORE_add_cert(store, anchor.handle) }
            try CryptoLibrary.check(status, "trust a certificate")
        }
        let parameters = unsafe X509_STORE_get0_param(store)
        unsafe X509_VERIFY_PARAM_set_time(parameters, Int(clamping: time.seconds))
        unsafe X509_VERIFY_PARAM_set_depth(parameters, Self.depth)
        // Under level 2 are keys of less than 112 bits of strength, and signatures with SHA-1.
        unsafe X509_VERIFY_PARAM_set_auth_level(parameters, 2)
        try CryptoLibrary.check(
            unsafe X509_VERIFY_PARAM_set_flags(parameters, UInt(X509_V_FLAG_PARTIAL_CHAIN)), "trust certificates")
    }

    deinit {
        unsafe X509_STORE_free(handle)
    }

    /// Why an anchor does not vouch for a certificate by way of those in its signature; nil when one does.
    func objection(to certificate: X509Certificate, of signature: CMSSignature) -> SignatureError? {
        var reason: Int32 = 0
        let status = unsafe sallyport_x509_verify(handle, certificate.handle, signature.handle, &reason)
        ERR_clear_error()
        guard status != 1 else { return nil }
        let text = unsafe String(cString: X509_verify_cert_error_string(Int(reason)))
        let weak = [X509_V_ERR_EE_KEY_TOO_SMALL, X509_V_ERR_CA_KEY_TOO_SMALL, X509_V_ERR_CA_MD_TOO_WEAK]
        return weak.contains(reason) ? .weak("its certificate: \(text)") : .notSupported("its certificate: \(text)")
    }
}
