import ExactValues
import GitNames
import PolicyCore
import Testing

@Suite("Deciding on pushes")
struct PolicyEvaluatorTests {
    private func rejections(_ change: (inout Scene) -> Void) -> Set<Violation.Rule> {
        var scene = Scene()
        change(&scene)
        return scene.rejections()
    }

    @Test("A signed change that somebody else approved is accepted and uses up the approval")
    func accepts() {
        let decision = Scene().decide()
        #expect(decision.isAccepted)
        #expect(decision.updates[0].consumed.map(\.tag) == [Scene.id(50)])
        #expect(decision.updates[0].approvers == ["bob"])
        #expect(decision.updates[0].levels.last == "SLSA_SOURCE_LEVEL_4")
    }

    @Test("A push of nothing is not accepted")
    func nothing() {
        var scene = Scene()
        scene.updates = []
        #expect(!scene.decide().isAccepted)
    }

    // MARK: Signatures

    @Test(
        "Every new commit needs a signature that proves who signed",
        arguments: [SignatureFacts.unsigned, .bad("no match"), .key(Scene.other)])
    func signatures(signature: SignatureFacts) {
        let found = rejections {
            $0.updates[0].commits.insert(
                CommitFacts(id: Scene.id(9), signature: signature, claims: Scene.claims("alice")), at: 0)
        }
        #expect(found == [.signed])
    }

    private func withOlderCommit(_ facts: EstablishedFacts?, rule: RefRule? = nil) -> Set<Violation.Rule> {
        rejections {
            $0.policy = Scene.policy(refs: [rule ?? Scene.mainRule()])
            $0.updates[0].commits.insert(
                CommitFacts(
                    id: Scene.id(9), signature: .unsigned, claims: Scene.claims("alice"), established: facts), at: 0)
        }
    }

    @Test(
        "Who signed a commit stays a fact once a receipt says so; a laxer rule and genesis establish only what they saw"
    )
    func established() {
        #expect(withOlderCommit(nil) == [.signed])
        #expect(withOlderCommit(EstablishedFacts()) == [.signed])
        #expect(withOlderCommit(EstablishedFacts(signer: "alice")) == [])
        #expect(withOlderCommit(EstablishedFacts(wasThereBefore: true)) == [])
        let judged = RefRule(
            match: GlobPattern("refs/heads/main")!, isSigned: true,
            approvals: ApprovalRequirement(required: 1, from: ["shop"]), isFastForwardOnly: true, countsGenesis: false)
        #expect(withOlderCommit(EstablishedFacts(wasThereBefore: true), rule: judged) == [.signed])
        #expect(withOlderCommit(EstablishedFacts(signer: "alice"), rule: judged) == [])
    }

    @Test("What a receipt says of a signer makes that person a maker, whatever became of the key")
    func establishedMaker() {
        #expect(withOlderCommit(EstablishedFacts(signer: "bob")) == [.approvals])
    }

