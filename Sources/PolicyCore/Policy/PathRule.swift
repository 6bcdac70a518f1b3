public import ExactValues

/// What a change of a matching path needs on top of the ref's rule, where that rule asks for approvals.
public struct PathRule: Sendable, Hashable {
    public let match: GlobPattern
    public let approvals: ApprovalRequirement
    public let line: Int

    public init(match: GlobPattern, approvals: ApprovalRequirement, line: Int = 0) {
        self.match = match
        self.approvals = approvals
        self.line = line
    }
}
