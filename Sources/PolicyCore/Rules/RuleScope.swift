/// The updates that a rule speaks to.
enum RuleScope: Sendable {
    /// All of them.
    case everyUpdate
    /// Those below `refs/approvals/`, with or without a policy.
    case approvalSubmission
    /// Those of the root's ref, with or without a policy.
    case rootVersion
    /// Those of other refs, while there is no policy that can be used.
    case withoutPolicy
    /// Those of other refs, under a policy.
    case underPolicy
    /// Those whose ref a rule of the policy matches. What is found there only rejects when that rule enforces.
    case matched
}
