/// Checks signatures by libcrypto, in process. Keeps the keys it has seen, so one verifier serves one thread.
public final class SignatureVerifier {
    /// More keys than this are not kept: a hostile push can hold as many keys as commits.
    private static let keptKeys = 256

    private var handles: [SSHKeyMaterial: PublicKeyHandle] = [:]

    public init() {}

    /// Checks the signature that an object carries. Nothing is asked about the key.
    public func check(_ object: SignedObject) -> CheckedSignature {
        guard let signature = object.signature else { return .unsigned }
        do throws(SignatureError) {
            switch signature.format {
            case .ssh: return try checkSSH(signature.body, over: object.payload)
            case .openpgp: throw .notSupported("OpenPGP signatures are not supported yet")
            case .x509: throw .notSupported("X.509 signatures are not supported yet")
            case .none: return .unsigned
            }
        } catch  where error.code == .notSupported {
            return .notSupported(format: signature.format, fingerprint: nil, reason: error.description)
        } catch {
            return .invalid(reason: error.description)
        }
    }

    /// Whether a key made a signature over some bytes.
    func verifies(
        _ signature: [UInt8], over message: [UInt8], by key: SSHKeyMaterial, hash: Digest.Algorithm?
    ) throws(SignatureError) -> Bool {
        try handle(key).verifies(signature, over: message, hash: hash)
    }

    private func handle(_ key: SSHKeyMaterial) throws(SignatureError) -> PublicKeyHandle {
        if let known = handles[key] { return known }
        if handles.count >= Self.keptKeys { handles.removeAll() }
        let handle = try PublicKeyHandle(publicKeyInfo: key.publicKeyInfo)
        handles[key] = handle
        return handle
    }
}
