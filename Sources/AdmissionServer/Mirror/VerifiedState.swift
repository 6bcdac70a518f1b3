public import ClusterGate
public import DesiredState

/// What a mirror holds, after everything in it was checked.
public struct VerifiedState: Sendable {
    public let state: AcceptedState
    /// What Git declares at the state's commit.
    public let desired: DesiredState
    /// What the policy at the state's receipt says of this cluster.
    public let rules: ClusterRules
    /// Whether the receipt of the state accepted before is in this one's chain, at its number. True when there was none.
    public let continuesLast: Bool

    public init(
        state: AcceptedState, desired: DesiredState, rules: ClusterRules = .none, continuesLast: Bool
    ) {
        self.state = state
        self.desired = desired
        self.rules = rules
        self.continuesLast = continuesLast
    }
}
