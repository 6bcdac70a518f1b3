import Evidence
import GitNames
import GitStore
import PushGate
import ReceiptChain
import ReceiptLog
import TestSupport
import Testing

/// A bare repository with the gate and two owners, both of whom it takes, a policy that wants signatures on `main`, and
/// a clone. alice and bob own it; carol is in the policy and owns nothing; dave has a key and no part in it.
struct OwnersGround {
    static let people = ["alice", "bob", "carol", "dave"]
    let sandbox = Sandbox()
    let zero = String(repeating: "0", count: 40)

    init(root: String = "") throws {
        for person in Self.people { _ = try sandbox.makeSSHKey(person) }
        try sandbox.git("init", "-q", "--bare", "-b", "main", "server.git")
        try sandbox.write(
            """
            apiVersion: sallyport.dev/v1
            kind: Root
            repository: ground
            owners:
              alice: {keys: [{ssh: \(try key("alice"))}]}
              bob: {keys: [{ssh: \(try key("bob"))}]}
            threshold: 2
            \(root)
            """, to: "root.yaml")
        try sandbox.run([
            HookGround.program("sallyport"), "install", "server.git", "--root", "root.yaml", "--hook",
            HookGround.program("sallyport-hook"),
        ])
        try sandbox.git("init", "-q", "-b", "main", "work")
        try sandbox.git("remote", "add", "origin", "file://\(sandbox.path)/server.git", in: "work")
        try sandbox.write(try policy(serial: 1), to: "work/.sallyport/policy.yaml")
        try sandbox.git("add", ".", in: "work")
        try commit("before the policy")
        try commit("policy", by: "alice")
        let approval = try approvalTag(
            verdict: "approve", target: "refs/heads/main", base: zero, head: try head(), by: "bob")
        try pushed("HEAD:refs/heads/main", approval)
    }

    func key(_ person: String) throws -> String {
        try sandbox.publicKey(person).split(separator: " ").prefix(2).joined(separator: " ")
    }

    func policy(serial: Int) throws -> String {
        let people = try ["alice", "bob", "carol"].map { "  \($0): {keys: [{ssh: \(try key($0))}]}\n" }.joined()
        return """
            apiVersion: sallyport.dev/v1
            kind: Policy
            repository: ground
            serial: \(serial)
            people:
            \(people)refs:
              - match: refs/heads/main
                signed: required
                history: fast-forward
            unmatched: allow

            """
    }

    // MARK: The clone

    /// Commits in the clone, signed by a person; alice unless told otherwise.
    func commit(_ message: String, by person: String = "alice") throws {
        try sandbox.run(
            ["git"] + signing(person) + ["commit", "-q", "--allow-empty", "-S", "-m", message], in: "work")
    }

    func signing(_ person: String) -> [String] { sandbox.signing(with: "\(sandbox.path)/keys/\(person)") }

    func head() throws -> String { try sandbox.git("rev-parse", "HEAD", in: "work") }

    func push(_ refspecs: String..., by person: String = "alice") throws -> (accepted: Bool, text: String) {
        let result = try sandbox.result(["git", "push", "origin"] + refspecs, in: "work")
        return (result.status == 0, String(decoding: result.errors, as: UTF8.self))
    }

    func pushed(_ refspecs: String...) throws {
        try sandbox.run(["git", "push", "-q", "origin"] + refspecs, in: "work")
    }

    /// Makes a new commit on top of what the server has on `main`, and pushes it there.
    func pushOnTop(by person: String) throws -> (accepted: Bool, text: String) {
        try sandbox.git("fetch", "-q", "origin", "refs/heads/main", in: "work")
        try sandbox.git("reset", "-q", "--hard", "FETCH_HEAD", in: "work")
        try commit("on top", by: person)
        return try push("HEAD:refs/heads/main")
    }

    // MARK: The server

    /// Moves a ref of the server as its administrator can; nil deletes it.
    func server(moves ref: String, to id: String?) throws {
        try sandbox.run(
            ["git", "-c", "core.hooksPath=/dev/null", "update-ref"] + (id.map { [ref, $0] } ?? ["-d", ref]),
            in: "server.git")
    }

    func tip(_ ref: String = "refs/heads/main") throws -> String {
        try sandbox.git("rev-parse", ref, in: "server.git")
    }

