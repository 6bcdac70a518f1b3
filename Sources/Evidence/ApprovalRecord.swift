public import ExactValues
public import GitNames
public import PolicyCore

/// What is on record of an approval, from its first arrival on.
public struct ApprovalRecord: Sendable, Hashable {
    public let identity: ApprovalIdentity
    /// The tag object that it first arrived as.
    public let tag: ObjectID
    public let verdict: Approval.Verdict
    /// Who signed it, by the policy that took it in; nil when that was nobody the policy knew.
    public let person: Name?
    public let target: RefName
    public let head: ObjectID
    public let arrival: Timestamp
    public var state: Approval.State

    public init(
        identity: ApprovalIdentity, tag: ObjectID, verdict: Approval.Verdict, person: Name?, target: RefName,
        head: ObjectID, arrival: Timestamp, state: Approval.State = .unused
    ) {
        self.identity = identity
        self.tag = tag
        self.verdict = verdict
        self.person = person
        self.target = target
        self.head = head
        self.arrival = arrival
        self.state = state
    }

    /// Whether this, arriving later, takes back what the other says: the same person on the same head and target.
    public func supersedes(_ other: ApprovalRecord) -> Bool {
        let isTurn = verdict == .withdraw || verdict == .reject || other.verdict == .reject
        return isTurn && other.state == .unused && person != nil && person == other.person && target == other.target
            && head == other.head && identity != other.identity
    }
}
