/// `history: fast-forward`: the ref is not rewound.
enum HistoryRule: Rule {
    static let scope = RuleScope.matched

    static func findings(_ context: UpdateContext) -> [Finding] {
        guard let rule = context.rule, rule.isFastForwardOnly, !context.update.isDeletion, !context.facts.isFastForward
        else { return [] }
        return [Finding(.history, .rewound, policyLine: rule.line, object: context.update.new)]
    }
}
