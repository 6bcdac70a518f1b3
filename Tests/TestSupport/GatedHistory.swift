/// A work tree whose commits are signed and approved with keys of its own, for tests of what is built on receipts.
public struct GatedHistory {
    /// What holds the repository `repo` and the keys.
    public let sandbox: Sandbox
    /// The people who have keys.
    public static let people = ["alice", "bob", "dave"]

    /// Makes an empty repository and a key for each of ``people``.
    public init() throws {
        sandbox = Sandbox()
        try sandbox.git("init", "-q", "-b", "main", "repo")
        for person in Self.people { _ = try sandbox.makeSSHKey(person) }
    }

    /// Where the repository is.
    public var path: String { "\(sandbox.path)/repo" }

    /// A person's public key: type and Base64.
    public func key(_ person: String) throws -> String {
        try sandbox.publicKey(person).split(separator: " ").prefix(2).joined(separator: " ")
    }

    /// A policy in which `main` wants a signature and one approval, by anybody of the three.
    public func policy(serial: Int) throws -> String {
        let people = try Self.people.map { "  \($0): {keys: [{ssh: \(try key($0))}]}\n" }.joined()
        return """
            apiVersion: sallyport.dev/v1
            kind: Policy
            repository: test-shop
            serial: \(serial)
            people:
            \(people)teams:
              all: [alice, bob, dave]
            refs:
              - match: refs/heads/main
                signed: required
                approvals: {required: 1, from: [all]}
                history: fast-forward
            unmatched: reject
            """
    }

    /// Commits a file, signed by a person or, for nil, by nobody.
    /// - Returns: the commit's object id.
    public func commit(_ file: String, _ text: String, by person: String?, message: String) throws -> String {
        try sandbox.write(Array(text.utf8), to: "repo/\(file)")
        try sandbox.git("add", ".", in: "repo")
        let signing = person.map { sandbox.signing(with: "\(sandbox.path)/keys/\($0)") } ?? []
        let sign = person == nil ? [] : ["-S"]
        try sandbox.run(["git"] + signing + ["commit", "-q"] + sign + ["-m", message], in: "repo")
        return try sandbox.git("rev-parse", "HEAD", in: "repo")
    }

    /// Makes the tag with which a person approves the move of a ref.
    /// - Returns: the bytes of the tag object.
    public func approval(
        by person: String, target: String = "refs/heads/main", base: String, head: String,
        repository: String = "test-shop", verdict: String = "approve"
    ) throws -> [UInt8] {
        let tree = try sandbox.git("rev-parse", "\(head)^{tree}", in: "repo")
        let message = """
            Approve \(head) for \(target)

            Repository: \(repository)
            Target: \(target)
            Base: \(base)
            Head: \(head)
            Result-Tree: \(tree)
            Verdict: \(verdict)

            """
        let name = "approvals/\(head)"
        try sandbox.run(
            ["git"] + sandbox.signing(with: "\(sandbox.path)/keys/\(person)") + [
                "tag", "-f", "-s", "-m", message, name, head,
            ],
            in: "repo")
        let result = try sandbox.result(["git", "cat-file", "tag", name], in: "repo")
        try sandbox.git("tag", "-d", name, in: "repo")
        return result.output
    }
}
