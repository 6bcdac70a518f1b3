/// `immutable`: the ref may be created, and nothing else.
enum ImmutableRule: Rule {
    static let scope = RuleScope.matched

    static func findings(_ context: UpdateContext) -> [Finding] {
        guard let rule = context.rule, rule.isImmutable, !context.update.isCreation else { return [] }
        return [Finding(.immutable, .immutable, policyLine: rule.line)]
    }
}
