internal import ExactValues
internal import PolicyCore

extension SignatureVerifier {
    /// Checks an SSH signature over a message, for Git's namespace.
    func checkSSH(_ body: [UInt8], over message: [UInt8]) throws(SignatureError) -> CheckedSignature {
        let signature = try SSHSignature(body: body)
        guard try verifies(signature.signature, over: signature.signedBytes(of: message), by: signature.key) else {
            return .invalid(reason: "the signature does not match the object")
        }
        let certificate: KeyCertificate? =
            if let found = signature.certificate { try certificate(found) } else { nil }
        let presence = signature.signature.touch.map { Signer.Presence(rawValue: $0.flags) }
        return .valid(Signer(key: signature.key.identity, presence: presence, certificate: certificate))
    }

    private func verifies(
        _ signature: SSHRawSignature, over message: [UInt8], by key: SSHPublicKey
    ) throws(SignatureError) -> Bool {
        guard let material = key.material else { return false }
        return try handle(key.identity) { material.publicKeyInfo }.verifies(
            signature.bytes, over: signature.signedBytes(of: message, by: key), hash: signature.algorithm)
    }

    private func certificate(_ certificate: SSHCertificate) throws(SignatureError) -> KeyCertificate {
        guard try verifies(certificate.signature, over: certificate.signedBytes, by: certificate.authority) else {
            throw .malformed("its certificate is not signed by the authority that it names")
        }
        guard certificate.isForUsers else { throw .malformed("its certificate is for a host") }
        // What they mean is not known here, and the authority says that whoever does not know must not accept.
        guard !certificate.hasCriticalOptions else {
            throw .notSupported("certificates with critical options are refused")
        }
        guard certificate.validAfter < certificate.validBefore else {
            throw .malformed("its certificate is never valid")
        }
        let names = certificate.principals.compactMap { String(validating: $0, as: UTF8.self) }
        guard names.count == certificate.principals.count else {
            throw .malformed("its certificate has a name that is no text")
        }
        return KeyCertificate(
            authority: certificate.authority.identity, names: names,
            validFrom: Timestamp(seconds: Int64(clamping: certificate.validAfter)),
            validUntil: certificate.validBefore == .max
                ? nil : Timestamp(seconds: Int64(clamping: certificate.validBefore)))
    }
}
