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

    /// The entry of a push by a process that has ended; `life` says another.
    private func entry(
        _ number: Int32, _ old: ObjectID, _ new: ObjectID, ref: RefName = Self.main, time: Int64 = 1000,
        life: ProcessLife = .ended, accepted: AcceptedUpdate = AcceptedUpdate()
    ) throws -> JournalEntry {
        return JournalEntry(
            id: try life.id(number), time: Timestamp(seconds: time), pusher: "a b",
            policy: PolicyVersion(commit: first, blob: second), policyRef: Self.main, policyTip: first,
            updates: [.init(update: RefUpdate(ref: ref, old: old, new: new), details: accepted.text)])
    }

    /// Journals a push and what Git said of it.
    private func record(_ entry: JournalEntry, _ outcomes: JournalOutcome...) throws {
        try journal.record(entry)
        for outcome in outcomes { try journal.note([(0, outcome)], in: entry.id) }
    }

    private func settle(_ time: Int64 = 1001) throws -> [String] { try ledger.settle(now: Timestamp(seconds: time)) }

    private func move(_ ref: RefName = Self.main, to new: ObjectID) throws {
        let old = try repository.resolve(ref: ref.text) ?? .zero
        try repository.updateRef(ref.text, new: new, old: old, message: "test")
    }

    private func child(of parent: ObjectID, _ message: String) throws -> ObjectID {
        let tree = try repository.tree(of: parent).hex
        return try #require(
            ObjectID(hex: try sandbox.git("commit-tree", tree, "-p", parent.hex, "-m", message, in: "repo.git")))
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
        try record(try entry(1, first, second), .prepared, .committed(at: 5))
        #expect(try settle().isEmpty && settle(1002).isEmpty)
        let receipts = try receipts()
        #expect(receipts.compactMap { $0["sequence"]?.integer } == [1, 2])
        #expect(receipts[1]["new"]?.string == second.hex && receipts[1]["pusher"]?.string == "a b")
        #expect(receipts[0]["previous"] == "" && receipts[1]["previous"]?.string?.utf8.count == 64)
        #expect(try journal.names().isEmpty)
        #expect(try ReceiptIndex(repository).facts(of: first) == EstablishedFacts(wasThereBefore: true))
        #expect(try ReceiptIndex(repository).facts(of: second) == nil)
    }

    @Test("An update that Git aborted gets no receipt, whoever says later that it was committed")
    func aborted() throws {
        let pushed = try entry(1, .zero, first)
        try record(pushed, .prepared, .aborted, .committed(at: 5))
        try move(to: first)
        #expect(try settle().isEmpty)
        #expect(try receipts().isEmpty && journal.names().isEmpty)
    }

    @Test("A push that never came to Git's lock gets no receipt, although another one brought the same commit in")
    func equalUpdate() throws {
        try record(try entry(1, .zero, first))
        try record(try entry(2, .zero, first), .prepared)
        try move(to: first)
        try record(try entry(3, first, second), .prepared, .committed(at: 9))
        #expect(try settle().isEmpty)
        #expect(try receipts().compactMap { $0["new"]?.string } == [first.hex, second.hex])
    }

    @Test("After a kill an update that Git held the lock for is receipted when its ref reaches its new id, else not")
    func repair() throws {
        try record(try entry(1, .zero, first), .prepared)
        try record(try entry(2, .zero, first, ref: RefName("refs/heads/other")!), .prepared)
        try move(to: second)
        #expect(try settle().isEmpty)
        #expect(try receipts().compactMap { $0["new"]?.string } == [first.hex])
        #expect(try journal.names().isEmpty)
    }

    @Test("After a power cut, which may have taken what Git said, the order is found that leads to where the ref is")
    func powerCut() throws {
        let third = try child(of: second, "3")
        let side = try child(of: first, "side")
        try ledger.writeGenesis(refs: [(Self.main, first)], commits: CommitSet([first]), at: Timestamp(seconds: 1))
        // The first was rejected by another hook, and came in as part of the second.
        try record(try entry(1, first, second, life: .endedWithMachine))
        try record(try entry(2, first, third, time: 1001, life: .endedWithMachine))
        try record(try entry(3, first, side, time: 1002, life: .endedWithMachine))
        try move(to: third)
        #expect(try settle().isEmpty)
        #expect(try receipts().compactMap { $0["new"]?.string } == [first.hex, third.hex])
        #expect(try journal.names().isEmpty)
    }

    @Test("While its process lives a push waits; where that cannot be told, for a day")
    func waiting() throws {
        try record(try entry(1, .zero, first, life: .alive), .prepared)
        try record(try entry(2, .zero, first, ref: RefName("refs/heads/other")!, life: .unknown))
        #expect(try settle(1000 + 86_399).isEmpty)
        #expect(try journal.names().count == 2)
        #expect(try settle(1000 + 86_400).isEmpty)
        #expect(try journal.names().count == 1)
        #expect(try receipts().isEmpty)
    }

    @Test("Receipts follow each other, in whatever order Git's words arrived")
    func order() throws {
        let third = try child(of: second, "3")
        try record(try entry(1, second, third), .prepared, .committed(at: 5))
        try record(try entry(2, .zero, first), .prepared, .committed(at: 9))
        try record(try entry(3, first, second), .prepared, .committed(at: 7))
        try move(to: third)
        #expect(try settle().isEmpty)
        #expect(try receipts().compactMap { $0["new"]?.string } == [first.hex, second.hex, third.hex])
    }

    @Test("What does not follow is set aside and told, and stands in nobody's way")
    func setAside() throws {
        try record(try entry(1, second, first), .committed(at: 5))
        try record(try entry(2, .zero, first, ref: RefName("refs/heads/other")!), .committed(at: 6))
        let told = try settle()
        #expect(told.count == 1 && told[0].contains("does not follow from its last receipt"), "\(told)")
        #expect(try receipts().compactMap { $0["ref"]?.string } == ["refs/heads/other"])
        #expect(try journal.names().isEmpty)
        #expect(try journal.namesSetAside() == [try ProcessLife.ended.id(1)])
        #expect(try settle().isEmpty)
    }

    @Test("An entry that cannot be read is set aside and told, and the others are settled")
    func unreadable() throws {
        try record(try entry(1, .zero, first), .committed(at: 5))
        for (name, text) in [("a", ""), ("b", "x\n"), ("c", "sallyport-journal 1\ntime x\n")] {
            try sandbox.write(text, to: "repo.git/sallyport/journal/\(name)")
        }
        try sandbox.run(["mkdir", "repo.git/sallyport/journal/folder"])
        #expect(try settle().count == 4)
        #expect(try receipts().count == 1)
        #expect(try journal.names().isEmpty)
        #expect(try journal.namesSetAside() == ["a", "b", "c", "folder"])
    }

    @Test("A receipt whose process was killed before the journal said so is not written twice")
    func killedBetween() throws {
        let third = try child(of: second, "3")
        try record(try entry(1, .zero, first), .committed(at: 1))
        #expect(try settle().isEmpty)
        // Back and forth, so that the ref is where the first update brings it.
        try record(try entry(2, first, second), .committed(at: 2))
        try record(try entry(3, second, first), .committed(at: 3))
        #expect(try settle().isEmpty)
        try record(try entry(4, .zero, first), .committed(at: 1), .writing(sequence: 1))
        try record(try entry(5, first, third), .committed(at: 4), .writing(sequence: 4))
        #expect(try settle().isEmpty)
        #expect(try receipts().compactMap { $0["new"]?.string } == [first, second, first, third].map(\.hex))
    }

    @Test("A number that was meant for an update and not written is not taken for its receipt when another has it")
    func numberMeantForAnother() throws {
        let id = try entry(1, second, first).id
        try record(try entry(1, second, first), .committed(at: 1), .writing(sequence: 1))
        // What the first waits for: its process lives.
        try record(try entry(2, .zero, second, life: .alive), .prepared)
        try record(try entry(3, .zero, first, ref: RefName("refs/heads/other")!), .committed(at: 2))
        #expect(try settle().isEmpty && settle().isEmpty)
        #expect(try receipts().compactMap { $0["ref"]?.string } == ["refs/heads/other"])
        #expect(try journal.outcome(at: 0, of: id) == .writing(sequence: .max))
    }

    @Test("Receipts of one settling come by one commit, each linked to the one before", arguments: [2, 250])
    func oneCommit(_ count: Int) throws {
        let updates = (0..<count).map { number in
            JournalEntry.Update(
                update: RefUpdate(ref: RefName("refs/heads/b\(1000 + number)")!, old: .zero, new: first),
                details: AcceptedUpdate().text)
        }
        let pushed = JournalEntry(
            id: try ProcessLife.ended.id(1), time: Timestamp(seconds: 1000), pusher: nil, policy: nil,
            policyRef: Self.main, policyTip: .zero, updates: updates)
        try journal.record(pushed)
        try journal.note((0..<count).map { ($0, .committed(at: 5)) }, in: pushed.id)
        #expect(try settle().isEmpty)
        let index = try ReceiptIndex(repository)
        #expect(index.sequence == Int64(count))
        #expect(try repository.parents(of: try #require(index.commit)).isEmpty)
        let receipts = try receipts()
        #expect(receipts.compactMap { $0["sequence"]?.integer } == (1...Int64(count)).map { $0 })
        #expect(Set(receipts.compactMap { $0["previous"]?.string }).count == count)
        #expect(try index.value(of: updates[count - 1].update.ref) == first)
        #expect(try journal.names().isEmpty)
    }

    @Test("Receipts of one commit see each other's effects: facts in one shard, an approval's arrival and its use")
    func effectsInOneCommit() throws {
        let identity = ApprovalIdentity(digest: Array(repeating: 5, count: 32))
        let approval = try tag("one")
        var arrived = AcceptedUpdate()
        arrived.submitted = SubmittedApproval(
            record: ApprovalRecord(
                identity: identity, tag: approval, verdict: .approve, person: "bob", target: Self.main, head: second,
                arrival: Timestamp(seconds: 900)), change: nil)
        let ids = [1, 2].map { ObjectID(hex: "abc" + String(repeating: "0", count: 36) + "\($0)")! }
        var facts = AcceptedUpdate()
        facts.established = [EstablishedCommit(id: ids[0], facts: EstablishedFacts(signer: "alice"))]
        var used = AcceptedUpdate()
        used.established = [EstablishedCommit(id: ids[1], facts: EstablishedFacts(signer: "bob"))]
        used.consumed = [.init(tag: approval, identity: identity, person: "bob")]
        let ref = RefName("refs/approvals/x")!
        try record(try entry(1, .zero, approval, ref: ref, accepted: arrived), .committed(at: 1))
        try record(try entry(2, .zero, first, accepted: facts), .committed(at: 2))
        try record(try entry(3, first, second, accepted: used), .committed(at: 3))
        #expect(try settle().isEmpty)
        let index = try ReceiptIndex(repository)
        #expect(try repository.parents(of: try #require(index.commit)).isEmpty && index.sequence == 3)
        #expect(try ids.map { try index.facts(of: $0)?.signer } == ["alice", "bob"])
        let record = try #require(try index.approval(identity))
        #expect(record.state == .consumed && record.arrival == Timestamp(seconds: 900))
        #expect(try index.approvals(of: second) == [record])
    }

    @Test("What a killed process left half written is removed")
    func swept() throws {
        let id = try ProcessLife.ended.id(7)
        for name in ["\(id).new", "\(id).outcomes"] { try sandbox.write("x", to: "repo.git/sallyport/journal/\(name)") }
        try record(try entry(1, .zero, first), .aborted)
        #expect(try settle().isEmpty)
        #expect(try sandbox.run(["ls", "repo.git/sallyport/journal"]).isEmpty)
    }

    private func tag(_ message: String) throws -> ObjectID {
        let text = "object \(first)\ntype commit\ntag x\ntagger T <t@shop.example> 1 +0000\n\n\(message)\n"
        return try repository.write(RawObject(kind: .tag, bytes: Array(text.utf8)))
    }

    @Test("An approval's first arrival and its use are on record, and what was used stays so when it arrives again")
    func approvals() throws {
        let identity = ApprovalIdentity(digest: Array(repeating: 5, count: 32))
        func arrival(_ number: Int32, _ tag: ObjectID, time: Int64) throws {
            let arrived = ApprovalRecord(
                identity: identity, tag: tag, verdict: .approve, person: "bob", target: Self.main, head: first,
                arrival: Timestamp(seconds: time))
            var accepted = AcceptedUpdate()
            accepted.submitted = SubmittedApproval(record: arrived, change: Array(repeating: 6, count: 32))
            let ref = RefName("refs/approvals/\(first)/\(tag)")!
            try record(try entry(number, .zero, tag, ref: ref, time: time, accepted: accepted), .committed(at: time))
            #expect(try settle(time).isEmpty)
        }
        let (one, other) = (try tag("one"), try tag("other"))
        try arrival(1, one, time: 1000)
        let index = try ReceiptIndex(repository)
        #expect(try index.approval(identity)?.arrival == Timestamp(seconds: 1000))
        #expect(try index.approvals(of: first).map(\.tag) == [one])
        #expect(try index.approvals(ofChange: Array(repeating: 6, count: 32)).map(\.state) == [.unused])
        var accepted = AcceptedUpdate()
        accepted.consumed = [.init(tag: one, identity: identity, person: "bob")]
        try record(try entry(2, .zero, first, time: 2000, accepted: accepted), .committed(at: 2000))
        #expect(try settle(2000).isEmpty)
        try arrival(3, other, time: 3000)
        let used = try #require(try ReceiptIndex(repository).approval(identity))
        #expect(used.arrival == Timestamp(seconds: 1000) && used.state == .consumed && used.tag == one)
        #expect(try receipts()[1]["approvals"]?.list?.count == 1)
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

    @Test("A lock that a killed process left on the receipts is removed")
    func staleLock() throws {
        try sandbox.run(["mkdir", "-p", "repo.git/refs/sallyport"])
        try sandbox.write("", to: "repo.git/refs/sallyport/receipts.lock")
        try record(try entry(1, .zero, first), .committed(at: 5))
        #expect(try settle().isEmpty)
        #expect(try receipts().count == 1)
    }

    @Test("A key that the root does not pin writes no receipts")
    func wrongKey() throws {
        #expect(throws: EvidenceError.self) {
            try ReceiptLedger(repository, root: root, key: try Ed25519PrivateKey.generate())
        }
    }

    @Test("When owners' keys count is pinned with them")
    func pinnedBounds() throws {
        let time = { Timestamp(seconds: $0) }
        let bounded = SigningKey(
            identity: KeyIdentity(.ssh, key.publicKey.sshBlob), validFrom: time(1000), validUntil: time(3000),
            revocation: .init(at: time(2000), why: "lost"))
        let pinned = Root(
            repository: "repo", policyRef: Self.main, owners: [Person(name: "carol", keys: [bounded])], threshold: 1,
            receiptKey: key.publicKey.rawBytes)
        try PinnedRoot.write(pinned, to: repository, keyText: KnownKeys.text)
        let found = try #require(try PinnedRoot.read(repository, key: KnownKeys.ssh).owners.first?.keys.first)
        #expect(found.identity == bounded.identity)
        #expect(found.validFrom == time(1000) && found.validUntil == time(3000) && found.revocation?.at == time(2000))
        try sandbox.git("config", "sallyport.owner", "carol until=soon ssh-ed25519 AAAA", in: "repo.git")
        #expect(throws: EvidenceError.self) { try PinnedRoot.read(repository, key: KnownKeys.ssh) }
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
