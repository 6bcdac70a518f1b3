public import PolicyCore
internal import YAMLDocument

/// Reads policies from YAML. What the policy could mean and is not built yet is an error, never passed over.
public enum PolicyFile {
    /// Where the policy stands in the tree of its ref.
    public static let path = ".sallyport/policy.yaml"
    static let apiVersion = "sallyport.dev/v1"
    private static let limits = YAMLLimits(bytes: 1 << 20, depth: 32, nodes: 100_000, scalarBytes: 4 << 20)

    /// Reads one policy that can be satisfied.
    /// - Parameters:
    ///   - bytes: at most 1 MiB of YAML, one document.
    ///   - file: how to call the file in diagnostics.
    ///   - keys: reads people's keys.
    public static func parse(
        _ bytes: [UInt8], file: String = path, keys: any KeyReader
    ) throws(PolicyFileError) -> Policy {
        let root = try document(bytes, file: file)
        var reader = NodeReader(file: file, keys: keys)
        let policy = reader.policy(root)
        if let policy, reader.diagnostics.isEmpty {
            for problem in policy.problems() {
                reader.report(YAMLMark(line: UInt32(problem.line), column: 1), problem.message)
            }
        }
        guard let policy, reader.diagnostics.isEmpty else { throw PolicyFileError.invalid(reader.diagnostics) }
        return policy
    }

    /// The one document of a file.
    static func document(_ bytes: [UInt8], file: String) throws(PolicyFileError) -> YAMLNode {
        let documents: [YAMLDocument]
        do {
            documents = try YAMLDocument.parse(bytes, limits: limits)
        } catch {
            let diagnostic = PolicyDiagnostic(
                file: file, line: Int(error.line), column: Int(error.column), message: error.message)
            throw PolicyFileError(code: .notYAML, diagnostics: [diagnostic])
        }
        guard let first = documents.first else {
            throw PolicyFileError.invalid([
                PolicyDiagnostic(file: file, line: 1, column: 1, message: "the file is empty")
            ])
        }
        if documents.count > 1 {
            let mark = documents[1].root.mark
            let message = "a second document: the file must hold one"
            throw PolicyFileError.invalid(
                [PolicyDiagnostic(file: file, line: Int(mark.line), column: Int(mark.column), message: message)])
        }
        return first.root
    }
}

extension PolicyFileError {
    static func invalid(_ diagnostics: [PolicyDiagnostic]) -> PolicyFileError {
        PolicyFileError(
            code: .invalid, diagnostics: diagnostics.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
    }
}

extension NodeReader {
    fileprivate mutating func policy(_ root: YAMLNode) -> Policy? {
        let fields = fields(
            root, "the policy",
            known: [
                "apiVersion", "kind", "repository", "serial", "receiptKeys", "people", "teams", "refs", "unmatched",
                "paths", "clusters",
            ], unsupported: ["content", "breakGlass"])
        for required in ["apiVersion", "kind", "repository", "serial", "people", "refs", "unmatched"]
        where fields[required] == nil && root.members != nil {
            missing(required, in: root, "the policy")
        }
        _ = word(fields["apiVersion"], "apiVersion", of: [PolicyFile.apiVersion])
        _ = word(fields["kind"], "kind", of: ["Policy"])
        let repository = string(fields["repository"], "repository").flatMap { text in
            name(text, at: fields["repository"]?.mark ?? root.mark, "repository")
        }
        let serial = integer(fields["serial"], "serial", in: 1...Int64.max)
        let unmatched = word(fields["unmatched"], "value of unmatched", of: ["reject", "allow"])
        let receiptKeys = receiptKeys(fields["receiptKeys"])
        let people = people(fields["people"])
        let teams = teams(fields["teams"])
        let refs = refRules(fields["refs"])
        let paths = pathRules(fields["paths"])
        let clusters = clusters(fields["clusters"])
        guard let repository, let serial, let unmatched else { return nil }
        return Policy(
            repository: repository, serial: serial, receiptKeys: receiptKeys, people: people, teams: teams, refs: refs,
            unmatched: unmatched == "allow" ? .allow : .reject, paths: paths, clusters: clusters)
    }
}