    /// What the last receipt of `main` says.
    var recordedTip: String {
        get throws {
            let index = try ReceiptIndex(try Repository(path: "\(sandbox.path)/server.git"))
            return try index.value(of: try #require(RefName("refs/heads/main")))?.hex ?? zero
        }
    }

    /// A commit on top of `main` that nobody signed.
    func administratorsCommit() throws -> String {
        let tree = try sandbox.git("rev-parse", "refs/heads/main^{tree}", in: "server.git")
        return try sandbox.git(
            "commit-tree", tree, "-p", "refs/heads/main", "-m", "by the administrator", in: "server.git")
    }

    func commitWithoutPolicy() throws -> String {
        let tree = try sandbox.git("hash-object", "-t", "tree", "-w", "/dev/null", in: "server.git")
        return try sandbox.git("commit-tree", tree, "-m", "nothing", in: "server.git")
    }

    // MARK: Healing

    func heal(
        _ ref: String = "refs/heads/main", by person: String, _ options: String...
    ) throws -> (accepted: Bool, text: String) {
        try root(["heal", ref] + options, by: person)
    }

    /// Runs `sallyport root` in the clone with a person's key.
    func root(_ arguments: [String], by person: String) throws -> (accepted: Bool, text: String) {
        try sandbox.git("config", "gpg.format", "ssh", in: "work")
        try sandbox.git("config", "user.signingKey", "\(sandbox.path)/keys/\(person)", in: "work")
        let result = try sandbox.result([HookGround.program("sallyport"), "root"] + arguments, in: "work")
        return (result.status == 0, String(decoding: result.errors + result.output, as: UTF8.self))
    }

    func bothHeal(_ ref: String, _ options: String...) throws {
        for owner in ["alice", "bob"] {
            let healed = try root(["heal", ref] + options, by: owner)
            try #require(healed.accepted, "\(healed.text)")
            if owner == "bob" { try #require(healed.text.contains("is on record, by alice, bob"), "\(healed.text)") }
        }
    }

    /// Pushes a tag that puts a move of `main` on record.
    func pushHealing(base: String, head: String, by person: String) throws -> (accepted: Bool, text: String) {
        try sandbox.git("fetch", "-q", "origin", "refs/heads/main", in: "work")
        return try push(
            try approvalTag(verdict: "heal", target: "refs/heads/main", base: base, head: head, by: person))
    }

    /// Makes an approval's tag in the clone.
    /// - Returns: the refspec that pushes it.
    func approvalTag(
        verdict: String, target: String, base: String, head: String, by person: String, repository: String = "ground"
    ) throws -> String {
        let tree = try sandbox.git("rev-parse", "\(head)^{tree}", in: "work")
        let message = """
            Said of \(head)

            Repository: \(repository)
            Target: \(target)
            Base: \(base)
            Head: \(head)
            Result-Tree: \(tree)
            Verdict: \(verdict)

            """
        try sandbox.run(
            ["git"] + signing(person) + ["tag", "-f", "-s", "-m", message, "approvals/\(head)", head], in: "work")
        let tag = try sandbox.git("rev-parse", "refs/tags/approvals/\(head)", in: "work")
        return "\(tag):refs/approvals/\(head)/\(tag)"
    }

    // MARK: Root

    /// A root file.
    /// - Parameter owners: names, with whose key each has.
    func rootFile(
        version: Int, owners: [String: String], threshold: Int = 2, receiptKeys: [String]? = nil,
        pusher: String = "none", repository: String = "ground", policyRef: String = "refs/heads/main"
    ) throws -> String {
        let owners = try owners.sorted { $0.key < $1.key }.map { "  \($0): {keys: [{ssh: \(try key($1))}]}\n" }.joined()
        let keys = try (receiptKeys ?? [try receiptKey()]).map { "  - {ed25519: \($0)}\n" }.joined()
        return """
            apiVersion: sallyport.dev/v1
            kind: Root
            version: \(version)
            repository: \(repository)
            policyRef: \(policyRef)
            threshold: \(threshold)
            pusher: \(pusher)
            owners:
            \(owners)receiptKeys:
            \(keys)
            """
    }

    /// The receipt key that install pinned, in Base64.
    func receiptKey() throws -> String { try sandbox.git("config", "sallyport.receiptKey", in: "server.git") }

    /// Makes a receipt key.
    /// - Returns: the public key in Base64.
    func makesReceiptKey(_ file: String) throws -> String {
        try sandbox.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", file])
        return try sandbox.run(["sh", "-c", "openssl pkey -in \(file) -pubout -outform DER | tail -c 32 | base64"])
    }

    /// Has people propose and sign a version of the root.
    /// - Returns: all that was printed.
    func proposes(_ file: String, signers: [String]) throws -> String {
        try sandbox.write(file, to: "next.yaml")
        var text = try root(["propose", "../next.yaml"], by: signers[0]).text
        let words = text.split { $0 == " " || $0 == "\n" }.map(String.init)
        guard let mark = words.firstIndex(of: "as"), mark + 1 < words.count else { return text }
        for signer in signers.dropFirst() { text += try root(["sign", words[mark + 1]], by: signer).text }
        return text
    }

    /// As above, for a version that has to come in.
    func bringsIn(_ file: String, signers: [String]) throws {
        let text = try proposes(file, signers: signers)
        try #require(text.contains("of the root is in force"), "\(text)")
    }

    // MARK: Mirrors

    /// Has a mirror that starts now accept the whole chain, from what install pinned.
    func expectVerified(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let name = "mirror-\(UInt32.random(in: 0...UInt32.max)).git"
        try sandbox.git("init", "-q", "--bare", name)
        try sandbox.git("fetch", "-q", "file://\(sandbox.path)/server.git", "+refs/*:refs/*", in: name)
        let main = try #require(RefName("refs/heads/main"))
        let root = try InstalledGate(try Repository(path: "\(sandbox.path)/server.git")).pinned
        let mirror = try Repository(path: "\(sandbox.path)/\(name)")
        let history = try ReceiptLog(repository: mirror, root: root, branch: main).verify()
        #expect(history.tips[main]?.hex == (try recordedTip), sourceLocation: sourceLocation)
    }
}
