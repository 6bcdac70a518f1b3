import TestSupport
import Testing

/// A bare repository with the gate installed, and a clone to push from.
struct GuardedRepository {
    let sandbox: Sandbox
    /// The id that install made.
    let id: String
    static let people = ["alice", "bob", "carol", "eve", "olga"]

    /// Installs the gate, owned by Olga, and has her bring in a policy; `founded: false` stops before that.
    init(founded: Bool = true, pusher: String? = nil, policy: ((String) -> String)? = nil) throws {
        sandbox = Sandbox()
        try sandbox.git("init", "-q", "--bare", "-b", "main", "server.git")
        for person in Self.people { _ = try sandbox.makeSSHKey(person) }
        try sandbox.write(
            Array(
                """
                apiVersion: sallyport.dev/v1
                kind: Root
                owners:
                  olga: {keys: [{ssh: \(try sandbox.publicKey("olga"))}]}
                threshold: 1
                pusher: \(pusher ?? "none")

                """.utf8), to: "root.yaml")
        let output = try sandbox.run([
            Checkout.program("sallyport"), "install", "server.git", "--root", "root.yaml", "--hook",
            Checkout.program("sallyport-hook"),
        ])
        let line = output.split(separator: "\n").first { $0.hasPrefix("repository: ") }
        id = String(try #require(line).dropFirst("repository: ".count))
        try sandbox.git("init", "-q", "-b", "main", "work")
        try sandbox.git("remote", "add", "origin", "\(sandbox.path)/server.git", in: "work")
        guard founded else { return }
        let text = try self.policy(serial: 1)
        _ = try commit(".sallyport/policy.yaml", policy?(text) ?? text, by: "olga")
        try pushed("HEAD:refs/heads/main")
    }

    /// A policy in which `main` wants a signature and one approval, and other branches a signature.
    func policy(serial: Int) throws -> String {
        let people = try ["alice", "bob", "carol"].map { person in
            "  \(person): {emails: [\(person)@shop.example], keys: [{ssh: \(try sandbox.publicKey(person))}],"
                + " logins: {http: \(person), ssh: \(person)}}\n"
        }.joined()
        return """
            apiVersion: sallyport.dev/v1
            kind: Policy
            repository: \(id)
            serial: \(serial)
            people:
            \(people)teams:
              shop: [alice, bob, carol]
              platform: [carol]
            refs:
              - match: refs/heads/main
                signed: required
                approvals: {required: 1, from: [shop]}
                history: fast-forward
              - match: refs/tags/v*
                signed: required
                by: [platform]
                immutable: true
              - match: refs/heads/**
                signed: required
            unmatched: reject
            paths:
              - match: .sallyport/**
                approvals: {required: 1, from: [platform]}

            """
    }

    /// Commits a file in the clone and returns the commit. `by: nil` leaves it unsigned.
    @discardableResult
    func commit(_ file: String, _ text: String, by person: String?) throws -> String {
        try sandbox.write(Array(text.utf8), to: "work/\(file)")
        try sandbox.git("add", ".", in: "work")
        return try commitIndex("change \(file)", by: person)
    }

    /// Runs a git command that makes a commit as a person, and returns HEAD.
    @discardableResult
    func commitIndex(_ message: String, by person: String?, command: [String] = ["commit", "-q"]) throws -> String {
        let signing = person.map { sandbox.signing(with: "\(sandbox.path)/keys/\($0)") } ?? []
        let sign = person == nil ? [] : ["-S"]
        try sandbox.run(
            ["git"] + signing + command + sign + ["-m", message], in: "work",
            environment: Self.identity(person ?? "alice"))
        return try head()
    }

    static func identity(_ person: String) -> [String] {
        [
            "GIT_AUTHOR_NAME=\(person)", "GIT_AUTHOR_EMAIL=\(person)@shop.example", "GIT_COMMITTER_NAME=\(person)",
            "GIT_COMMITTER_EMAIL=\(person)@shop.example",
        ]
    }

    func head(_ revision: String = "HEAD") throws -> String {
        try sandbox.git("rev-parse", revision, in: "work")
    }

    /// Approves a commit as a person with the program.
    func approve(_ revision: String = "HEAD", by person: String, target: String = "refs/heads/main") throws
        -> Command.Result
    {
        for (name, value) in [
            ("gpg.format", "ssh"), ("user.signingKey", "\(sandbox.path)/keys/\(person)"),
        ] {
            try sandbox.git("config", name, value, in: "work")
        }
        return try sandbox.result(
            [Checkout.program("sallyport"), "approve", revision, "--target", target, "--repository", id], in: "work",
            environment: Self.identity(person))
    }

    /// Pushes to the server and returns what the pusher is told.
    func push(_ refspecs: String..., remote: String = "origin", environment: [String] = []) throws -> (
        accepted: Bool, text: String
    ) {
        let result = try sandbox.result(["git", "push", remote] + refspecs, in: "work", environment: environment)
        return (result.status == 0, String(decoding: result.errors, as: UTF8.self))
    }

    /// A push that has to be accepted.
    func pushed(_ refspecs: String...) throws {
        try sandbox.run(["git", "push", "-q", "origin"] + refspecs, in: "work")
    }

    /// Where a ref of the server is; nil when there is none.
    func server(_ ref: String) throws -> String? {
        let result = try sandbox.result(["git", "rev-parse", "-q", "--verify", ref], in: "server.git")
        return result.status == 0 ? String(decoding: result.output.dropLast(), as: UTF8.self) : nil
    }

    /// How many receipts there are.
    func receiptCount() throws -> Int {
        guard try server("refs/sallyport/receipts") != nil else { return 0 }
        let names = try sandbox.git(
            "ls-tree", "-r", "--name-only", "refs/sallyport/receipts", "receipts/", in: "server.git")
        return names.split(separator: "\n").count
    }
}
