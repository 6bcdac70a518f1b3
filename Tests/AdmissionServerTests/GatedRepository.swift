import AdmissionServer
import Evidence
import ExactValues
import Files
import GitNames
import GitStore
import PolicyCore
import PolicyFile
import PushGate
import ReceiveHooks
import Signatures
import TestSupport
import Testing

/// A bare repository `shop.git` with the push gate's root, and a working copy `work` whose commits alice signs. Pushes
/// are judged and receipted by the gate's own code, without its hooks.
final class GatedRepository {
    let sandbox = Sandbox()
    private let gate: InstalledGate
    private let receiptKey: Ed25519PrivateKey
    private let signing: [String]
    private var seconds: Int64 = 1_767_225_600

    static let main = RefName("refs/heads/main")!

    init() throws {
        let key = try sandbox.makeSSHKey("alice")
        try sandbox.write("alice@shop.example \(try sandbox.publicKey("alice"))\n", to: "trust")
        signing = ["git"] + sandbox.signing(with: key)
        try sandbox.git("init", "-q", "--bare", "shop.git")
        try sandbox.git("init", "-q", "-b", "main", "work")
        let alice = try SSHPublicKey(text: try sandbox.publicKey("alice")).identity
        receiptKey = try Ed25519PrivateKey.generate()
        let root = Root(
            repository: "shop", policyRef: Self.main,
            owners: [Person(name: "alice", keys: [SigningKey(identity: alice)])],
            threshold: 1, receiptKey: receiptKey.publicKey.rawBytes)
        let repository = try Repository(path: sandbox.path + "/shop.git")
        try PinnedRoot.write(root, to: repository, keyText: KnownKeys.text)
        try Folder.create(repository.path + "sallyport")
        try DurableFile.create(repository.path + PinnedRoot.receiptKeyPath, Array(try receiptKey.pem().utf8))
        gate = try InstalledGate(repository)
        try writeRootFile()
        try pushPolicy()
    }

    private func writeRootFile() throws {
        try sandbox.write(
            """
            apiVersion: sallyport.dev/v1
            kind: Root
            owners: {alice: {keys: [{ssh: \(try keyText())}]}}
            threshold: 1

            """, to: "root.yaml")
    }

    private func keyText() throws -> String {
        try sandbox.publicKey("alice").split(separator: " ").prefix(2).joined(separator: " ")
    }

    /// A policy by which alice's signature is enough for `main`.
    func policy(serial: Int) throws -> String {
        """
        apiVersion: sallyport.dev/v1
        kind: Policy
        repository: shop
        serial: \(serial)
        people:
          alice: {keys: [{ssh: \(try keyText())}]}
        refs:
          - match: refs/heads/main
            signed: required
            history: fast-forward
        unmatched: reject

        """
    }

    private func pushPolicy() throws {
        try push(try commit(try policy(serial: 1), to: ".sallyport/policy.yaml"))
    }

    // MARK: Changes

    /// Commits a file in the working copy and brings the objects into the repository; no ref moves.
    func commit(_ text: String, to file: String, isSigned: Bool = true) throws -> ObjectID {
        try sandbox.write(text, to: "work/\(file)")
        try sandbox.git("add", ".", in: "work")
        try sandbox.run(
            (isSigned ? signing : ["git"]) + ["commit", "-q", "-m", "Change \(file)"] + (isSigned ? ["-S"] : []),
            in: "work")
        try sandbox.git("push", "-q", "../shop.git", "+HEAD:refs/incoming/work", in: "work")
        return try #require(ObjectID(hex: try sandbox.git("rev-parse", "HEAD", in: "work")))
    }

    /// Commits a ConfigMap.
    func commitConfigMap(_ name: String, isSigned: Bool = true) throws -> ObjectID {
        let text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: \(name), namespace: shop}\ndata: {a: b}\n"
        return try commit(text, to: "clusters/prod/\(name).yaml", isSigned: isSigned)
    }

    private func update(to new: ObjectID) throws -> RefUpdate {
        let old = try gate.repository.resolve(ref: Self.main.text) ?? .zero
        return RefUpdate(ref: Self.main, old: old, new: new)
    }

    /// A push to main that the gate has to accept.
    func push(_ commit: ObjectID) throws {
        seconds += 60
        let update = try update(to: commit)
        let time = Timestamp(seconds: seconds)
        try receive(update, at: time) { try moveMain(to: commit) }
    }

    /// What the hooks do around the move of a ref, without Git.
    private func receive(_ update: RefUpdate, at time: Timestamp, _ move: () throws -> Void) throws {
        let environment = try HookEnvironment.ofTransaction { name in
            Name(name) == "GIT_DIR" ? gate.repository.path : nil
        }
        let verdict = try PreReceive(environment, gate, transaction: nil).receive(
            [update], at: time, pusher: .notTold, namespace: nil, digits: "0")
        try #require(verdict.isAccepted, "\(verdict.lines)")
        try move()
        _ = try PostReceive(environment, gate, transaction: nil).finish(
            [update], at: time, moment: time.seconds * 1_000_000_000)
    }

    /// Moves main as somebody with a shell on the server would.
    func moveMain(to commit: ObjectID) throws {
        let old = try gate.repository.resolve(ref: Self.main.text) ?? .zero
        try gate.repository.updateRef(Self.main.text, new: commit, old: old, message: "test")
    }

    /// Moves main and writes a receipt that nobody judged, as somebody with the receipt key would.
    func moveMainWithStolenKey(to commit: ObjectID) throws {
        seconds += 60
        let update = try update(to: commit)
        let prior = try ReceiptIndex(gate.repository)
        let genuine = try PushGate(gate).judge(
            [update], at: Timestamp(seconds: seconds), pusher: .notTold, prior: prior)
        try moveMain(to: commit)
        let entry = JournalEntry(
            id: JournalEntry.unknownTransaction(at: Timestamp(seconds: seconds), digits: "1"),
            time: Timestamp(seconds: seconds), pusher: nil, policy: genuine.policy, policyRef: Self.main,
            policyTip: update.old,
            updates: [
                .init(
                    update: update,
                    details: genuine.accepted[0].text)
            ])
        let journal = Journal(gitFolder: gate.repository.path)
        try journal.record(entry)
        try journal.note([(0, .committed(at: seconds * 1_000_000_000))], in: entry.id)
        try gate.ledger().settle(now: Timestamp(seconds: seconds))
    }

    /// Where the receipts stand, and a way to put them elsewhere.
    var receipts: ObjectID? {
        get throws { try gate.repository.resolve(ref: ReceiptIndex.ref) }
    }

    func moveReceipts(to commit: ObjectID) throws {
        let old = try receipts ?? .zero
        try gate.repository.updateRef(ReceiptIndex.ref, new: commit, old: old, message: "test")
    }

    // MARK: The other side

    /// The settings of a mirror of this repository.
    func settings() throws -> AdmissionConfiguration.Repository {
        let text = """
            apiVersion: sallyport.dev/v1
            kind: AdmissionConfiguration
            tls: {certificate: none, key: none}
            repository:
              url: \(sandbox.path)/shop.git
              mirror: \(sandbox.path)/mirror.git
              ref: refs/heads/main
              path: clusters/prod
              root: \(sandbox.path)/root.yaml
              id: shop
              receiptKey: \(receiptKey.publicKey.base64)
            """
        return try AdmissionConfiguration.parse(Array(text.utf8), file: "admission.yaml").repository
    }
}
