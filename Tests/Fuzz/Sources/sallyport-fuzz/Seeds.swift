import Evidence
import ExactValues
import FieldTree
import Files
import GitNames
import PolicyCore
import Signatures

#if canImport(Glibc)
import Glibc
#endif

/// What fuzzing starts from, as Sallyport writes it. What other programs write, Scripts/fuzz.sh has them write.
enum Seeds {
    static let receiptKey: Ed25519PrivateKey = {
        guard let key = try? Ed25519PrivateKey.generate() else { fatalError("libcrypto makes no key") }
        return key
    }()

    private static let (one, two) = (id("1"), id("2"))
    private static let main = ref("refs/heads/main")
    private static let time = Timestamp(seconds: 1_767_225_600)

    private static func id(_ digit: String) -> ObjectID {
        guard let id = ObjectID(hex: String(repeating: digit, count: 40)) else { fatalError("no object id") }
        return id
    }

    private static func ref(_ name: String) -> RefName {
        guard let ref = RefName(name) else { fatalError("no ref name") }
        return ref
    }

    static var approvals: [[UInt8]] {
        [Approval.Verdict.approve, .withdraw, .reject, .heal].map { verdict in
            Array(
                ApprovalText(
                    repository: "shop", target: main, base: one, head: two, resultTree: one, verdict: verdict
                ).message.utf8)
        }
    }

    static var acceptedUpdates: [[UInt8]] {
        var accepted = AcceptedUpdate()
        accepted.rule = "refs/heads/*"
        accepted.levels = ["SLSA_SOURCE_LEVEL_1"]
        accepted.consumed = [
            .init(tag: one, identity: ApprovalIdentity(digest: Array(repeating: 1, count: 32)), person: "bob")
        ]
        var facts = EstablishedFacts(signer: "alice", signedReach: .downToGenesis)
        facts.reviews = [.init(ref: main, approvers: ["bob"], reach: .wholeHistory)]
        accepted.established = [EstablishedCommit(id: two, facts: facts)]
        return [AcceptedUpdate().text, accepted.text]
    }

    static var updates: [[UInt8]] {
        [Array("\(one) \(two) refs/heads/main\n\(ObjectID.zero) \(one) refs/tags/v1\n".utf8)]
    }

    // MARK: Receipts

    private static var receipts: [Receipt] {
        var receipt = Receipt(
            kind: .push, sequence: 2, repository: "shop", time: time,
            update: RefUpdate(ref: main, old: one, new: two), previous: String(repeating: "a", count: 64))
        receipt.policy = PolicyVersion(commit: one, blob: two)
        receipt.rule = "refs/heads/main"
        receipt.approvals = [Array("object".utf8)]
        receipt.approvers = ["bob"]
        receipt.signed = [Receipt.SignedCommit(id: two, signer: "alice")]
        receipt.pusher = "alice"
        receipt.levels = ["SLSA_SOURCE_LEVEL_3"]
        let genesis = Receipt(
            kind: .genesis, sequence: 1, repository: "shop", time: time,
            update: RefUpdate(ref: main, old: .zero, new: one), previous: "")
        return [receipt, genesis]
    }

    static var statements: [[UInt8]] { receipts.map { Array(JSONText.compact($0.statement).utf8) } }
    static var envelopes: [[UInt8]] { receipts.compactMap { try? SignedReceipt.envelope($0, key: receiptKey) } }

    // MARK: Journal

    /// Of this process alone; a file system in memory serves best.
    private static let folder: String = {
        let base = unsafe getenv("TMPDIR").map { text in unsafe String(cString: text) } ?? "/tmp"
        let folder = "\(base)/sallyport-fuzz.\(getpid())"
        guard unsafe mkdir(folder, 0o700) == 0, unsafe mkdir("\(folder)/sallyport", 0o700) == 0,
            unsafe mkdir("\(folder)/sallyport/journal", 0o700) == 0
        else { fatalError("cannot make \(folder)") }
        return folder
    }()

    static let journal = Journal(gitFolder: folder)

    static func writeJournal(_ bytes: [UInt8], id: String) {
        guard let file = unsafe fopen("\(folder)/sallyport/journal/\(id)", "w") else { fatalError("cannot write") }
        unsafe fwrite(bytes, 1, bytes.count, file)
        unsafe fclose(file)
    }

    static var journals: [[UInt8]] {
        let entry = JournalEntry(
            id: "seed", time: time, pusher: "alice", policy: PolicyVersion(commit: one, blob: two), policyRef: main,
            policyTip: one,
            updates: [
                .init(update: RefUpdate(ref: main, old: one, new: two), details: AcceptedUpdate().text),
                .init(update: RefUpdate(ref: ref("refs/tags/v1"), old: .zero, new: two), details: [1, 2, 3]),
            ])
        guard (try? journal.record(entry)) != nil,
            let bytes = try? InputFile.read("\(folder)/sallyport/journal/seed", limit: 1 << 20)
        else { fatalError("cannot write a journal") }
        return [bytes]
    }

    // MARK: Policies

    private static let key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPcUD8B8DDu96z3/Zm1fyDj6lnKc8PXFU03DDY4boDdX"

    static let policies = [
        Array(
            """
            apiVersion: sallyport.dev/v1
            kind: Policy
            repository: shop
            serial: 1
            people:
              alice: {emails: [a@shop.example], keys: [{ssh: \(key), until: 2027-01-01T00:00:00Z}]}
            teams:
              all: [alice]
            refs:
              - match: refs/heads/{main,release/*}
                signed: required
                approvals: {required: 1, from: [all]}
                history: fast-forward
            paths:
              - {match: "deploy/**", approvals: {required: 1, from: [all]}}
            unmatched: reject

            """.utf8)
    ]

    static let roots = [
        Array(
            """
            apiVersion: sallyport.dev/v1
            kind: Root
            policyRef: refs/heads/main
            owners:
              dave: {keys: [{ssh: \(key)}]}
            threshold: 1
            pusher: ssh

            """.utf8)
    ]
}
