internal import ExactValues
internal import GitNames

/// The built-in rule of `refs/approvals/<head>/<tag>`.
enum ApprovalSubmissionRule: Rule {
    static let scope = RuleScope.approvalSubmission

    static func findings(_ context: UpdateContext) -> [Finding] {
        problems(context).map {
            Finding(.approvalForm, .approvalForm($0), object: context.update.new.isZero ? nil : context.update.new)
        }
    }

    private static func problems(_ context: UpdateContext) -> [String] {
        let update = context.update
        guard update.isCreation, !update.isDeletion else { return ["approvals are only ever added"] }
        guard case .tag(let tag) = context.facts.target, let submission = context.facts.submission else {
            return ["an approval is an annotated tag"]
        }
        switch submission {
        case .malformed(let reason): return [reason]
        case .repeated(let first): return ["the same signature is there already, as object \(first.tag.short)"]
        case .approval(let approval): return problems(approval, tag, context)
        }
    }

    private static func problems(_ approval: Approval, _ tag: TagFacts, _ context: UpdateContext) -> [String] {
        var problems: [String] = []
        let name = "\(PolicyEvaluator.approvalsNamespace)\(approval.head)/\(approval.tag)"
        if Name(context.update.ref.text) != Name(name) { problems.append("this approval belongs at \(name)") }
        if !"approvals/\(approval.head)".utf8.elementsEqual(tag.name) {
            problems.append("its tag must be named approvals/\(approval.head) inside")
        }
        if !tag.tagsCommit { problems.append("it does not tag a commit") }
        if approval.repository != context.root.repository {
            problems.append("it is for repository \(approval.repository)")
        }
        // An owner consents also to what replaces a policy that does not name them.
        if context.owner(of: approval.signature) == nil {
            if context.policy == nil {
                problems.append("it is not signed by an owner")
            } else if let objection = context.objection(to: approval.signature) {
                problems.append("it \(Finding.text(objection))")
            }
        }
        return problems
    }
}
