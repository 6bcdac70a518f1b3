public import ExactValues
public import PolicyCore

/// The keys that a policy and a root name, and what they ask of signatures.
public struct KnownSigners: Sendable {
    private let keys: [KeyIdentity: SigningKey]
    private let material: TrustMaterial

    /// - Parameter keys: all keys that may sign; whether each counts at some time is asked of the policy, not here.
    public init(_ keys: some Sequence<SigningKey>) {
        self.keys = Dictionary(keys.map { ($0.identity, $0) }) { first, _ in first }
        let certificates = self.keys.values.filter { $0.identity.format == .openpgp }.map { key in
            OpenPGPCertificate(bytes: key.material, fingerprint: key.identity.bytes)
        }
        let bundles = Set(self.keys.values.filter { $0.identity.format == .x509 }.map(\.material))
        material = TrustMaterial(
            keyring: certificates.isEmpty ? nil : OpenPGPKeyring(certificates),
            bundles: bundles.sorted { $0.lexicographicallyPrecedes($1) }.map { TrustAnchors(material: $0) })
    }

    /// The keys of a policy, if there is one, and of a root's owners.
    public init(policy: Policy?, root: Root) {
        self.init(((policy.map { Array($0.people.values) } ?? []) + root.owners).flatMap(\.keys))
    }

    /// What an object's signature proves at a time.
    /// - Parameters:
    ///   - object: a commit or tag.
    ///   - verifier: the one of this thread.
    ///   - time: when the push was received; certificates have to be valid then.
    public func facts(of object: SignedObject, _ verifier: SignatureVerifier, at time: Timestamp) -> SignatureFacts {
        switch verifier.check(object, material, at: time) {
        case .unsigned: .unsigned
        case .valid(let signer): facts(of: signer, at: time)
        case .invalid(let reason): .bad(reason)
        case .notSupported(_, _, let reason): .bad(reason)
        }
    }

    /// What a valid signature proves: the key that the policy would name, or that it does not count.
    func facts(of signer: Signer, at time: Timestamp) -> SignatureFacts {
        if let objection = signer.objection(at: time) { return .bad(objection) }
        guard let certificate = signer.certificate else { return facts(of: signer.key, signer.presence) }
        for name in certificate.names {
            let identity = certificate.identity(of: name)
            if keys[identity] != nil { return facts(of: identity, signer.presence) }
        }
        return .bad(
            "it is signed by a certificate of \(certificate.authority.fingerprint), whose names the policy does not know"
        )
    }

    private func facts(of key: KeyIdentity, _ presence: Signer.Presence?) -> SignatureFacts {
        guard let presence else { return .key(key) }
        let demanded = Signer.Presence(rawValue: keys[key]?.material.first ?? 0).union(.touched)
        if !presence.contains(demanded.intersection(.verified)) {
            return .bad("its authenticator did not ask for a PIN or a finger, which the policy requires of this key")
        }
        guard presence.contains(.touched) else { return .bad("nobody touched the authenticator that signed it") }
        return .key(key)
    }
}
