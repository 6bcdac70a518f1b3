import ExactValues
import GitNames
import PolicyCore

/// A policy of a shop, and pushes to it that are right until a test makes them wrong.
struct Scene {
    var policy: Policy
    var standing: PolicyStanding?
    var root: Root
    var pusher: PushFacts.Pusher = .notTold
    var namespace: String?
    var time = Timestamp(seconds: 1_800_000_000)
    var updates: [UpdateFacts]

    static let main = RefName("refs/heads/main")!
    static let old = id(1)
    static let new = id(2)
    static let tree = id(3)

    static func id(_ number: UInt8) -> ObjectID {
        ObjectID(bytes: Array(repeating: 0, count: 19) + [number])!
    }

    static func key(_ person: String) -> KeyIdentity { KeyIdentity(.ssh, Array(person.utf8)) }

    /// A key of nobody, or a second one of somebody.
    static let other = KeyIdentity(.ssh, [7])

    static func person(
        _ name: String, kind: Person.Kind = .human, keys: [SigningKey]? = nil, login: String? = nil
    ) -> Person {
        Person(
            name: Name(name), kind: kind, keys: keys ?? [SigningKey(identity: key(name))],
            emails: ["\(name)@shop.example"],
            logins: login.map { ["gitea": Name($0)] } ?? [:])
    }

    static func mainRule(
        required: Int = 1, expireAfter: Int64? = nil, mode: RefRule.Mode = .enforce
    ) -> RefRule {
        RefRule(
            match: GlobPattern("refs/heads/main")!, mode: mode, isSigned: true,
            approvals: ApprovalRequirement(required: required, from: ["shop"], expireAfter: expireAfter, line: 12),
            isFastForwardOnly: true, line: 10)
    }

    static func policy(
        serial: Int64 = 1, people: [Person]? = nil, refs: [RefRule]? = nil, paths: [PathRule] = [],
        unmatched: Policy.Unmatched = .reject
    ) -> Policy {
        Policy(
            repository: "repo", serial: serial,
            people: people ?? [
                person("alice", login: "alice1"), person("bob", login: "bob1"), person("carol"),
                person("robot", kind: .machine),
            ],
            teams: [
                Team(name: "shop", members: ["alice", "bob", "carol", "robot"]),
                Team(name: "platform", members: ["carol"]),
            ],
            refs: refs ?? [
                mainRule(),
                RefRule(
                    match: GlobPattern("refs/tags/v*")!, isSigned: true, by: ["platform"], isImmutable: true, line: 20),
                RefRule(match: GlobPattern("refs/heads/**")!, isSigned: true, line: 30),
            ], unmatched: unmatched, paths: paths)
    }

    static func commit(_ number: UInt8, by person: String, email: String? = nil) -> CommitFacts {
        CommitFacts(
            id: id(number), parents: [old], signature: .key(key(person)),
            claims: MakerClaims(author: email ?? "\(person)@shop.example", committer: "\(person)@shop.example"))
    }

    static func claims(_ person: String) -> MakerClaims {
        MakerClaims(author: "\(person)@shop.example", committer: "\(person)@shop.example")
    }

    static func approval(_ number: UInt8 = 50, by person: String) -> Approval {
        Approval(
            tag: id(number), identity: ApprovalIdentity(digest: [number]), repository: "repo", target: main, base: old,
            head: new, resultTree: tree,
            signature: .key(key(person)), arrival: Timestamp(seconds: 1_799_999_000))
    }

    /// Alice's signed change of main, approved by Bob.
    init() {
        policy = Self.policy()
        root = Root(
            repository: "repo", policyRef: Self.main, owners: [Self.person("carol")], threshold: 1,
            receiptKey: Array(repeating: 9, count: 32))
        updates = [
            UpdateFacts(
                update: RefUpdate(ref: Self.main, old: Self.old, new: Self.new), target: .commit(tree: Self.tree),
                commits: [Self.commit(2, by: "alice")],
                changedPaths: [ChangedPath(path: Array("app/deploy.yaml".utf8))],
                approvals: [Self.approval(by: "bob")])
        ]
    }

    /// A push of one other update.
    init(
        _ ref: String, old: ObjectID = Self.old, new: ObjectID = Self.new,
        target: UpdateFacts.Target = .commit(tree: Self.tree), commits: [CommitFacts] = [Self.commit(2, by: "alice")]
    ) {
        self.init()
        updates = [
            UpdateFacts(
                update: RefUpdate(ref: RefName(ref)!, old: old, new: new), target: target, commits: commits)
        ]
    }

    func decide() -> Decision {
        PolicyEvaluator.decide(
            standing ?? .inForce(policy), root: root,
            facts: PushFacts(time: time, pusher: pusher, namespace: namespace, updates: updates))
    }

    /// The rules that reject the push, each once.
    func rejections() -> Set<Violation.Rule> {
        Set(decide().updates.flatMap { $0.violations.map(\.rule) })
    }
}
