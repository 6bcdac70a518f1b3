public import ExactValues
internal import PolicyCore

/// Whose keys are trusted for what Git signs, from OpenSSH `allowed_signers` files (ssh-keygen(1), ALLOWED SIGNERS).
public struct TrustStore: Sendable {
    /// A line of the file that names a key.
    struct Entry: Sendable {
        /// Whether the key is of an authority, and certificates by it are meant.
        let isAuthority: Bool
        /// The principals as they stand there, split at commas.
        let principals: [String]
        let isForGit: Bool
        /// Both inclusive, as ssh-keygen reads them.
        let validAfter: Timestamp?
        let validBefore: Timestamp?

        func isValid(at time: Timestamp) -> Bool {
            validAfter.map { $0 <= time } ?? true && validBefore.map { time <= $0 } ?? true
        }
    }

    private(set) var entries: [KeyIdentity: [Entry]] = [:]
    /// Computed once: in a long history few keys sign many commits.
    private var fingerprints: [KeyIdentity: String] = [:]

    /// The OpenPGP keys and the X.509 certificates that are trusted.
    private var material = TrustMaterial()

    /// A store that trusts nobody.
    public init() {}

    mutating func add(_ certificates: [OpenPGPCertificate]) {
        material.keyring = OpenPGPKeyring((material.keyring?.certificates ?? []) + certificates)
    }

    mutating func add(_ anchors: TrustAnchors) {
        let known = material.bundles.flatMap(\.certificates)
        material.bundles = [TrustAnchors(known + anchors.certificates)]
    }

    mutating func add(_ entry: Entry, for key: SSHPublicKey) {
        entries[key.identity, default: []].append(entry)
        fingerprints[key.identity] = key.fingerprint
    }

    /// The first principal that the store names for a key that is valid at all of the times.
    ///
    /// As `git verify-commit` does it: the first line that holds the key and is valid then decides, and a line that is
    /// not for Git makes the key untrusted. For a certificate it is the first line that holds its authority and whose
    /// principals match one of its names.
    ///
    /// - Parameters:
    ///   - signer: who made a valid signature.
    ///   - times: when the key, and its certificate, have to be valid.
    /// - Returns: the principal as it is written; nil when the key is not trusted.
    public func person(for signer: Signer, at times: [Timestamp]) -> String? {
        let certificate = signer.certificate
        guard times.allSatisfy({ signer.objection(at: $0) == nil }) else { return nil }
        // Only keys of the ring, or certificates of the bundle, can have made a valid signature of these formats.
        if signer.key.format != .ssh { return signer.name }
        for entry in entries[certificate?.authority ?? signer.key] ?? [] {
            guard entry.isAuthority == (certificate != nil), times.allSatisfy(entry.isValid) else { continue }
            let candidates = certificate?.names ?? entry.principals
            let person = candidates.first { SSHPatternList.matches($0, entry.principals) }
            if certificate != nil, person == nil { continue }
            return entry.isForGit ? person : nil
        }
        return nil
    }

    /// The verdict on an object, its signature checked now.
    ///
    /// - Parameters:
    ///   - object: the object.
    ///   - verifier: the one of this thread.
    ///   - time: when the key has to be valid.
    public func verdict(
        on object: SignedObject, _ verifier: SignatureVerifier, at time: Timestamp
    ) -> SignatureVerdict {
        verdict(on: object, verifier.check(object, material, at: time), at: time)
    }

    /// The verdict on an object.
    ///
    /// - Parameters:
    ///   - object: the object.
    ///   - checked: what its signature proves.
    ///   - time: when the key has to be valid. It also has to be valid at the object's own date: that date is the signer's word and can only take trust away.
    public func verdict(on object: SignedObject, _ checked: CheckedSignature, at time: Timestamp) -> SignatureVerdict {
        let format = object.signature?.format ?? .none
        switch checked {
        case .unsigned:
            return SignatureVerdict(
                outcome: .unsigned, format: .none, fingerprint: nil, person: nil, reason: "it has no signature")
        case .invalid(let reason):
            return SignatureVerdict(outcome: .bad, format: format, fingerprint: nil, person: nil, reason: reason)
        case .notSupported(let format, let fingerprint, let reason):
            return SignatureVerdict(
                outcome: .untrusted, format: format, fingerprint: fingerprint, person: nil, reason: reason)
        case .valid(let signer):
            let person = person(for: signer, at: [time, object.maker.time])
            return SignatureVerdict(
                outcome: person == nil ? .untrusted : .good, format: format,
                fingerprint: fingerprints[signer.key] ?? signer.key.fingerprint,
                person: person,
                reason: person == nil ? "its key is not trusted for Git at that time" : "signed by a trusted key")
        }
    }
}
