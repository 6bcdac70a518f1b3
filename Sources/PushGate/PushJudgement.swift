public import Evidence
public import GitNames
public import PolicyCore

/// A decision on a push with what its receipts will say.
public struct PushJudgement: Sendable {
    public var decision: Decision
    /// For each update of the decision what was found out about it.
    public let accepted: [AcceptedUpdate]
    /// The policy that judged; nil where the owners' quorum did.
    public let policy: PolicyVersion?
    /// The policy file that the push itself brings.
    public let nextPolicy: ObjectID?

    init(decision: Decision, accepted: [AcceptedUpdate], policy: PolicyVersion?, nextPolicy: ObjectID?) {
        self.decision = decision
        self.accepted = accepted
        self.policy = policy
        self.nextPolicy = nextPolicy
    }

    /// A push of which every update is rejected for one reason.
    public init(rejecting updates: [RefUpdate], for violation: Violation) {
        self.init(
            decision: Decision(updates: updates.map { .init(update: $0, rule: nil, violations: [violation]) }),
            accepted: updates.map { _ in AcceptedUpdate() }, policy: nil, nextPolicy: nil)
    }
}
