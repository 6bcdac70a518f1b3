public import ExactValues
public import PolicyCore

/// Whose keys are trusted for what Git signs, from OpenSSH `allowed_signers` files (ssh-keygen(1), ALLOWED SIGNERS).
public struct TrustStore: Sendable {
    /// A line of the file that names a key.
    struct Entry: Sendable {
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

    /// A store that trusts nobody.
    public init() {}

    mutating func add(_ entry: Entry, for key: SSHPublicKey) {
        entries[key.identity, default: []].append(entry)
    }

    /// The first principal that the store names for a key that is valid at all of the times.
    ///
    /// As `git verify-commit` does it: the first line that holds the key and is valid then decides, and a line that is
    /// not for Git makes the key untrusted.
    ///
    /// - Parameters:
    ///   - key: the key that signed.
    ///   - times: when the key has to be valid.
    /// - Returns: the principal as it is written; nil when the key is not trusted.
    public func person(for key: KeyIdentity, at times: [Timestamp]) -> String? {
        let candidates = entries[key] ?? []
        guard let entry = candidates.first(where: { entry in times.allSatisfy(entry.isValid) }), entry.isForGit
        else { return nil }
        return entry.principals.first { SSHPatternList.matches($0, entry.principals) }
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
        case .valid(let key):
            let person = person(for: key, at: [time, object.maker.time])
            return SignatureVerdict(
                outcome: person == nil ? .untrusted : .good, format: format, fingerprint: key.fingerprint,
                person: person,
                reason: person == nil ? "its key is not trusted for Git at that time" : "signed by a trusted key")
        }
    }
}
