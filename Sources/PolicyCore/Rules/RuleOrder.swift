/// The rules of the push gate, in the order in which they speak.
enum RuleOrder {
    static let all: [any Rule.Type] = [
        RefNameRule.self,
        RecordedRule.self,
        ObjectFormRule.self,
        ApprovalSubmissionRule.self,
        RootRule.self,
        OwnersRule.self,
        PusherRule.self,
        TagNameRule.self,
        PolicyChangeRule.self,
        UnmatchedRule.self,
        ImmutableRule.self,
        DeletionRule.self,
        HistoryRule.self,
        ObjectKindRule.self,
        SignedRule.self,
        TeamsRule.self,
        ApprovalsRule.self,
    ]

    /// The rules that look at no approvals: what they find is told without looking for any.
    static let beforeApprovals = all.filter { $0 != OwnersRule.self && $0 != RootRule.self && $0 != ApprovalsRule.self }
}
