internal import Evidence
internal import ExactValues
internal import GitNames
internal import GitStore
internal import PolicyCore
internal import PolicyFile

/// Finds out about each update what a decision rests on: cheap facts first, and the others only where these do not
/// reject the update already.
struct FactGatherer {
    /// The most commits that one push may bring.
    static let commitLimit = 100_000

    let repository: Repository
    let root: Root
    let standing: PolicyStanding
    let prior: any PriorReceipts
    /// The push without facts: time, pusher and namespace.
    let push: PushFacts
    let reader: ObjectReader
    /// The approvals that a receipt holds, when it is judged again; nil looks at those that are there.
    let recordedApprovals: [ObjectID]?
    let memo: JudgementMemo
    let merges = MergeAllowance()
    /// The approvals that come with this push.
    let pushedApprovals: [ObjectID]

    init(
        repository: Repository, root: Root, standing: PolicyStanding, prior: any PriorReceipts, push: PushFacts,
        updates: [RefUpdate], recordedApprovals: [ObjectID]? = nil, memo: JudgementMemo
    ) {
        self.repository = repository
        self.root = root
        self.standing = standing
        self.prior = prior
        self.push = push
        self.recordedApprovals = recordedApprovals
        self.memo = memo
        pushedApprovals = updates.filter { $0.ref.isWithin(PolicyEvaluator.approvalsNamespace) && $0.isCreation }
            .map(\.new)
        reader = ObjectReader(
            repository, memo.readings(policy: standing.policy, root: root, at: push.time))
    }

    func facts(_ update: RefUpdate) throws(PushGateError) -> UpdateFacts {
        let symbolic = try reading { () throws(GitError) in try repository.symbolicTarget(of: update.ref.text) }
        let recorded = try attesting { () throws(EvidenceError) in try prior.value(of: update.ref) } ?? .zero
        var facts = UpdateFacts(
            update: update, target: .nothing, recorded: recorded, symbolicTarget: symbolic, isFastForward: false)
        // What is closed to everybody is not worth a look, and a symbolic ref's content is that of another one.
        let isClosed = PolicyEvaluator.closedNamespace(of: update.ref) != nil
        guard !isClosed, symbolic == nil, !update.isDeletion else { return facts }
        let object = try reader.object(update.new)
        facts.target = object.target
        if let signed = object.signed { facts.tip = reader.signature(of: object.id, signed) }
        facts.isFastForward = try isFastForward(update)
        if update.ref.isWithin(PolicyEvaluator.approvalsNamespace) {
            facts.submission = try submission(object)
            facts.proposal = try proposal(of: facts.submission)
            return facts
        }
        guard facts.head != nil else { return facts }
        if update.ref == PolicyEvaluator.rootRef {
            guard case .commit = facts.target else { return facts }
            facts.proposal = try RootLookup(repository).proposal(in: update.new)
            facts.approvals = try approvals(facts)
            return facts
        }
        try gather(&facts)
        return facts
    }

    private func gather(_ facts: inout UpdateFacts) throws(PushGateError) {
        let update = facts.update
        let rule = standing.policy?.rule(for: update.ref)
        facts.policyChange = try PolicyLookup(repository: repository, root: root, memo: memo).change(update)
        try gatherCommits(&facts, rule)
        let isPolicyRef = update.ref == root.policyRef
        guard rule?.approvals != nil || isPolicyRef else { return }
        facts.changedPaths = try changedPaths(facts)
        if PolicyEvaluator.isRejected(standing, root: root, push: push, facts: facts) {
            facts.isPartial = true
            return
        }
        if rule?.approvals != nil { try gatherMerges(&facts) }
        facts.approvals = try approvals(facts)
    }

    private func isFastForward(_ update: RefUpdate) throws(PushGateError) -> Bool {
        guard !update.isCreation else { return true }
        return try reading { () throws(GitError) in
            guard try repository.objectKind(update.old) == .commit, try repository.objectKind(update.new) == .commit
            else { return false }
            return try repository.isAncestor(update.old, of: update.new)
        }
    }

    func reading<Result>(_ body: () throws(GitError) -> Result) throws(PushGateError) -> Result {
        try PushGateError.reading(body)
    }

    func attesting<Result>(_ body: () throws(EvidenceError) -> Result) throws(PushGateError) -> Result {
        try PushGateError.attesting(body)
    }
}
