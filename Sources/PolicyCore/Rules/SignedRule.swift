internal import GitNames

/// `signed: required`: everything new that carries a signature, the tag and the commits that no receipt of this rule
/// covers, is signed by somebody the policy knows.
enum SignedRule: Rule {
    static let scope = RuleScope.matched

    static func findings(_ context: UpdateContext) -> [Finding] {
        guard let rule = context.rule, rule.isSigned, !context.update.isDeletion else { return [] }
        var findings: [Finding] = []
        func look(_ id: ObjectID, _ kind: String, _ signature: SignatureFacts) {
            guard let objection = context.objection(to: signature) else { return }
            findings.append(
                Finding(.signed, .signature(kind: kind, objection), policyLine: rule.line, object: id))
        }
        if case .tag(let tag) = context.facts.target { look(tag.id, "tag", tag.signature) }
        for commit in context.facts.commits where context.facts.unreceipted.contains(commit.id) {
            look(commit.id, "commit", commit.signature)
        }
        return findings
    }
}
