internal import ExactValues
internal import PolicyCore

/// Checks signatures by libcrypto, in process. Keeps the keys it has seen, so one verifier serves one thread.
public final class SignatureVerifier {
    /// More keys than this are not kept: a hostile push can hold as many keys as commits.
    private static let keptKeys = 256

    private var openPGP: OpenPGPEngine?
    private var stores: (time: Timestamp, stores: [KeyIdentity: X509Store])?
    private var handles: [KeyIdentity: PublicKeyHandle] = [:]

    public init() {}

    /// Checks the signature that an object carries, when it brings its key along, as SSH signatures do.
    public func check(_ object: SignedObject) -> CheckedSignature {
        check(object, TrustMaterial(), at: Timestamp(seconds: 0))
    }

    /// Checks the signature that an object carries. Nothing is asked about the key.
    ///
    /// - Parameters:
    ///   - object: a commit or tag.
    ///   - material: where keys and certificates are looked for that the signature does not bring along.
    ///   - time: the moment at which OpenPGP signatures and X.509 certificates have to be valid.
    func check(_ object: SignedObject, _ material: TrustMaterial, at time: Timestamp) -> CheckedSignature {
        guard let signature = object.signature else { return .unsigned }
        do throws(SignatureError) {
            switch signature.format {
            case .ssh: return try checkSSH(signature.body, over: object.payload)
            case .openpgp: return try checkOpenPGP(signature.body, over: object.payload, material.keyring, at: time)
            case .x509: return try checkX509(signature.body, over: object.payload, material.bundles, at: time)
            case .none: return .unsigned
            }
        } catch  where error.code == .notSupported {
            return .notSupported(format: signature.format, fingerprint: nil, reason: error.description)
        } catch {
            return .invalid(reason: error.description)
        }
    }

    /// librnp with a keyring, at a moment; the last one is kept.
    func engine(_ keyring: OpenPGPKeyring, at time: Timestamp) throws(SignatureError) -> OpenPGPEngine {
        if let openPGP, openPGP.keyring === keyring, openPGP.time == time { return openPGP }
        let engine = try OpenPGPEngine(keyring, at: time)
        openPGP = engine
        return engine
    }

    /// libcrypto's form of a bundle at a moment; those of the last moment are kept.
    func store(_ bundle: TrustAnchors, at time: Timestamp) throws(SignatureError) -> X509Store {
        if let stores, stores.time == time, let known = stores.stores[bundle.identity] { return known }
        let store = try X509Store(bundle, at: time)
        if stores?.time != time { stores = (time, [:]) }
        stores?.stores[bundle.identity] = store
        return store
    }

    /// libcrypto's form of a key.
    /// - Parameter publicKeyInfo: gives its DER, asked when the key was not seen lately.
    func handle(
        _ key: KeyIdentity, _ publicKeyInfo: () -> [UInt8]
    ) throws(SignatureError) -> PublicKeyHandle {
        if let known = handles[key] { return known }
        if handles.count >= Self.keptKeys { handles.removeAll() }
        let handle = try PublicKeyHandle(publicKeyInfo: publicKeyInfo())
        handles[key] = handle
        return handle
    }
}
