internal import ExactValues
internal import GitNames

/// Approvals that are missing.
struct ApprovalShortage: Sendable, Hashable {
    /// What asks for them: the ref, or a path.
    let what: String
    let requirement: ApprovalRequirement
    /// The first commit that lacks some; nil for the change as such.
    let commit: ObjectID?
    /// Who has approved it.
    let approvers: [Name]
    /// Approvals that do not count, and why.
    let refused: [String]
    /// Who could approve.
    let able: [Name]
    /// Why nobody can: it is not known who made the commit.
    let gap: String?
    /// Who rejects the change.
    let blockedBy: Name?
}
