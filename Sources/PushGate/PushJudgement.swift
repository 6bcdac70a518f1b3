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
}
