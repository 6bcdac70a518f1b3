import ExactValues
import GitNames
import PolicyCore
import Testing

@Suite("Changing the policy")
struct PolicyChangeTests {
    private func rejections(_ change: PolicyChange) -> Set<Violation.Rule> {
        var scene = Scene()
        scene.updates[0].policyChange = change
        return scene.rejections()
    }

    @Test("Serials only rise, and a policy is neither removed nor replaced by one that does not load")
    func serials() {
        #expect(rejections(.replaced(by: Scene.policy(serial: 2))) == [])
        #expect(rejections(.replaced(by: Scene.policy(serial: 1))) == [.policy])
        #expect(rejections(.removed) == [.policy])
        #expect(rejections(.broken("line 3")) == [.policy])
    }

    @Test("A policy for another repository, or one that lacks the gate's receipt key, is refused")
    func identity() {
        let other = Policy(
            repository: "other", serial: 2, people: Array(Scene.policy().people.values),
            teams: Array(Scene.policy().teams.values), refs: Scene.policy().refs)
        #expect(rejections(.replaced(by: other)) == [.policy])
        func keyed(_ byte: UInt8, from: Int64? = nil) -> Policy {
            Policy(
                repository: "repo", serial: 2,
                receiptKeys: [
                    ReceiptKey(
                        publicKey: Array(repeating: byte, count: 32), validFrom: from.map { Timestamp(seconds: $0) })
                ],
                people: Array(Scene.policy().people.values), teams: Array(Scene.policy().teams.values),
                refs: Scene.policy().refs)
        }
        #expect(rejections(.replaced(by: keyed(1))) == [.policy])
        #expect(rejections(.replaced(by: keyed(9))) == [])
        #expect(rejections(.replaced(by: keyed(9, from: 1_800_000_000))) == [])
        #expect(rejections(.replaced(by: keyed(9, from: 1_800_000_001))) == [.policy])
    }

    @Test("A policy that leaves its own ref open, or can never be satisfied, is refused")
    func unsatisfiable() {
        func refs(_ rules: [RefRule]) -> Set<Violation.Rule> {
            rejections(.replaced(by: Scene.policy(serial: 2, refs: rules)))
        }
        #expect(refs([]) == [.policy])
        #expect(refs([RefRule(match: GlobPattern("refs/**")!)]) == [.policy])
        #expect(refs([Scene.mainRule(mode: .observe)]) == [.policy])
        #expect(refs([Scene.mainRule(required: 3)]) == [])
        #expect(refs([Scene.mainRule(required: 4)]) == [.policy])
    }

