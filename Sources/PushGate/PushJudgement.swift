public import Evidence
public import GitNames
public import PolicyCore

/// A decision on a push with what it was made of.
public struct PushJudgement: Sendable {
    public let decision: Decision
    public let facts: PushFacts
    /// The policy that judged; nil where the owners' quorum did.
    public let policy: PolicyVersion?
    /// The policy file that the push itself brings.
    public let nextPolicy: ObjectID?
}
