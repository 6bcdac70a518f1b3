import Evidence
import ExactValues
import FieldTree
import GitNames
import GitStore
import JSONDocument
import PolicyCore
import Signatures
import TestSupport
import Testing

@Suite("Journal and receipts")
struct LedgerTests {
    let sandbox = Sandbox()
    let repository: Repository
    let key: Ed25519PrivateKey
    let root: Root
    let ledger: ReceiptLedger
    let journal: Journal
    let first: ObjectID
    let second: ObjectID
    static let main = RefName("refs/heads/main")!

    init() throws {
        repository = try Repository.createBare(at: sandbox.path + "/repo.git")
        key = try Ed25519PrivateKey.generate()
        root = Root(
            repository: "repo", policyRef: Self.main,
            owners: [Person(name: "carol", keys: [SigningKey(identity: KeyIdentity(.ssh, key.publicKey.sshBlob))])],
            threshold: 1,
            receiptKey: key.publicKey.rawBytes)
        try sandbox.run(["mkdir", "-p", "repo.git/sallyport"])
        ledger = try ReceiptLedger(repository, root: root, key: key)
        journal = Journal(gitFolder: repository.path)
        let tree = try sandbox.git("mktree", in: "repo.git")
        first = try #require(ObjectID(hex: try sandbox.git("commit-tree", tree, "-m", "1", in: "repo.git")))
        second = try #require(
            ObjectID(hex: try sandbox.git("commit-tree", tree, "-p", first.hex, "-m", "2", in: "repo.git")))
    }

    private func entry(
        _ id: String, _ old: ObjectID, _ new: ObjectID, ref: RefName = Self.main, time: Int64 = 1000,
        accepted: AcceptedUpdate = AcceptedUpdate()
    ) -> JournalEntry {
        JournalEntry(
            id: id, time: Timestamp(seconds: time), pusher: "a b", policy: PolicyVersion(commit: first, blob: second),
            nextPolicy: nil,
            updates: [
                .init(
                    update: RefUpdate(ref: ref, old: old, new: new), accepted: accepted)
            ])
    }

    private func receipts() throws -> [FieldValue] {
        let index = try ReceiptIndex(repository)
        guard let commit = index.commit else { return [] }
        let reader = try JSONReader()
        return try repository.blobs(under: "receipts", in: commit).map { file in
            let envelope = try reader.read(try repository.blob(file.id))
            let payload = try #require(envelope["payload"]?.string.flatMap { Base64.decode(Array($0.utf8)) })
            let signature = try #require(
                envelope["signatures"]?.list?.first?["sig"]?.string.flatMap { Base64.decode(Array($0.utf8)) })
            let message = DSSEEnvelope.preAuthenticationEncoding(type: DSSEEnvelope.inTotoType, payload: payload)
            #expect(key.publicKey.verifies(signature, over: message))
            return try #require(try reader.read(payload)["predicate"]?[Receipt.extensionKey])
        }
    }

    @Test("The pre-authentication encoding is that of the DSSE specification")
    func encoding() {
        let encoded = DSSEEnvelope.preAuthenticationEncoding(
            type: "http://example.com/HelloWorld", payload: Array("hello world".utf8))
        #expect(String(decoding: encoded, as: UTF8.self) == "DSSEv1 29 http://example.com/HelloWorld 11 hello world")
    }

    @Test("A committed update gets one receipt, numbered and chained, and the journal is cleared")
    func committed() throws {
        try ledger.writeGenesis(refs: [(Self.main, first)], commits: CommitSet([first]), at: Timestamp(seconds: 1))
        let pushed = entry("1000-a", first, second)
        try journal.record(pushed)
        #expect(try journal.entries() == [pushed])
        try journal.note(.committed(at: 5), of: pushed.updates[0].update, in: pushed.id)
        try ledger.settle(now: Timestamp(seconds: 1001))
        try ledger.settle(now: Timestamp(seconds: 1002))
        let receipts = try receipts()
        #expect(receipts.compactMap { $0["sequence"]?.integer } == [1, 2])
        #expect(receipts[1]["new"]?.string == second.hex && receipts[1]["pusher"]?.string == "a b")
        #expect(receipts[0]["previous"] == "" && receipts[1]["previous"]?.string?.utf8.count == 64)
        #expect(try journal.entries().isEmpty)
        #expect(try ReceiptIndex(repository).facts(of: first) == EstablishedFacts(wasThereBefore: true))
        #expect(try ReceiptIndex(repository).facts(of: second) == nil)
    }

    @Test("An update that Git aborted gets no receipt")
    func aborted() throws {
        let pushed = entry("1000-a", .zero, first)
        try journal.record(pushed)
        try journal.note(.aborted, of: pushed.updates[0].update, in: pushed.id)
        try ledger.settle(now: Timestamp(seconds: 1001))
        #expect(try receipts().isEmpty)
        #expect(try journal.entries().isEmpty)
    }

    @Test("After a crash a judged update is receipted only when its ref reaches its new id")
    func repair() throws {
        try journal.record(entry("1000-a", .zero, first))
        try ledger.settle(now: Timestamp(seconds: 1001))
        #expect(try receipts().isEmpty)
        #expect(try journal.entries().count == 1)
        try repository.updateRef(Self.main.text, new: second, old: .zero, message: "test")
        try ledger.settle(now: Timestamp(seconds: 1002))
        #expect(try receipts().compactMap { $0["new"]?.string } == [first.hex])
        #expect(try journal.entries().isEmpty)
    }

    @Test("A judged update of which nothing is heard is given up after a day, and none but it")
    func givenUp() throws {
        try journal.record(entry("1000-a", .zero, first))
        try ledger.settle(now: Timestamp(seconds: 1000 + 86_399))
        #expect(try journal.entries().count == 1)
        try ledger.settle(now: Timestamp(seconds: 1000 + 86_400))
        #expect(try journal.entries().isEmpty)
        #expect(try receipts().isEmpty)
    }

    @Test("A judged update does not become another push's receipt when that push brought its commit in")
    func otherPush() throws {
        try ledger.writeGenesis(refs: [(Self.main, first)], commits: CommitSet([first]), at: Timestamp(seconds: 1))
        let tree = try repository.tree(of: second).hex
        let third = try #require(
            ObjectID(hex: try sandbox.git("commit-tree", tree, "-p", second.hex, "-m", "3", in: "repo.git")))
        try journal.record(entry("1000-a", first, second))
        let other = entry("1001-b", first, third, time: 1001)
        try journal.record(other)
        try journal.note(.committed(at: 9), of: other.updates[0].update, in: other.id)
        try repository.updateRef(Self.main.text, new: third, old: .zero, message: "test")
        try ledger.settle(now: Timestamp(seconds: 1002))
        #expect(try receipts().compactMap { $0["new"]?.string } == [first.hex, third.hex])
    }

    @Test("A journal line that a crash cut short says nothing and harms no other")
    func torn() throws {
        let pushed = entry("1000-a", .zero, first)
        try journal.record(pushed)
        let file = "repo.git/sallyport/journal/1000-a"
        let text = try sandbox.run(["cat", file])
        try sandbox.write(Array((text + "\ncommitted refs/heads/main 000").utf8), to: file)
        #expect(try journal.entries() == [pushed])
        try journal.note(.committed(at: 5), of: pushed.updates[0].update, in: pushed.id)
        #expect(try journal.entries()[0].updates[0].outcome == .committed(at: 5))
    }

    @Test("A journal that was tampered with is an error, not an empty one")
    func malformedJournal() throws {
        try journal.record(entry("1000-a", .zero, first))
        try sandbox.write(Array("sallyport-journal 1\ntime x\n".utf8), to: "repo.git/sallyport/journal/1000-b")
        #expect(throws: EvidenceError.self) { try journal.entries() }
    }

    private func tag(_ message: String) throws -> ObjectID {
        let text = "object \(first)\ntype commit\ntag x\ntagger T <t@shop.example> 1 +0000\n\n\(message)\n"
        return try repository.write(RawObject(kind: .tag, bytes: Array(text.utf8)))
    }

    private func settled(_ entry: JournalEntry, at moment: Int64) throws {
        try journal.record(entry)
        try journal.note(.committed(at: moment), of: entry.updates[0].update, in: entry.id)
        try ledger.settle(now: entry.time)
    }

    @Test("An approval's first arrival and its use are on record, and what was used stays so when it arrives again")
    func approvals() throws {
        let identity = ApprovalIdentity(digest: Array(repeating: 5, count: 32))
        func arrival(_ id: String, _ tag: ObjectID, time: Int64) throws {
            let record = ApprovalRecord(
                identity: identity, tag: tag, verdict: .approve, person: "bob", target: Self.main, head: first,
                arrival: Timestamp(seconds: time))
            var accepted = AcceptedUpdate()
            accepted.submitted = SubmittedApproval(record: record, change: Array(repeating: 6, count: 32))
            let ref = RefName("refs/approvals/\(first)/\(tag)")!
            try settled(entry(id, .zero, tag, ref: ref, time: time, accepted: accepted), at: time)
        }
        let (one, other) = (try tag("one"), try tag("other"))
        try arrival("1000-a", one, time: 1000)
        let index = try ReceiptIndex(repository)
        #expect(try index.approval(identity)?.arrival == Timestamp(seconds: 1000))
        #expect(try index.approvals(of: first).map(\.tag) == [one])
        #expect(try index.approvals(ofChange: Array(repeating: 6, count: 32)).map(\.state) == [.unused])
        var accepted = AcceptedUpdate()
        accepted.consumed = [.init(tag: one, identity: identity, person: "bob")]
        try settled(entry("2000-b", .zero, first, time: 2000, accepted: accepted), at: 2000)
        try arrival("3000-c", other, time: 3000)
        let used = try #require(try ReceiptIndex(repository).approval(identity))
        #expect(used.arrival == Timestamp(seconds: 1000) && used.state == .consumed && used.tag == one)
    }

    @Test("What is accepted is read from the journal as it was written")
    func acceptedText() throws {
        var accepted = AcceptedUpdate()
        accepted.rule = "refs/heads/a b"
        accepted.isByOwners = true
        accepted.levels = ["L1"]
        accepted.consumed = [
            .init(tag: first, identity: ApprovalIdentity(digest: Array(repeating: 1, count: 32)), person: "bob")
        ]
        var facts = EstablishedFacts(signer: "alice", signedReach: .downToGenesis)
        facts.reviews = [.init(ref: RefName("refs/heads/x\u{600}")!, approvers: ["a", "b"], reach: .wholeHistory)]
        accepted.established = [EstablishedCommit(id: second, facts: facts)]
        #expect(try AcceptedUpdate(text: accepted.text) == accepted)
        #expect(throws: EvidenceError.self) { try AcceptedUpdate(text: accepted.text + [0x78]) }
    }

    @Test("A key that the root does not pin writes no receipts")
    func wrongKey() throws {
        #expect(throws: EvidenceError.self) {
            try ReceiptLedger(repository, root: root, key: try Ed25519PrivateKey.generate())
        }
    }

    @Test("The root is read as it was written; a setting that is unknown, missing or doubled is an error")
    func pinnedRoot() throws {
        func read() throws -> Root { try PinnedRoot.read(repository, key: KnownKeys.ssh) }
        #expect(throws: EvidenceError.self) { try read() }
        try PinnedRoot.write(root, to: repository, keyText: KnownKeys.text)
        let found = try read()
        #expect(found.repository == "repo" && found.owners.map(\.name) == ["carol"] && found.threshold == 1)
        #expect(found.owners[0].keys.map(\.identity.bytes) == [key.publicKey.sshBlob])
        try sandbox.git("config", "sallyport.polcyRef", "refs/heads/x", in: "repo.git")
        #expect(throws: EvidenceError.self) { try read() }
        try sandbox.git("config", "--unset", "sallyport.polcyRef", in: "repo.git")
        try sandbox.git("config", "--add", "sallyport.threshold", "1", in: "repo.git")
        #expect(throws: EvidenceError.self) { try read() }
        try sandbox.git("config", "--replace-all", "sallyport.threshold", "2", in: "repo.git")
        #expect(throws: EvidenceError.self) { try read() }
    }
}
