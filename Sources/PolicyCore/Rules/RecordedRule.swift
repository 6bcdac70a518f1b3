internal import GitNames

/// B2: an update goes on from the last receipt of its ref. A ref that was moved past the gate is shut until the owners
/// have put that on record.
enum RecordedRule: Rule {
    static let scope = RuleScope.everyUpdate

    static func findings(_ context: UpdateContext) -> [Finding] {
        guard context.facts.recorded != context.update.old else { return [] }
        return [Finding(.movedPast, .movedPast(recorded: context.facts.recorded))]
    }
}
