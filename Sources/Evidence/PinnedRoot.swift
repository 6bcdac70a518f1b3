internal import ExactValues
internal import GitNames
public import GitStore
public import PolicyCore

/// The root as it stands in the bare repository's own configuration, under `sallyport.*`.
public enum PinnedRoot {
    /// Where the key that signs receipts is, from the repository's folder.
    public static let receiptKeyPath = "sallyport/receipt-key.pem"
    private static let settings = [
        "sallyport.version", "sallyport.repository", "sallyport.policyref", "sallyport.threshold", "sallyport.owner",
        "sallyport.receiptkey", "sallyport.pusher", "sallyport.genesis",
    ]
    private static let version = "1"

    /// Writes the root. Owners are written as `name key`, one setting a key, keys as in `authorized_keys`.
    /// - Parameter keyText: how to write a key.
    public static func write(
        _ root: Root, to repository: Repository, keyText: (KeyIdentity) -> String
    ) throws(EvidenceError) {
        guard root.version == 1, let receiptKey = root.receiptKeys.first, root.receiptKeys.count == 1 else {
            throw EvidenceError(
                code: .notConfigured, description: "install pins version 1 of a root, with one receipt key")
        }
        do throws(GitError) {
            try repository.setConfig("sallyport.version", version)
            try repository.setConfig("sallyport.repository", root.repository.text)
            try repository.setConfig("sallyport.policyRef", root.policyRef.text)
            try repository.setConfig("sallyport.threshold", String(root.threshold))
            let owners = root.owners.flatMap { owner in
                owner.keys.map { "\(owner.name) \(bounds($0))\(keyText($0.identity))" }
            }
            try repository.setConfig("sallyport.owner", owners)
            try repository.setConfig("sallyport.receiptKey", Base64.encode(receiptKey.publicKey))
            try repository.setConfig("sallyport.pusher", root.pusherSource?.text ?? "none")
        } catch {
            throw EvidenceError(code: .storage, description: "cannot write the root: \(error)")
        }
    }

    /// When a key counts, as words before it: `from=…`, `until=…`, `revoked=…`, each followed by a blank.
    private static func bounds(_ key: SigningKey) -> String {
        [("from", key.validFrom), ("until", key.validUntil), ("revoked", key.revocation?.at)]
            .map { word, time in time.map { "\(word)=\($0) " } ?? "" }.joined()
    }

    /// Reads the root. A setting that is missing, stands twice or is not known is an error.
    /// - Parameter key: reads the text of a key.
    public static func read(
        _ repository: Repository, key: (String) -> KeyIdentity?
    ) throws(EvidenceError) -> Root {
        var values: [String: [String]] = [:]
        do throws(GitError) {
            for entry in try repository.configEntries(prefix: "sallyport.") {
                guard settings.contains(where: { Name($0) == Name(entry.name) }) else {
                    throw GitError(code: .malformed, description: "\(entry.name) is no setting of sallyport")
                }
                values[entry.name, default: []].append(entry.value)
            }
        } catch {
            throw EvidenceError(code: .notConfigured, description: "cannot read the root: \(error)")
        }
        guard !values.isEmpty else {
            throw EvidenceError(code: .notConfigured, description: "not installed here: run sallyport install")
        }
        return try root(values, key: key)
    }

    private static func root(
        _ values: [String: [String]], key: (String) -> KeyIdentity?
    ) throws(EvidenceError) -> Root {
        func single(_ setting: String) throws(EvidenceError) -> String {
            guard let found = values[setting], found.count == 1 else {
                throw EvidenceError(
                    code: .notConfigured, description: "\(setting) must stand once in the configuration")
            }
            return found[0]
        }
        func wrong(_ setting: String) -> EvidenceError {
            EvidenceError(code: .notConfigured, description: "\(setting) in the configuration cannot be used")
        }
        guard try single("sallyport.version") == version else { throw wrong("sallyport.version") }
        let repository = try single("sallyport.repository")
        guard !repository.isEmpty else { throw wrong("sallyport.repository") }
        guard let policyRef = RefName(try single("sallyport.policyref")) else { throw wrong("sallyport.policyref") }
        guard let receiptKey = Base64.decode(Array(try single("sallyport.receiptkey").utf8)), receiptKey.count == 32
        else { throw wrong("sallyport.receiptkey") }
        let owners = try owners(values["sallyport.owner"] ?? [], key: key)
        guard let threshold = Int(try single("sallyport.threshold")), (1...owners.count).contains(threshold) else {
            throw wrong("sallyport.threshold")
        }
        let pusher = try single("sallyport.pusher")
        return Root(
            repository: Name(repository), policyRef: policyRef, owners: owners, threshold: threshold,
            receiptKey: receiptKey, pusherSource: pusher == "none" ? nil : Name(pusher),
            genesis: try genesis(values["sallyport.genesis"] ?? []))
    }

    /// Pins what was there before the gate: `refs digest`.
    public static func pin(_ genesis: GenesisPin?, in repository: Repository) throws(EvidenceError) {
        do throws(GitError) {
            try repository.setConfig(
                "sallyport.genesis", genesis.map { ["\($0.refs) \(Hexadecimal.text($0.digest))"] } ?? [])
        } catch {
            throw EvidenceError(code: .storage, description: "cannot write the root: \(error)")
        }
    }

    private static func genesis(_ values: [String]) throws(EvidenceError) -> GenesisPin? {
        guard let value = values.first else { return nil }
        let words = value.utf8.split(separator: 0x20).map { Array($0) }
        guard values.count == 1, words.count == 2, let refs = Int(String(decoding: words[0], as: UTF8.self)),
            let digest = Hexadecimal.bytes(words[1]), digest.count == 32
        else {
            throw EvidenceError(
                code: .notConfigured, description: "sallyport.genesis in the configuration cannot be used")
        }
        return GenesisPin(refs: refs, digest: digest)
    }

    private static func owners(
        _ values: [String], key: (String) -> KeyIdentity?
    ) throws(EvidenceError) -> [Person] {
        var keys: [Name: [SigningKey]] = [:]
        for value in values {
            guard let (name, signingKey) = owner(value, key: key) else {
                throw EvidenceError(
                    code: .notConfigured,
                    description: "sallyport.owner must be \"name ssh-ed25519 …\", with from=, until= or revoked= before"
                        + " the key")
            }
            keys[name, default: []].append(signingKey)
        }
        guard !keys.isEmpty else {
            throw EvidenceError(code: .notConfigured, description: "sallyport.owner must stand in the configuration")
        }
        return keys.sorted { $0.key < $1.key }.map { Person(name: $0.key, keys: $0.value) }
    }

    private static func owner(_ value: String, key: (String) -> KeyIdentity?) -> (Name, SigningKey)? {
        var words = value.utf8.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
        guard words.count > 2 else { return nil }
        let name = Name(words.removeFirst())
        var bounds: [String: Timestamp] = [:]
        while let word = words.first, let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")) {
            let bound = String(word[..<equals])
            guard ["from", "until", "revoked"].contains(where: { ExactText.equal($0, bound) }), bounds[bound] == nil,
                let time = Timestamp(rfc3339: String(word[word.utf8.index(after: equals)...]))
            else { return nil }
            bounds[bound] = time
            words.removeFirst()
        }
        guard let identity = key(words.joined(separator: " ")) else { return nil }
        return (
            name,
            SigningKey(
                identity: identity, validFrom: bounds["from"], validUntil: bounds["until"],
                revocation: bounds["revoked"].map { .init(at: $0, why: "in the root that install pinned") })
        )
    }
}
