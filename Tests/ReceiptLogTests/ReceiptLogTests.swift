import Evidence
import ExactValues
import GitNames
import GitStore
import PolicyCore
import ReceiptChain
import ReceiptLog
import Signatures
import TestSupport
import Testing

@Suite("Receipts checked by a mirror")
struct ReceiptLogTests {
    @Test("A true chain gives the accepted tip")
    func trueChain() throws {
        let chain = try ForgedChain()
        try chain.append(try chain.firstReceipt())
        let before = try chain.verify()
        #expect(before.tips[ForgedChain.main] == chain.first)
        try chain.append(try chain.secondReceipt())
        for history in [try chain.verify(), try chain.verify(from: before)] {
            #expect(history.sequence == 2)
            #expect(history.tips[ForgedChain.main] == chain.second)
            #expect(history.receipts(of: ForgedChain.main).map(\.sequence) == [1, 2])
            #expect(history.head == chain.commit)
        }
    }

    @Test("Receipts that one commit brings are taken one by one")
    func together() throws {
        let chain = try ForgedChain()
        try chain.append(together: [{ try chain.firstReceipt() }, { try chain.secondReceipt() }])
        let history = try chain.verify()
        #expect(history.sequence == 2 && history.tips[ForgedChain.main] == chain.second)
        #expect(history.commits == [try #require(chain.commit), try #require(chain.commit)])
    }

    @Test("A forged receipt among those of one commit is refused by its number")
    func forgedTogether() throws {
        let chain = try ForgedChain()
        try chain.append(together: [{ try chain.firstReceipt() }, { try chain.secondReceipt(approvals: []) }])
        let error = try #require(throws: ReceiptChainError.self) { try chain.verify() }
        #expect(error.code == .rejected && error.description.hasPrefix("receipt 2: "))
    }

    @Test("Receipts stay readable where they were before, a thousand to a folder, and go on where they are now")
    func formerPlace() throws {
        let chain = try ForgedChain()
        try chain.append(together: [{ try chain.firstReceipt() }], at: SignedReceipt.formerPath)
        try chain.append(try chain.secondReceipt())
        #expect(try chain.verify().sequence == 2)
    }

    @Test("A commit that brings no receipt ends the chain")
    func emptyCommit() throws {
        let chain = try ForgedChain()
        try chain.append(try chain.firstReceipt())
        try chain.append(together: [])
        let error = try #require(throws: ReceiptChainError.self) { try chain.verify() }
        #expect(error.code == .malformed)
    }

    @Test("Without receipts nothing is accepted")
    func empty() throws {
        let chain = try ForgedChain()
        let error = try #require(throws: ReceiptChainError.self) { try chain.verify() }
        #expect(error.code == .missing)
    }

    /// What a hostile server, or one that lost its key, could write as the second receipt.
    enum Forgery: String, CaseIterable, Sendable {
        case otherKey, gap, repeated, brokenLink, otherRepository, rewind, lateGenesis, unknownPolicy, noPolicy
        case noApproval, ownApproval, otherBase, otherTarget, foreignApproval, addedMember, secondSignature
    }

    @Test("Every forged receipt is refused", arguments: Forgery.allCases)
    func forgeries(_ forgery: Forgery) throws {
        let chain = try ForgedChain()
        try chain.append(try chain.firstReceipt())
        let expected = try append(forgery, to: chain)
        let error = try #require(throws: ReceiptChainError.self) { try chain.verify() }
        #expect(error.code == expected, "\(forgery): \(error)")
        #expect(error.description.hasPrefix("receipt 2: "))
    }

