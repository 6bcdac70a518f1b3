/// Checks signatures by libcrypto, in process. Keeps the keys it has seen, so one verifier serves one thread.
public final class SignatureVerifier {
    /// More keys than this are not kept: a hostile push can hold as many keys as commits.
    private static let keptKeys = 256

    private var handles: [Ed25519PublicKey: PublicKeyHandle] = [:]

    public init() {}

    /// Checks the signature that an object carries. Nothing is asked about the key.
    public func check(_ object: SignedObject) -> CheckedSignature {
        guard let signature = object.signature else { return .unsigned }
        switch signature.format {
        case .ssh: return check(ssh: signature.body, over: object.payload)
        case .openpgp:
            return .notSupported(
                format: .openpgp, fingerprint: nil, reason: "OpenPGP signatures are not supported yet")
        case .x509:
            return .notSupported(format: .x509, fingerprint: nil, reason: "X.509 signatures are not supported yet")
        case .none: return .unsigned
        }
    }

    /// Checks an SSH signature over a message, for Git's namespace.
    private func check(ssh body: [UInt8], over message: [UInt8]) -> CheckedSignature {
        do throws(SignatureError) {
            let signature = try SSHSignature(body: body)
            guard let key = signature.key.ed25519 else {
                return .notSupported(
                    format: .ssh, fingerprint: signature.key.fingerprint,
                    reason: "SSH signatures of type \(signature.key.typeText) are not supported yet")
            }
            let isValid = try handle(key).verifies(signature.signature, over: signature.signedBytes(of: message))
            return isValid
                ? .valid(signature.key.identity) : .invalid(reason: "the signature does not match the object")
        } catch  where error.code == .notSupported {
            return .notSupported(format: .ssh, fingerprint: nil, reason: error.description)
        } catch {
            return .invalid(reason: error.description)
        }
    }

    private func handle(_ key: Ed25519PublicKey) throws(SignatureError) -> PublicKeyHandle {
        if let known = handles[key] { return known }
        if handles.count >= Self.keptKeys { handles.removeAll() }
        let handle = try PublicKeyHandle(key.rawBytes)
        handles[key] = handle
        return handle
    }
}
