import Evidence
import ExactValues
import GitNames
import GitStore
import PolicyCore
import PolicyFile
import ReceiptChain
import ReceiptLog
import Signatures
import TestSupport

/// Writes chains of receipts as the push gate does, or as somebody would who wants to pass for it.
final class ForgedChain {
    let history: GatedHistory
    let repository: Repository
    let key: Ed25519PrivateKey
    let root: Root
    static let main = RefName("refs/heads/main")!

    private(set) var sequence: Int64 = 0
    private(set) var last = ""
    private var files: [(path: String, bytes: [UInt8])] = []
    private(set) var commit: ObjectID?
    let first: ObjectID
    let second: ObjectID

    /// A repository whose `main` brought a policy in by two owners, and then one commit by alice.
    init(secondSigner: String? = "alice") throws {
        let history = try GatedHistory()
        self.history = history
        key = try Ed25519PrivateKey.generate()
        first = ObjectID(
            hex: try history.commit(
                ".sallyport/policy.yaml", try history.policy(serial: 1), by: "dave", message: "First policy"))!
        second = ObjectID(
            hex: try history.commit("web.yaml", "kind: A\napiVersion: v1\n", by: secondSigner, message: "Second"))!
        repository = try Repository(path: history.path)
        let owners = try ["dave", "bob"].map { name in
            Person(
                name: Name(name), keys: [SigningKey(identity: try SSHPublicKey(text: try history.key(name)).identity)])
        }
        root = Root(
            repository: "test-shop", policyRef: Self.main, owners: owners, threshold: 2,
            receiptKey: key.publicKey.rawBytes)
    }

    /// The policy of the first commit.
    func policy() throws -> PolicyVersion {
        let entry = try repository.entry(at: PolicyFile.path, in: first)!
        return PolicyVersion(commit: first, blob: entry.id)
    }

    /// The receipt of the first push, by the owners.
    func firstReceipt() throws -> Receipt {
        let approval = try history.approval(by: "bob", base: ObjectID.zero.hex, head: first.hex)
        return receipt(old: .zero, new: first, policy: nil, approvals: [approval])
    }

    /// The receipt of the second push, approved by bob unless told otherwise.
    func secondReceipt(approvals: [[UInt8]]? = nil, policy: PolicyVersion? = nil) throws -> Receipt {
        let usual = [try history.approval(by: "bob", base: first.hex, head: second.hex)]
        return receipt(
            old: first, new: second, policy: try policy ?? self.policy(), approvals: approvals ?? usual)
    }

    func receipt(
        kind: Receipt.Kind = .push, old: ObjectID, new: ObjectID, policy: PolicyVersion?, approvals: [[UInt8]],
        repository: Name = "test-shop", sequence: Int64? = nil, previous: String? = nil
    ) -> Receipt {
        var receipt = Receipt(
            kind: kind, sequence: sequence ?? self.sequence + 1, repository: repository,
            time: Timestamp(seconds: 1_767_225_700 + self.sequence),
            update: RefUpdate(ref: Self.main, old: old, new: new), previous: previous ?? last)
        receipt.policy = policy
        receipt.approvals = approvals
        receipt.approvers = ["bob"]
        receipt.levels = ["SLSA_SOURCE_LEVEL_1"]
        return receipt
    }

    /// Appends a receipt.
    func append(
        _ receipt: Receipt, signedBy other: Ed25519PrivateKey? = nil, change: ([UInt8]) throws -> [UInt8] = { $0 }
    ) throws {
        try add(receipt, SignedReceipt.path, signedBy: other, change: change)
        try commitFiles()
    }

    /// Appends receipts by one commit.
    /// - Parameters:
    ///   - receipts: made one after the other, each after those before it.
    ///   - path: where they go.
    func append(
        together receipts: [() throws -> Receipt], at path: (Int64) -> String = SignedReceipt.path
    ) throws {
        for receipt in receipts { try add(try receipt(), path) }
        try commitFiles()
    }

    private func add(
        _ receipt: Receipt, _ path: (Int64) -> String, signedBy other: Ed25519PrivateKey? = nil,
        change: ([UInt8]) throws -> [UInt8] = { $0 }
    ) throws {
        let envelope = try change(try SignedReceipt.envelope(receipt, key: other ?? key))
        sequence += 1
        last = SignedReceipt.link(to: envelope)
        files.append((path(sequence), envelope))
    }

    private func commitFiles() throws {
        let author = CommitAuthor(
            name: "Gate", email: "gate@shop.example", time: Timestamp(seconds: 1_767_225_700 + sequence))!
        commit = try repository.createCommit(
            ref: ReceiptIndex.ref, parent: commit, files: files.map { ($0.path, $0.bytes) }, author: author,
            message: "receipt")
        files = []
    }

    func verify(from known: VerifiedHistory = VerifiedHistory()) throws -> VerifiedHistory {
        try ReceiptLog(repository: repository, root: root, branch: Self.main).verify(from: known)
    }
}
