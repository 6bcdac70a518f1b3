internal import GitNames

/// `signed: required`: everything new, the tag and the commits, is signed by somebody the policy knows, or was when a
/// receipt said so.
enum SignedRule: Rule {
    static let scope = RuleScope.matched

    static func findings(_ context: UpdateContext) -> [Finding] {
        guard let rule = context.rule, rule.isSigned, !context.update.isDeletion, !context.isReplacedByOwners
        else { return [] }
        func finding(_ id: ObjectID, _ kind: String, _ objection: Finding.SignatureProblem) -> Finding {
            Finding(.signed, .signature(kind: kind, objection), policyLine: rule.line, object: id)
        }
        var findings: [Finding] = []
        if case .tag(let tag) = context.facts.target, let objection = context.objection(to: tag.signature) {
            findings.append(finding(tag.id, "tag", objection))
        }
        for commit in context.facts.commits {
            if let objection = objection(to: commit, rule, context) {
                findings.append(finding(commit.id, "commit", objection))
            }
        }
        return findings
    }

    private static func objection(
        to commit: CommitFacts, _ rule: RefRule, _ context: UpdateContext
    ) -> Finding.SignatureProblem? {
        if let facts = commit.established {
            if facts.signer != nil || (facts.wasThereBefore && rule.countsGenesis) { return nil }
        }
        return context.objection(to: commit.signature)
    }
}