    @Test("What can never be satisfied is told with its line")
    func problems() {
        func problems(_ rules: [RefRule], people: [Person]? = nil) -> [Int] {
            Scene.policy(people: people, refs: rules).problems().map(\.line)
        }
        #expect(problems([Scene.mainRule()]) == [])
        #expect(problems([Scene.mainRule(required: 4)]) == [12])
        // Alice alone could approve, and only the changes of others: there are no others.
        #expect(
            Policy(
                repository: "r", serial: 1, people: [Scene.person("alice")],
                teams: [Team(name: "shop", members: ["alice"])], refs: [Scene.mainRule()]
            ).problems().map(\.line) == [12])
        let twice = [
            Scene.person("alice"), Scene.person("bob", keys: [SigningKey(identity: Scene.key("alice"), line: 77)]),
            Scene.person("carol"), Scene.person("robot", kind: .machine),
        ]
        #expect(problems([Scene.mainRule()], people: twice).contains(77))
        let sameLogin = [
            Scene.person("alice", login: "x"), Scene.person("bob", login: "x"), Scene.person("carol"),
            Scene.person("robot", kind: .machine),
        ]
        #expect(problems([Scene.mainRule()], people: sameLogin).count == 1)
    }

    // MARK: Owners

    private func founding(_ change: (inout Scene) -> Void = { _ in }) -> Scene {
        var scene = Scene("refs/heads/main", old: .zero, commits: [Scene.commit(2, by: "carol")])
        scene.standing = .absent
        scene.updates[0].policyChange = .replaced(by: Scene.policy())
        change(&scene)
        return scene
    }

    @Test(
        "The owners bring the first policy in, and replace one that went bad; nobody else does, and nothing else goes in"
    )
    func owners() {
        #expect(founding().rejections() == [])
        #expect(founding { $0.standing = .broken("line 1") }.rejections() == [])
        #expect(
            founding {
                $0.updates[0].commits = [Scene.commit(2, by: "alice")]
                $0.updates[0].tip = .key(Scene.key("alice"))
            }.rejections() == [.owners])
        #expect(
            founding { $0.updates[0].commits.insert(Scene.commit(7, by: "alice"), at: 0) }.rejections() == [.owners])
        #expect(founding { $0.updates[0].policyChange = .none }.rejections() == [.owners])
        #expect(founding { $0.updates[0].policyChange = .broken("x") }.rejections() == [.policy])
        #expect(founding { $0.updates[0].isFastForward = false }.rejections() == [.owners])
        #expect(
            founding { $0.updates[0].policyChange = .replaced(by: Scene.policy(refs: [])) }.rejections() == [.policy])
        var other = Scene("refs/heads/other", old: .zero, commits: [Scene.commit(2, by: "carol")])
        other.standing = .absent
        #expect(other.rejections() == [])
        other.updates[0].commits = [Scene.commit(2, by: "alice")]
        other.updates[0].tip = .key(Scene.key("alice"))
        #expect(other.rejections() == [.owners])
    }

    @Test("A quorum of two takes two owners, bound to this very change")
    func quorum() {
        func scene(_ approvals: [Approval]) -> Set<Violation.Rule> {
            founding {
                $0.root = Root(
                    repository: "repo", policyRef: Scene.main, owners: [Scene.person("carol"), Scene.person("dave")],
                    threshold: 2, receiptKey: [])
                $0.updates[0].approvals = approvals
            }.rejections()
        }
        func approval(by person: String, base: ObjectID = .zero) -> Approval {
            Approval(
                tag: Scene.id(50), identity: ApprovalIdentity(digest: [50]), repository: "repo", target: Scene.main,
                base: base, head: Scene.new,
                resultTree: Scene.tree, signature: .key(Scene.key(person)),
                fit: base.isZero ? .exact : .other("another base"))
        }
        #expect(scene([]) == [.owners])
        #expect(scene([approval(by: "carol")]) == [.owners])
        #expect(scene([approval(by: "bob")]) == [.owners])
        #expect(scene([approval(by: "dave", base: Scene.old)]) == [.owners])
        #expect(scene([approval(by: "dave")]) == [])
    }

    // MARK: Submissions

    @Test("Approvals are only added, signed, well-formed, in their place and for this repository")
    func submissions() {
        let tag = Scene.id(50)
        func scene(
            ref: String? = nil, old: ObjectID = .zero, name: String? = nil, tagsCommit: Bool = true,
            signer: SignatureFacts = .key(Scene.key("bob")), repository: Name = "repo"
        ) -> Set<Violation.Rule> {
            let facts = TagFacts(
                id: tag, name: Array((name ?? "approvals/\(Scene.new)").utf8), target: Scene.new,
                tagsCommit: tagsCommit, signature: signer)
            var scene = Scene(
                ref ?? "refs/approvals/\(Scene.new)/\(tag)", old: old, new: tag, target: .tag(facts), commits: [])
            scene.updates[0].submission = .approval(
                Approval(
                    tag: tag, identity: ApprovalIdentity(digest: [50]), repository: repository, target: Scene.main,
                    base: Scene.old, head: Scene.new,
                    resultTree: Scene.tree, signature: signer))
            return scene.rejections()
        }
        #expect(scene() == [])
        #expect(scene(ref: "refs/approvals/\(Scene.old)/\(tag)") == [.approvalForm])
        #expect(scene(old: Scene.old) == [.approvalForm])
        #expect(scene(name: "v1") == [.approvalForm])
        #expect(scene(tagsCommit: false) == [.approvalForm])
        #expect(scene(signer: .unsigned) == [.approvalForm])
        #expect(scene(signer: .key(Scene.other)) == [.approvalForm])
        #expect(scene(repository: "other") == [.approvalForm])
        #expect(
            Scene("refs/approvals/\(Scene.new)/\(tag)", old: tag, new: .zero, target: .nothing, commits: [])
                .rejections() == [.approvalForm])
        #expect(Scene("refs/approvals/x", old: .zero).rejections() == [.approvalForm])
    }
}
