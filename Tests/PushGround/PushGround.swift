public import TestSupport
public import Testing

#if canImport(Glibc)
internal import Glibc
#endif

/// A bare repository with the gate installed, people with keys, and one work tree in which any of them commits. What a
/// server sees of people is what they sign.
public final class PushGround {
    public let sandbox = Sandbox()
    public static let repository = "ground"
    /// The policy that was brought in last.
    public private(set) var policy: GroundPolicy
    private static let people = [
        "alice", "bob", "carol", "dave", "eve", "robot", "forge", "olga", "oscar", "mallory", "spare",
    ]

    /// Installs the gate and has Olga bring in a policy.
    /// - Parameters:
    ///   - policy: the first; `founded: false` leaves it to the test.
    ///   - threshold: how many of Olga and Oscar bring one in.
    ///   - pusher: which server tells who pushes.
    ///   - before: what is pushed before the gate is there.
    public init(
        _ policy: GroundPolicy = GroundPolicy(), founded: Bool = true, threshold: Int = 1, pusher: String = "none",
        policyRef: String? = nil, keyType: [String: String] = [:], before: (PushGround) throws -> Void = { _ in }
    ) throws {
        self.policy = policy
        try sandbox.git("init", "-q", "--bare", "-b", "main", "server.git")
        for person in Self.people { _ = try sandbox.makeSSHKey(person, type: keyType[person] ?? "ed25519") }
        try sandbox.git("init", "-q", "-b", "main", "work")
        try sandbox.git("remote", "add", "origin", "file://\(sandbox.path)/server.git", in: "work")
        try before(self)
        try sandbox.write(
            """
            apiVersion: sallyport.dev/v1
            kind: Root
            repository: \(Self.repository)
            owners: {olga: {keys: [{ssh: \(try key("olga"))}]}, oscar: {keys: [{ssh: \(try key("oscar"))}]}}
            threshold: \(threshold)
            pusher: \(pusher)
            \(policyRef.map { "policyRef: \($0)\n" } ?? "")
            """, to: "root.yaml")
        try sandbox.run([
            Self.program("sallyport"), "install", "server.git", "--root", "root.yaml", "--hook",
            Self.program("sallyport-hook"),
        ])
        guard founded else { return }
        try writePolicy()
        try commitAll(by: "olga")
        try accepts("HEAD:refs/heads/main")
    }

    /// A person's public key: type and Base64.
    public func key(_ person: String) throws -> String {
        try sandbox.publicKey(person).split(separator: " ").prefix(2).joined(separator: " ")
    }

    /// A program of this package: of the folder that `SALLYPORT_BIN` names, or of the running tests.
    public static func program(_ name: String) -> String {
        if let folder = unsafe getenv("SALLYPORT_BIN") { return "\(unsafe String(cString: folder))/\(name)" }
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
        let path = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return "\(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])/\(name)"
    }

    // MARK: Commits

    /// Runs git in the work tree as a person who signs what is made; nil as Alice who does not.
    @discardableResult
    public func git(_ arguments: [String], by person: String? = nil, email: String? = nil) throws -> String {
        let signing = person.map { sandbox.signing(with: "\(sandbox.path)/keys/\($0)") } ?? []
        let sign = person == nil ? [] : ["-c", "commit.gpgSign=true"]
        let name = person ?? "alice"
        let address = email ?? "\(name)@shop.example"
        return try sandbox.run(
            ["git"] + signing + sign + ["-c", "core.editor=true"] + arguments, in: "work",
            environment: [
                "GIT_AUTHOR_NAME=\(name)", "GIT_AUTHOR_EMAIL=\(address)", "GIT_COMMITTER_NAME=\(name)",
                "GIT_COMMITTER_EMAIL=\(address)",
            ])
    }

    /// Writes a file and commits it.
    /// - Returns: the commit's id.
    @discardableResult
    public func commit(
        _ file: String, _ text: String, by person: String?, email: String? = nil, message: String? = nil
    ) throws -> String {
        try sandbox.write(text, to: "work/\(file)")
        return try commitAll(by: person, email: email, message: message ?? "Change \(file) to \(text)")
    }

