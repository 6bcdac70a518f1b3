public import Evidence
public import ExactValues
internal import GitNames
internal import GitStore
public import PolicyCore

/// From ref updates to a decision: gathers facts, and has the policy that was in force before the push decide.
public struct PushGate {
    let gate: InstalledGate
    private let memo: JudgementMemo

    /// - Parameter memo: keeps what follows from objects alone, for another judgement of them.
    public init(_ gate: InstalledGate, memo: JudgementMemo = JudgementMemo()) {
        self.gate = gate
        self.memo = memo
    }

    /// Decides on a push. Nothing is changed.
    /// - Parameters:
    ///   - updates: what the push wants, all of it.
    ///   - time: when the push was received.
    ///   - pusher: who pushes, see ``PusherSource``.
    ///   - namespace: the value of GIT_NAMESPACE; nil or empty when it is not set.
    ///   - prior: what receipts say so far.
    ///   - place: where the policy that judges stands.
    public func judge(
        _ updates: [RefUpdate], at time: Timestamp, pusher: PushFacts.Pusher, namespace: String? = nil,
        prior: any PriorReceipts, by place: PolicyPlace = .ref
    ) throws(PushGateError) -> PushJudgement {
        let lookup = PolicyLookup(repository: gate.repository, root: gate.root, memo: memo)
        let (standing, version) = try lookup.standing(place)
        let push = PushFacts(
            time: time, pusher: pusher, namespace: namespace?.isEmpty == false ? namespace : nil, updates: [])
        let gatherer = FactGatherer(
            repository: gate.repository, root: gate.root, standing: standing, prior: prior, push: push,
            updates: updates, memo: memo)
        var facts: [UpdateFacts] = []
        var submitted: [ObjectID: SubmittedApproval] = [:]
        var arrived: Set<ApprovalIdentity> = []
        var nextPolicy: ObjectID?
        for update in updates {
            var found = try gatherer.facts(update)
            if case .approval(let approval) = found.submission, !arrived.insert(approval.identity).inserted {
                found.submission = .repeated(approval)
            }
            if case .replaced = found.policyChange { nextPolicy = try lookup.file(in: update.new) }
            if case .approval(let approval) = found.submission {
                submitted[update.new] = try gatherer.submitted(approval)
            }
            facts.append(found)
        }
        let decision = PolicyEvaluator.decide(standing, root: gate.root, facts: push.with(facts))
        return PushJudgement(
            decision: decision,
            accepted: decision.updates.map { AcceptedUpdate($0, submitted: submitted[$0.update.new]) },
            policy: standing.policy == nil ? nil : version, nextPolicy: nextPolicy)
    }
}
