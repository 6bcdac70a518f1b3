internal import ExactValues
internal import GitNames

/// One update with all that rules may look at.
struct UpdateContext {
    let standing: PolicyStanding
    let root: Root
    let push: PushFacts
    let facts: UpdateFacts
    /// Whether the same ref stands in the push before.
    let isRepeated: Bool
    /// The policy that judges; nil where the owners do.
    let policy: Policy?
    /// The policy's rule for the ref; nil where none matches, and below `refs/approvals/`.
    let rule: RefRule?

    init(standing: PolicyStanding, root: Root, push: PushFacts, facts: UpdateFacts, isRepeated: Bool) {
        self.standing = standing
        self.root = root
        self.push = push
        self.facts = facts
        self.isRepeated = isRepeated
        policy = standing.policy
        rule =
            Self.isSubmission(facts.update) || facts.update.ref == PolicyEvaluator.rootRef
            ? nil : standing.policy?.rule(for: facts.update.ref)
    }

    var update: RefUpdate { facts.update }

    private static func isSubmission(_ update: RefUpdate) -> Bool {
        update.ref.isWithin(PolicyEvaluator.approvalsNamespace)
    }

    /// Whether the policy, or while there is none the owners, judge the update.
    private var isOrdinary: Bool { !Self.isSubmission(update) && update.ref != PolicyEvaluator.rootRef }

    /// Whether rules of a scope speak to this update.
    func isWithin(_ scope: RuleScope) -> Bool {
        switch scope {
        case .everyUpdate: true
        case .approvalSubmission: Self.isSubmission(update)
        case .rootVersion: update.ref == PolicyEvaluator.rootRef
        case .withoutPolicy: isOrdinary && policy == nil
        case .underPolicy: isOrdinary && policy != nil
        case .matched: rule != nil
        }
    }

    /// Who pushes, where the server tells it and the policy knows the login.
    var pusher: Person? {
        guard case .login(let login) = push.pusher, let policy, let source = root.pusherSource else { return nil }
        return policy.person(withLogin: login, on: source)
    }

    /// Why a signature does not say who signed, or nil when it does.
    func objection(to signature: SignatureFacts) -> Finding.SignatureProblem? {
        switch signature {
        case .unsigned: return .unsigned
        case .bad(let reason): return .bad(reason)
        case .key(let key):
            guard let (person, key) = policy?.owner(ofKey: key) else { return .unknownKey }
            return key.objection(at: push.time).map { .keyDoesNotCount(person.name, $0) }
        }
    }

    /// The owner whose key, counting now, made a signature.
    func owner(of signature: SignatureFacts) -> Name? {
        root.owner(of: signature, at: push.time)
    }
}
