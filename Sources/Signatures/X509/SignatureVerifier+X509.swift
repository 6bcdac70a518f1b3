internal import ExactValues
internal import PolicyCore

extension SignatureVerifier {
    /// Checks a CMS signature over a message by certificates that one of some bundles vouches for.
    ///
    /// Nothing is asked over the network: that a certificate was revoked is known from the policy only, and one that
    /// has expired does not count, even where a timestamp in the signature says that it did when it signed.
    func checkX509(
        _ body: [UInt8], over message: [UInt8], _ bundles: [TrustAnchors], at time: Timestamp
    ) throws(SignatureError) -> CheckedSignature {
        let signature = try CMSSignature(body)
        let certificate = try signature.signer(of: message)
        try certificate.checkUse()
        var objection = SignatureError.notSupported("it is signed by an X.509 certificate of nobody who is known here")
        for bundle in bundles {
            if let found = try store(bundle, at: time).objection(to: certificate, of: signature) {
                objection = found
                continue
            }
            let names = try certificate.names()
            guard let name = names.first else { throw .malformed("its certificate names no e-mail address and no URI") }
            let key = KeyIdentity(.x509, Digest.sha256(certificate.der))
            return .valid(
                Signer(
                    key: key,
                    certificate: KeyCertificate(
                        authority: bundle.identity, names: names, validFrom: certificate.validFrom,
                        validUntil: certificate.validUntil), name: name))
        }
        throw objection
    }
}
