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
        let name = "\(PolicyEvaluator.approvalsNamespace)\(approval.tagged)/\(approval.tag)"
        if Name(context.update.ref.text) != Name(name) { problems.append("this approval belongs at \(name)") }
        if !"approvals/\(approval.tagged)".utf8.elementsEqual(tag.name) {
            problems.append("its tag must be named approvals/\(approval.tagged) inside")
        }
        // What a ref was moved to past the gate may be anything.
        if !tag.tagsCommit, approval.verdict != .heal { problems.append("it does not tag a commit") }
        if approval.repository != context.root.repository {
            problems.append("it is for repository \(approval.repository)")
        }
        if approval.verdict == .heal, !PolicyEvaluator.canHeal(approval.target) {
            problems.append("\(approval.target) is closed: what is there cannot be put on record")
        }
        if let problem = signerProblem(approval, context) { problems.append(problem) }
        return problems
    }

    /// Only owners put on record that a ref was moved past the gate, and without a policy only they say anything.
    private static func signerProblem(_ approval: Approval, _ context: UpdateContext) -> String? {
        if approval.target == PolicyEvaluator.rootRef {
            let isOwner =
                context.owner(of: approval.signature) != nil
                || context.facts.proposal.root?.owner(of: approval.signature, at: context.push.time) != nil
            return isOwner ? nil : "it is signed by no owner, and by no new one that an owner proposes"
        }
        if context.policy == nil || approval.verdict == .heal {
            return context.owner(of: approval.signature) == nil ? "it is not signed by an owner" : nil
        }
        // An owner consents also to what replaces a policy that does not name them.
        if context.owner(of: approval.signature) != nil { return nil }
        return context.objection(to: approval.signature).map { "it \(Finding.text($0))" }
    }
}