    private func append(_ forgery: Forgery, to chain: ForgedChain) throws -> ReceiptChainError.Code {
        let (first, second, policy) = (chain.first, chain.second, try chain.policy())
        let approval = try chain.history.approval(by: "bob", base: first.hex, head: second.hex)
        func push(
            kind: Receipt.Kind = .push, old: ObjectID? = nil, policy: PolicyVersion?, approvals: [[UInt8]],
            repository: Name = "test-shop", sequence: Int64? = nil, previous: String? = nil
        ) throws {
            try chain.append(
                chain.receipt(
                    kind: kind, old: old ?? first, new: second, policy: policy, approvals: approvals,
                    repository: repository, sequence: sequence, previous: previous))
        }
        switch forgery {
        case .otherKey:
            try chain.append(try chain.secondReceipt(), signedBy: try Ed25519PrivateKey.generate())
        case .gap: try push(policy: policy, approvals: [approval], sequence: 3)
        case .repeated: try push(policy: policy, approvals: [approval], sequence: 1)
        case .brokenLink:
            try push(policy: policy, approvals: [approval], previous: String(repeating: "0", count: 64))
        case .otherRepository: try push(policy: policy, approvals: [approval], repository: "other")
        case .rewind: try push(old: .zero, policy: policy, approvals: [approval])
        case .lateGenesis: try push(kind: .genesis, policy: nil, approvals: [])
        case .unknownPolicy:
            try push(policy: PolicyVersion(commit: second, blob: policy.blob), approvals: [approval])
        case .noPolicy: try push(policy: nil, approvals: [approval])
        case .noApproval:
            try push(policy: policy, approvals: [])
            return .rejected
        case .ownApproval:
            try push(
                policy: policy, approvals: [try chain.history.approval(by: "alice", base: first.hex, head: second.hex)])
            return .rejected
        case .otherBase:
            try push(
                policy: policy, approvals: [try chain.history.approval(by: "bob", base: second.hex, head: second.hex)])
            return .rejected
        case .otherTarget:
            let other = try chain.history.approval(
                by: "bob", target: "refs/heads/feature", base: first.hex, head: second.hex)
            try push(policy: policy, approvals: [other])
            return .rejected
        case .foreignApproval:
            let other = try chain.history.approval(by: "bob", base: first.hex, head: second.hex, repository: "other")
            try push(policy: policy, approvals: [other])
            return .rejected
        case .addedMember:
            try chain.append(try chain.secondReceipt()) { envelope in
                Array(
                    String(decoding: envelope, as: UTF8.self).replacing("\"payload\":\"e", with: "\"payload\":\"E").utf8
                )
            }
        case .secondSignature:
            try chain.append(try chain.secondReceipt()) { envelope in
                let text = String(decoding: envelope, as: UTF8.self)
                return Array(
                    text.replacing("\"signatures\":[", with: "\"signatures\":[{\"keyid\":\"\",\"sig\":\"\"},").utf8)
            }
            return .malformed
        }
        return .unverified
    }

    @Test("A commit that nobody signed is refused whatever the receipt's signature says")
    func unsignedCommit() throws {
        let chain = try ForgedChain(secondSigner: nil)
        try chain.append(try chain.firstReceipt())
        try chain.append(try chain.secondReceipt())
        let error = try #require(throws: ReceiptChainError.self) { try chain.verify() }
        #expect(error.code == .rejected)
        #expect(error.description.contains("is not signed"))
    }

    @Test(
        "A push that was judged before its approval was taken back stays accepted, and one judged later does not",
        arguments: [(0, true), (300, true), (301, false)] as [(Int64, Bool)])
    func withdrawnMeanwhile(later: Int64, isAccepted: Bool) throws {
        let chain = try ForgedChain()
        try chain.append(try chain.firstReceipt())
        let given = Timestamp(seconds: 1_767_226_000)
        for (verdict, time) in [("approve", given), ("withdraw", given.advanced(by: 10))] {
            let tag = try chain.history.approval(
                by: "bob", base: chain.first.hex, head: chain.second.hex, verdict: verdict)
            let id = try chain.repository.write(RawObject(kind: .tag, bytes: tag))
            let ref = try #require(RefName("refs/approvals/\(chain.second)/\(id)"))
            var receipt = Receipt(
                kind: .push, sequence: chain.sequence + 1, repository: "test-shop", time: time,
                update: RefUpdate(ref: ref, old: .zero, new: id), previous: chain.last)
            receipt.policy = try chain.policy()
            receipt.submitted = tag
            receipt.levels = ["SLSA_SOURCE_LEVEL_1"]
            try chain.append(receipt)
        }
        let approval = try chain.history.approval(by: "bob", base: chain.first.hex, head: chain.second.hex)
        var push = Receipt(
            kind: .push, sequence: chain.sequence + 1, repository: "test-shop", time: given.advanced(by: 10 + later),
            update: RefUpdate(ref: ForgedChain.main, old: chain.first, new: chain.second), previous: chain.last)
        push.policy = try chain.policy()
        push.approvals = [approval]
        try chain.append(push)
        if isAccepted {
            #expect(try chain.verify().tips[ForgedChain.main] == chain.second)
        } else {
            #expect(throws: ReceiptChainError.self) { try chain.verify() }
        }
    }

    @Test("One owner does not bring a policy in")
    func oneOwner() throws {
        let chain = try ForgedChain()
        try chain.append(chain.receipt(old: .zero, new: chain.first, policy: nil, approvals: []))
        let error = try #require(throws: ReceiptChainError.self) { try chain.verify() }
        #expect(error.code == .rejected)
    }

    @Test("A chain that no longer holds what was verified before is refused")
    func rolledBack() throws {
        let chain = try ForgedChain()
        try chain.append(try chain.firstReceipt())
        try chain.append(try chain.secondReceipt())
        let known = try chain.verify()
        try chain.history.sandbox.git("update-ref", "-d", ReceiptIndex.ref, in: "repo")
        let rebuilt = try chain.history.sandbox.git(
            "commit-tree", "-m", "x", "\(known.head.hex)^{tree}", in: "repo")
        try chain.history.sandbox.git("update-ref", ReceiptIndex.ref, rebuilt, in: "repo")
        let error = try #require(throws: ReceiptChainError.self) { try chain.verify(from: known) }
        #expect(error.code == .malformed)
    }
}