    @Test(
        "A key counts at the push's receipt: not revoked, not expired, not early",
        arguments: [
            SigningKey(identity: Scene.key("alice"), validFrom: Timestamp(seconds: 1_800_000_001)),
            SigningKey(identity: Scene.key("alice"), validUntil: Timestamp(seconds: 1_800_000_000)),
            SigningKey(
                identity: Scene.key("alice"), revocation: .init(at: Timestamp(seconds: 1_800_000_000), why: "lost")),
        ])
    func validity(key: SigningKey) {
        let people = [Scene.person("alice", keys: [key]), Scene.person("bob"), Scene.person("carol")]
        #expect(rejections { $0.policy = Scene.policy(people: people) } == [.signed])
        #expect(
            rejections {
                $0.policy = Scene.policy(people: people)
                $0.time = Timestamp(seconds: key.validFrom == nil ? 1_799_999_999 : 1_800_000_001)
            } == [])
    }

    @Test("A tag under a signed rule must be an annotated, signed tag on a commit that calls itself by its ref")
    func tags() {
        func tag(_ name: String = "v1", _ signature: SignatureFacts = .key(Scene.key("carol")), onCommit: Bool = true)
            -> Scene
        {
            let facts = TagFacts(
                id: Scene.new, name: Array(name.utf8), target: Scene.id(9), tagsCommit: onCommit, signature: signature)
            return Scene("refs/tags/v1", old: .zero, target: .tag(facts), commits: [])
        }
        #expect(tag().rejections() == [])
        #expect(tag("v2").rejections() == [.tagName])
        #expect(tag("v1", .unsigned).rejections() == [.signed, .by])
        #expect(tag("v1", .key(Scene.key("alice"))).rejections() == [.by])
        #expect(tag(onCommit: false).rejections() == [.objectKind])
        #expect(Scene("refs/tags/v1", old: .zero, commits: []).rejections() == [.objectKind, .by])
        var moved = tag()
        moved.updates[0] = UpdateFacts(
            update: RefUpdate(ref: RefName("refs/tags/v1")!, old: Scene.old, new: Scene.new),
            target: moved.updates[0].target)
        #expect(moved.rejections() == [.immutable])
    }

    @Test("A tag object may not stand on a branch")
    func tagOnBranch() {
        let facts = TagFacts(
            id: Scene.new, name: Array("main".utf8), target: Scene.id(9), tagsCommit: true,
            signature: .key(Scene.key("alice")))
        #expect(Scene("refs/heads/x", target: .tag(facts)).rejections() == [.objectKind])
        #expect(Scene("refs/heads/x", target: .other("blob"), commits: []).rejections() == [.objectKind])
        #expect(Scene("refs/heads/x", target: .malformed("NUL"), commits: []).rejections() == [.objectKind])
    }

    @Test(
        "What a machine signs counts as its own where it commits it under its address, or has none in the policy",
        arguments: [
            ([], "bot@x", "bot@x", true), (["bot@x"], "bot@x", "bot@x", true), (["bot@x"], "eve@x", "eve@x", false),
            ([], "eve@x", "bot@x", false), (["bot@x"], "eve@x", "bot@x", false),
        ] as [([String], String, String, Bool)])
    func machines(emails: [String], author: String, committer: String, isAccepted: Bool) {
        let robot = Person(
            name: "robot", kind: .machine, keys: [SigningKey(identity: Scene.key("robot"))], emails: emails)
        let found = rejections {
            $0.policy = Scene.policy(people: [
                Scene.person("alice"), Scene.person("bob"), Scene.person("carol"), robot,
            ])
            $0.updates[0].commits = [
                CommitFacts(
                    id: Scene.new, parents: [Scene.old], signature: .key(Scene.key("robot")),
                    claims: MakerClaims(author: author, committer: committer))
            ]
            $0.updates[0].tip = .key(Scene.key("robot"))
        }
        #expect(found == (isAccepted ? [] : [.approvals]))
    }

    // MARK: Approvals

    @Test(
        "An approval for another repository, ref or change does not count",
        arguments: [
            ("other", "refs/heads/main", Approval.Fit.exact), ("repo", "refs/heads/next", .exact),
            ("repo", "refs/heads/main", .other("it is for another tree")),
        ])
    func binding(repository: Name, target: String, fit: Approval.Fit) throws {
        let approval = Approval(
            tag: Scene.id(50), identity: ApprovalIdentity(digest: [50]), repository: repository,
            target: try #require(RefName(target)), base: Scene.old, head: Scene.new, resultTree: Scene.tree,
            signature: .key(Scene.key("bob")), arrival: Timestamp(seconds: 0), fit: fit)
        #expect(rejections { $0.updates[0].approvals = [approval] } == [.approvals])
    }

    @Test("Nobody approves their own commit: not as signer, author or committer, with any of their keys")
    func ownChange() {
        #expect(rejections { $0.updates[0].approvals = [Scene.approval(by: "alice")] } == [.approvals])
        #expect(
            rejections { $0.updates[0].commits = [Scene.commit(2, by: "alice", email: "Bob@Shop.example")] }
                == [.approvals])
        #expect(
            rejections {
                $0.root = Root(
                    repository: "repo", policyRef: Scene.main, owners: [Scene.person("carol")], threshold: 1,
                    receiptKey: [], pusherSource: "gitea")
                $0.pusher = .login("bob1")
            } == [])
        #expect(
            rejections {
                $0.policy = Scene.policy(people: [
                    Scene.person(
                        "alice", keys: [SigningKey(identity: Scene.key("alice")), SigningKey(identity: Scene.other)]),
                    Scene.person("bob"), Scene.person("carol"),
                ])
                var second = Scene.approval(by: "alice")
                second = Approval(
                    tag: second.tag, identity: second.identity, repository: "repo", target: Scene.main, base: Scene.old,
                    head: Scene.new,
                    resultTree: Scene.tree, signature: .key(Scene.other), arrival: second.arrival)
                $0.updates[0].approvals = [second]
            } == [.approvals])
        // A commit deep in the history that the update brings counts as well, receipted or not.
        #expect(rejections { $0.updates[0].commits.append(Scene.commit(7, by: "bob")) } == [.approvals])
    }

    @Test("Two keys of one person are one approval")
    func onePerson() {
        let people = [
            Scene.person("alice"),
            Scene.person("bob", keys: [SigningKey(identity: Scene.key("bob")), SigningKey(identity: Scene.other)]),
            Scene.person("carol"),
        ]
        func scene(_ approvals: [Approval]) -> Scene {
            var scene = Scene()
            scene.policy = Scene.policy(people: people, refs: [Scene.mainRule(required: 2)])
            scene.updates[0].approvals = approvals
            return scene
        }
        var other = Scene.approval(51, by: "bob")
        other = Approval(
            tag: other.tag, identity: other.identity, repository: "repo", target: Scene.main, base: Scene.old,
            head: Scene.new,
            resultTree: Scene.tree, signature: .key(Scene.other), arrival: other.arrival)
        #expect(scene([Scene.approval(by: "bob"), other]).rejections() == [.approvals])
        #expect(scene([Scene.approval(by: "bob"), Scene.approval(51, by: "carol")]).rejections() == [])
    }

    @Test("Approvals that are used, unsigned, of strangers, of machines or without a record of arrival do not count")
    func unusable() {
        func approval(_ signature: SignatureFacts, arrival: Timestamp? = Timestamp(seconds: 0), used: Bool = false)
            -> Set<Violation.Rule>
        {
            rejections {
                $0.updates[0].approvals = [
                    Approval(
                        tag: Scene.id(50), identity: ApprovalIdentity(digest: [50]), repository: "repo",
                        target: Scene.main, base: Scene.old, head: Scene.new,
                        resultTree: Scene.tree, signature: signature, arrival: arrival,
                        state: used ? .consumed : .unused)
                ]
            }
        }
        #expect(approval(.key(Scene.key("bob"))) == [])
        #expect(approval(.key(Scene.key("bob")), used: true) == [.approvals])
        #expect(approval(.key(Scene.key("bob")), arrival: nil) == [.approvals])
        #expect(approval(.unsigned) == [.approvals])
        #expect(approval(.bad("no")) == [.approvals])
        #expect(approval(.key(Scene.key("robot"))) == [.approvals])
        #expect(approval(.key(Scene.other)) == [.approvals])
    }

    @Test("The age of an approval counts from its arrival")
    func age() {
        let arrival = Timestamp(seconds: 1_799_999_000)
        func scene(_ lifetime: Int64) -> Set<Violation.Rule> {
            rejections { $0.policy = Scene.policy(refs: [Scene.mainRule(expireAfter: lifetime)]) }
        }
        #expect(arrival.advanced(by: 1000) == Scene().time)
        #expect(scene(1000) == [.approvals])
        #expect(scene(1001) == [])
    }

    @Test("A path rule asks on top of the ref's rule, of its own team")
    func paths() {
        let rule = PathRule(
            match: GlobPattern("app/**")!, approvals: ApprovalRequirement(required: 1, from: ["platform"], line: 40),
            line: 39)
        var scene = Scene()
        scene.policy = Scene.policy(paths: [rule])
        #expect(scene.decide().updates[0].violations.map(\.policyLine) == [40])
        scene.updates[0].approvals.append(Scene.approval(51, by: "carol"))
        #expect(scene.rejections() == [])
        scene.updates[0].approvals = [Scene.approval(51, by: "carol")]
        #expect(scene.rejections() == [])
        scene.updates[0].approvals = [Scene.approval(by: "bob")]
        scene.updates[0].changedPaths = [ChangedPath(path: Array("application/deploy.yaml".utf8))]
        #expect(scene.rejections() == [])
    }

    @Test("A branch of a team is moved by its pusher, or without one by the signer of its new commit")
    func team() {
        func scene(pusher: Name?, signer: String, isBack: Bool = false) -> Set<Violation.Rule> {
            var scene = Scene(
                "refs/heads/release", commits: [Scene.commit(7, by: "alice"), Scene.commit(2, by: signer)])
            scene.policy = Scene.policy(refs: [
                RefRule(match: GlobPattern("refs/heads/release")!, isSigned: true, by: ["platform"])
            ])
            if let pusher {
                scene.root = Root(
                    repository: "repo", policyRef: Scene.main, owners: [Scene.person("carol")], threshold: 1,
                    receiptKey: [], pusherSource: "gitea")
                scene.pusher = .login(pusher)
            }
            scene.updates[0].isFastForward = !isBack
            return scene.rejections()
        }
        #expect(scene(pusher: nil, signer: "carol") == [])
        // Carol's old commit says nothing of who rolls the branch back to it.
        #expect(scene(pusher: nil, signer: "carol", isBack: true) == [.by])
        #expect(scene(pusher: nil, signer: "alice") == [.by])
        #expect(scene(pusher: "alice1", signer: "carol") == [.by])
    }

    // MARK: History and refs

    @Test("A protected ref is neither rewound nor deleted, and creating it is no hole")
    func history() {
        #expect(rejections { $0.updates[0].isFastForward = false } == [.history, .policy])
        var next = Scene("refs/heads/main", new: .zero, target: .nothing, commits: [])
        #expect(next.rejections() == [.history, .policy])
        next = Scene("refs/heads/main", old: .zero)
        #expect(next.rejections() == [.approvals])
        let created = Approval(
            tag: Scene.id(50), identity: ApprovalIdentity(digest: [50]), repository: "repo", target: Scene.main,
            base: .zero, head: Scene.new,
            resultTree: Scene.tree, signature: .key(Scene.key("bob")), arrival: Timestamp(seconds: 0))
        next.updates[0].approvals = [created]
        #expect(next.rejections() == [])
    }

    @Test(
        "What changes the meaning of accepted content is closed",
        arguments: [
            "refs/replace/\(Scene.old)", "refs/notes/commits", "refs/notes", "refs/sallyport/receipts",
            "refs/tags/approvals/x",
        ])
    func closed(ref: String) {
        var scene = Scene(ref)
        scene.policy = Scene.policy(refs: [RefRule(match: GlobPattern("refs/**")!)], unmatched: .allow)
        #expect(scene.rejections().contains(.closedRef))
    }

    @Test("Updates through symbolic refs, in namespaces, and twice in one push are refused")
    func indirect() {
        #expect(rejections { $0.updates[0].symbolicTarget = "refs/heads/other" } == [.symbolicRef])
        #expect(rejections { $0.namespace = "n" } == [.closedRef])
        #expect(rejections { $0.updates.append($0.updates[0]) } == [.repeatedRef])
    }

    @Test("Refs that no rule matches follow the explicit default")
    func unmatched() {
        var scene = Scene(
            "refs/changes/1", commits: [CommitFacts(id: Scene.new, signature: .unsigned, claims: Scene.claims("alice"))]
        )
        #expect(scene.rejections() == [.unmatchedRef])
        scene.policy = Scene.policy(unmatched: .allow)
        #expect(scene.rejections() == [])
    }

    @Test("Ref names that are equal in Unicode but not in bytes are two names")
    func bytes() {
        var scene = Scene("refs/heads/e\u{301}")
        scene.policy = Scene.policy(refs: [RefRule(match: GlobPattern("refs/heads/\u{e9}")!)])
        #expect(scene.rejections() == [.unmatchedRef])
        #expect(Name("K") != Name("\u{212a}"))
    }

    @Test("Mode observe tells and never rejects, but what is closed stays closed")
    func observe() {
        var scene = Scene()
        scene.policy = Scene.policy(refs: [Scene.mainRule(mode: .observe)])
        scene.updates[0].approvals = []
        let decision = scene.decide()
        #expect(decision.isAccepted)
        #expect(decision.updates[0].observations.map(\.rule) == [.approvals])
        scene.updates[0].symbolicTarget = "refs/heads/other"
        #expect(!scene.decide().isAccepted)
    }

    @Test("A pusher must be known where a server tells who pushes")
    func pushers() {
        func scene(_ pusher: PushFacts.Pusher) -> Set<Violation.Rule> {
            rejections {
                $0.root = Root(
                    repository: "repo", policyRef: Scene.main, owners: [Scene.person("carol")], threshold: 1,
                    receiptKey: [], pusherSource: "gitea")
                $0.pusher = pusher
            }
        }
        #expect(scene(.login("alice1")) == [])
        #expect(scene(.login("eve")) == [.pusher])
        #expect(scene(.missing) == [.pusher])
    }
}
