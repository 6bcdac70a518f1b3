/// P9: refs that no rule matches follow the policy's explicit default.
enum UnmatchedRule: Rule {
    static let scope = RuleScope.underPolicy

    static func findings(_ context: UpdateContext) -> [Finding] {
        guard context.rule == nil, context.policy?.unmatched == .reject else { return [] }
        return [Finding(.unmatchedRef, .unmatched)]
    }
}
