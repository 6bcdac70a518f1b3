internal import Evidence
public import ExactValues
internal import GitNames
internal import GitStore
public import PolicyCore

/// From ref updates to a decision: gathers facts, and has the policy that was in force before the push decide.
public struct PushGate {
    let gate: InstalledGate

    public init(_ gate: InstalledGate) {
        self.gate = gate
    }

    /// Decides on a push. Nothing is changed.
    /// - Parameters:
    ///   - updates: what the push wants, all of it.
    ///   - time: when the push was received.
    ///   - pusher: who pushes, see ``PusherSource``.
    ///   - namespace: the value of GIT_NAMESPACE; nil or empty when it is not set.
    public func judge(
        _ updates: [RefUpdate], at time: Timestamp, pusher: PushFacts.Pusher, namespace: String? = nil
    ) throws(PushGateError) -> PushJudgement {
        let repository = gate.repository
        let lookup = PolicyLookup(repository: repository, root: gate.root)
        let (standing, version) = try lookup.standing()
        let index = try PushGateError.attesting { () throws(EvidenceError) in try ReceiptIndex(repository) }
        let gatherer = FactGatherer(gate, standing: standing, index: index, push: updates, time: time)
        var facts: [UpdateFacts] = []
        var nextPolicy: ObjectID?
        for update in updates {
            let found = try gatherer.facts(update)
            if case .replaced = found.policyChange { nextPolicy = try lookup.file(in: update.new) }
            facts.append(found)
        }
        let push = PushFacts(
            time: time, pusher: pusher, namespace: namespace?.isEmpty == false ? namespace : nil, updates: facts)
        let decision = PolicyEvaluator.decide(standing, root: gate.root, facts: push)
        return PushJudgement(
            decision: decision, facts: push, policy: standing.policy == nil ? nil : version, nextPolicy: nextPolicy)
    }
}
