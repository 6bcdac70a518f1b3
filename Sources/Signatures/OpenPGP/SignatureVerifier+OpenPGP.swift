internal import ExactValues
internal import PolicyCore

extension SignatureVerifier {
    /// Checks an OpenPGP signature over a message with the keys of a keyring.
    func checkOpenPGP(
        _ body: [UInt8], over message: [UInt8], _ keyring: OpenPGPKeyring?, at time: Timestamp
    ) throws(SignatureError) -> CheckedSignature {
        _ = try OpenPGPSignature(body)
        guard let keyring, let key = try engine(keyring, at: time).signer(of: message, body) else {
            throw .notSupported("it is signed by an OpenPGP key that is not known here")
        }
        return .valid(
            Signer(
                key: KeyIdentity(.openpgp, key.primary), name: key.userID, validFrom: key.validFrom,
                validUntil: key.validUntil))
    }
}
