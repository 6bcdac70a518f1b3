/// P2: what is pushed can be read in one way only.
enum ObjectFormRule: Rule {
    static let scope = RuleScope.everyUpdate

    static func findings(_ context: UpdateContext) -> [Finding] {
        guard case .malformed(let reason) = context.facts.target else { return [] }
        return [Finding(.objectKind, .malformedObject(reason), object: context.update.new)]
    }
}
