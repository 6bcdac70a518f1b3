import ExactValues
import GitNames
import PolicyCore
import Testing

@Suite("Versions of the root")
struct RootRuleTests {
    private static let key = [UInt8](repeating: 9, count: 32)
    private static let otherKey = [UInt8](repeating: 8, count: 32)

    private static func root(
        version: Int64 = 2, repository: Name = "repo", policyRef: RefName = Scene.main, owners: [String] = ["carol"],
        threshold: Int = 1, keys: [ReceiptKey] = [ReceiptKey(publicKey: key)], genesis: GenesisPin? = nil
    ) -> Root {
        Root(
            version: version, repository: repository, policyRef: policyRef, owners: owners.map { Scene.person($0) },
            threshold: threshold, receiptKeys: keys, genesis: genesis)
    }

    private func scene(
        _ proposal: RootProposal, from old: Root = root(version: 1), signer: String = "carol",
        approvals: [Approval] = []
    ) -> Scene {
        var scene = Scene(PolicyEvaluator.rootRef!.text, old: .zero)
        scene.root = old
        scene.updates[0].proposal = proposal
        scene.updates[0].tip = .key(Scene.key(signer))
        scene.updates[0].approvals = approvals
        return scene
    }

    private func approval(by person: String, target: RefName? = PolicyEvaluator.rootRef) -> Approval {
        Approval(
            tag: Scene.id(60), identity: ApprovalIdentity(digest: [60]), repository: "repo", target: target!,
            base: .zero,
            head: Scene.new, resultTree: Scene.tree, signature: .key(Scene.key(person)))
    }

    @Test("The next version comes in by both thresholds, whatever the policy says of it")
    func accepted() {
        #expect(scene(.version(Self.root())).rejections() == [])
        var broken = scene(.version(Self.root()))
        broken.standing = .broken("line 1")
        #expect(broken.rejections() == [])
        let both = scene(.version(Self.root(owners: ["bob"])), approvals: [approval(by: "bob")])
        #expect(both.rejections() == [])
        #expect(both.decide().updates[0].consumed.map(\.person) == ["bob"])
    }

    @Test("A version that skips one, changes what is pinned, or has no key in use is refused")
    func content() {
        let at = Timestamp(seconds: 1_800_000_000)
        let wrong: [RootProposal] = [
            .none, .broken("line 1"), .version(Self.root(version: 1)), .version(Self.root(version: 3)),
            .version(Self.root(repository: "other")), .version(Self.root(policyRef: RefName("refs/heads/x")!)),
            .version(Self.root(genesis: GenesisPin(refs: 1, digest: Self.key))),
            .version(Self.root(keys: [ReceiptKey(publicKey: Self.otherKey)])),
            .version(Self.root(keys: [ReceiptKey(publicKey: Self.key, validUntil: at)])),
        ]
        for proposal in wrong { #expect(scene(proposal).rejections() == [.root], "\(proposal)") }
        let beside = [ReceiptKey(publicKey: Self.key), ReceiptKey(publicKey: Self.otherKey, validFrom: at)]
        #expect(scene(.version(Self.root(keys: beside))).rejections() == [])
    }

    @Test("Old owners alone, new owners alone, and approvals of something else do not do")
    func consent() {
        #expect(scene(.version(Self.root(owners: ["bob"]))).rejections() == [.root])
        #expect(scene(.version(Self.root(owners: ["bob"])), signer: "bob").rejections() == [.root])
        let elsewhere = approval(by: "bob", target: Scene.main)
        #expect(scene(.version(Self.root(owners: ["bob"])), approvals: [elsewhere]).rejections() == [.root])
        var used = approval(by: "bob")
        used.state = .consumed
        #expect(scene(.version(Self.root(owners: ["bob"])), approvals: [used]).rejections() == [.root])
        let two = Self.root(version: 1, owners: ["carol", "bob"], threshold: 2)
        #expect(scene(.version(Self.root()), from: two).rejections() == [.root])
    }

    @Test("Versions are only ever added to, and nothing else below refs/sallyport/ is open")
    func ref() {
        var rewound = scene(.version(Self.root()))
        rewound.updates[0].isFastForward = false
        #expect(rewound.rejections() == [.root])
        let deletion = Scene(PolicyEvaluator.rootRef!.text, new: .zero, target: .nothing, commits: [])
        #expect(deletion.rejections() == [.root])
        #expect(Scene("refs/sallyport/receipts").rejections().contains(.closedRef))
        #expect(Scene("refs/sallyport/root/x").rejections().contains(.closedRef))
    }
}
