public import GitNames

/// One thing that is wrong with a push, told so that its author can put it right.
public struct Violation: Sendable, Hashable {
    /// What was asked for.
    public enum Rule: String, Sendable, Hashable {
        case closedRef = "closed-ref"
        case symbolicRef = "symbolic-ref"
        case unmatchedRef = "unmatched-ref"
        case repeatedRef = "repeated-ref"
        case pusher = "pusher"
        case objectKind = "object-kind"
        case signed = "signed"
        case approvals = "approvals"
        case history = "history"
        case by = "by"
        case immutable = "immutable"
        case tagName = "tag-name"
        case verification
        case movedPast = "past-the-gate"
        case approvalForm = "approval-form"
        case policy = "policy"
        case owners = "owners"
        case root = "root"
    }

    public let rule: Rule
    /// The line of the policy file that asks for it; nil when the gate asks for it whatever the policy says.
    public let policyLine: Int?
    public let commit: ObjectID?
    /// What is wrong.
    public let message: String
    /// What to do about it.
    public let nextStep: String

    public init(rule: Rule, policyLine: Int? = nil, commit: ObjectID? = nil, message: String, nextStep: String) {
        self.rule = rule
        self.policyLine = policyLine
        self.commit = commit
        self.message = message
        self.nextStep = nextStep
    }
}
