public import ExactValues
internal import GitNames
public import PolicyCore

/// What the gate found out about an update that it accepts, on its way through the journal into the receipt.
///
/// The journal keeps it as bytes and does not look inside.
public struct AcceptedUpdate: Sendable, Hashable {
    /// The pattern of the rule that was applied; empty where none was.
    public var rule = ""
    /// Whether the owners' quorum brought it in.
    public var isByOwners = false
    /// Levels of SLSA's source track.
    public var levels: [String] = []
    public var consumed: [Decision.ConsumedApproval] = []
    /// What the update establishes of the commits that it brings.
    public var established: [EstablishedCommit] = []
    /// The approval that it brings, where it is one.
    public var submitted: SubmittedApproval?

    public init() {}

    public init(_ decision: Decision.Update, submitted: SubmittedApproval?) {
        rule = decision.rule?.match.text ?? ""
        isByOwners = decision.isByOwners
        levels = decision.levels
        consumed = decision.consumed
        established = decision.established
        self.submitted = submitted
    }

    /// Who approved.
    public var approvers: [Name] { Set(consumed.map(\.person)).sorted() }
}
