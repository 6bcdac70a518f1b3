/// The rules of the push gate, in the order in which they speak.
enum RuleOrder {
    static let all: [any Rule.Type] = [
        RefNameRule.self,
        ObjectFormRule.self,
        ApprovalSubmissionRule.self,
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
}
