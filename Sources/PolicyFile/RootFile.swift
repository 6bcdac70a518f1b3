public import ExactValues
public import GitNames
public import PolicyCore
internal import YAMLDocument

/// Reads what `sallyport install --root` is given, and later versions of it: who owns a repository, and where its policy
/// stands.
public struct RootFile: Sendable, Hashable {
    /// The id to use; nil to have install make one.
    public let repository: Name?
    public let policyRef: RefName
    public let owners: [Person]
    public let threshold: Int
    /// The kind of server that tells who pushes; nil when none is believed.
    public let pusherSource: Name?
    /// What was there before the gate, as install printed it; nil when nothing was.
    public let genesis: GenesisPin?
    /// Rises by one with every version; 1 unless it is told.
    public let version: Int64
    /// The keys that receipts may be signed with; empty where install makes the first.
    public let receiptKeys: [ReceiptKey]

    /// Where a version of the root stands in its commit.
    public static let path = "root.yaml"

    /// Reads one root.
    /// - Parameters:
    ///   - bytes: at most 1 MiB of YAML, one document.
    ///   - file: how to call the file in diagnostics.
    ///   - keys: reads the owners' keys.
    public static func parse(
        _ bytes: [UInt8], file: String, keys: any KeyReader
    ) throws(PolicyFileError) -> RootFile {
        let root = try PolicyFile.document(bytes, file: file)
        var reader = NodeReader(file: file, keys: keys)
        let rootFile = reader.rootFile(root)
        guard let rootFile, reader.diagnostics.isEmpty else { throw PolicyFileError.invalid(reader.diagnostics) }
        return rootFile
    }
}

extension NodeReader {
    fileprivate mutating func rootFile(_ root: YAMLNode) -> RootFile? {
        let fields = fields(
            root, "the root",
            known: [
                "apiVersion", "kind", "repository", "policyRef", "owners", "threshold", "pusher", "genesis", "version",
                "receiptKeys",
            ])
        for required in ["apiVersion", "kind", "owners", "threshold"] where fields[required] == nil {
            missing(required, in: root, "the root")
        }
        _ = word(fields["apiVersion"], "apiVersion", of: [PolicyFile.apiVersion])
        _ = word(fields["kind"], "kind", of: ["Root"])
        let repository = string(fields["repository"], "repository").flatMap { text in
            name(text, at: fields["repository"]?.mark ?? root.mark, "repository")
        }
        let policyRef = refName(fields["policyRef"], "policyRef") ?? RefName("refs/heads/main")
        let source = word(fields["pusher"], "kind of server", of: Self.servers + ["none"])
        let owners = people(fields["owners"], "owners")
        for owner in owners where owner.keys.isEmpty || owner.kind == .machine {
            report(
                YAMLMark(line: UInt32(owner.line), column: 1), "owner \"\(owner.name)\" must be human and have a key")
        }
        checkKeys(of: owners)
        let genesis = genesis(fields["genesis"])
        let version = fields["version"] == nil ? 1 : integer(fields["version"], "version", in: 1...Int64.max)
        let receiptKeys = receiptKeys(fields["receiptKeys"])
        let threshold = integer(fields["threshold"], "threshold", in: 1...Int64(max(1, owners.count)))
        guard let policyRef, let threshold, let version, diagnostics.isEmpty else { return nil }
        return RootFile(
            repository: repository, policyRef: policyRef, owners: owners, threshold: Int(threshold),
            pusherSource: source == "none" ? nil : source.map { Name($0) }, genesis: genesis,
            version: version, receiptKeys: receiptKeys)
    }

    private mutating func genesis(_ node: YAMLNode?) -> GenesisPin? {
        guard let node else { return nil }
        let fields = fields(node, "genesis", known: ["refs", "sha256"])
        let refs = integer(fields["refs"], "refs", in: 1...2_000_000)
        guard let refs, let text = string(fields["sha256"], "sha256"),
            let digest = Hexadecimal.bytes(text), digest.count == 32
        else {
            report(node.mark, "genesis must be {refs: NUMBER, sha256: DIGEST}, as install printed it")
            return nil
        }
        return GenesisPin(refs: Int(refs), digest: digest)
    }

    private mutating func checkKeys(of owners: [Person]) {
        var seen: [KeyIdentity: Name] = [:]
        for owner in owners {
            for key in owner.keys {
                if let other = seen.updateValue(owner.name, forKey: key.identity) {
                    let mark = YAMLMark(line: UInt32(key.line), column: 1)
                    report(mark, "this key is already a key of \"\(other)\"")
                }
            }
        }
    }
}
