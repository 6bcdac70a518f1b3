internal import ExactValues

/// Approvals that are missing.
struct ApprovalShortage: Sendable, Hashable {
    /// What asks for them: the ref, or a path.
    let what: String
    let requirement: ApprovalRequirement
    /// Who has approved.
    let approvers: [Name]
    /// Approvals that do not count, and why.
    let refused: [String]
    /// Who could approve.
    let able: [Name]
}
