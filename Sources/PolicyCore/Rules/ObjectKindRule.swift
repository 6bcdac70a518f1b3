internal import GitNames

/// A branch names a commit; a tag tags one, and is an annotated one where it must be signed.
enum ObjectKindRule: Rule {
    static let scope = RuleScope.matched

    static func findings(_ context: UpdateContext) -> [Finding] {
        guard let rule = context.rule, let problem = problem(context, rule) else { return [] }
        return [Finding(.objectKind, problem, policyLine: rule.line, object: context.update.new)]
    }

    private static func problem(_ context: UpdateContext, _ rule: RefRule) -> Finding.Problem? {
        switch context.facts.target {
        case .commit where context.update.ref.isTag && rule.isSigned: .unsignedTag
        case .tag(let tag) where !tag.tagsCommit: .tagOfNoCommit
        case .other(let kind): .noCommit(kind: kind)
        default: nil
        }
    }
}