    @discardableResult
    public func commitAll(by person: String?, email: String? = nil, message: String = "All") throws -> String {
        try git(["add", "-A"])
        try git(["commit", "-q", "--allow-empty", "-m", message], by: person, email: email)
        return try id("HEAD")
    }

    /// Begins a branch where a revision is.
    public func branch(_ name: String, at revision: String = "main") throws {
        try git(["checkout", "-q", "-B", name, revision])
    }

    public func id(_ revision: String) throws -> String { try git(["rev-parse", revision]) }

    /// Writes the policy, as a change makes it, into the work tree.
    public func writePolicy(_ change: (inout GroundPolicy) -> Void = { _ in }) throws {
        change(&policy)
        try sandbox.write(
            try policy.text(repository: Self.repository, key: key), to: "work/.sallyport/policy.yaml")
    }

    /// Has Olga, as an owner, replace the policy on `main`.
    public func replacePolicy(_ change: (inout GroundPolicy) -> Void) throws {
        try git(["checkout", "-q", "main"])
        policy.serial += 1
        try writePolicy(change)
        try commitAll(by: "olga", message: "Policy \(policy.serial)")
        try accepts("main")
    }

    // MARK: Approvals

    /// Makes an approval by git alone.
    /// - Returns: its tag object's id.
    public func approval(
        _ revision: String = "HEAD", by person: String, target: String = "refs/heads/main", base: String? = nil,
        tree: String? = nil, repository: String = PushGround.repository, verdict: String = "approve",
        reason: String = "Approve"
    ) throws -> String {
        let head = try id("\(revision)^{commit}")
        let base = try base ?? server(target) ?? Self.zero
        let message = """
            \(reason)

            Repository: \(repository)
            Target: \(target)
            Base: \(base)
            Head: \(head)
            Result-Tree: \(try tree ?? id("\(head)^{tree}"))
            Verdict: \(verdict)

            """
        let name = "approvals/\(head)"
        try git(["tag", "-f", "-s", "-m", message, name, head], by: person)
        let tag = try id("refs/tags/\(name)")
        try git(["tag", "-d", name])
        return tag
    }

    /// What pushes an approval to where it belongs.
    public func refspec(ofApproval tag: String) throws -> String {
        "\(tag):refs/approvals/\(try id("\(tag)^{commit}"))/\(tag)"
    }

    /// Makes an approval and pushes it, which has to be accepted.
    public func approve(
        _ revision: String = "HEAD", by person: String, target: String = "refs/heads/main", base: String? = nil,
        tree: String? = nil, verdict: String = "approve", reason: String = "Approve",
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let tag = try approval(
            revision, by: person, target: target, base: base, tree: tree, verdict: verdict, reason: reason)
        try accepts(try refspec(ofApproval: tag), sourceLocation: sourceLocation)
    }

    // MARK: Pushes

    public static let zero = String(repeating: "0", count: 40)

    public func push(_ arguments: [String], environment: [String] = []) throws -> (accepted: Bool, text: String) {
        let result = try sandbox.result(["git", "push", "origin"] + arguments, in: "work", environment: environment)
        return (result.status == 0, String(decoding: result.errors, as: UTF8.self))
    }

    /// A push that has to be accepted.
    public func accepts(
        _ arguments: String..., environment: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let (accepted, text) = try push(arguments, environment: environment)
        #expect(accepted, "\(text)", sourceLocation: sourceLocation)
    }

    /// A push that has to be rejected by a rule.
    public func rejects(
        _ arguments: String..., rule: String, environment: [String] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let (accepted, text) = try push(arguments, environment: environment)
        #expect(!accepted, "it was accepted", sourceLocation: sourceLocation)
        #expect(text.contains("  rule: \(rule)"), "\(text)", sourceLocation: sourceLocation)
    }

    /// Where a ref of the server is; nil when there is none.
    public func server(_ ref: String) throws -> String? {
        let result = try sandbox.result(["git", "rev-parse", "-q", "--verify", ref], in: "server.git")
        return result.status == 0 ? String(decoding: result.output.dropLast(), as: UTF8.self) : nil
    }
}
