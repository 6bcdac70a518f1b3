public import ExactValues

/// What a change of a matching path needs on top of the ref's rule, where that rule asks for approvals.
public struct PathRule: Sendable, Hashable {
    public let match: GlobPattern
    public let approvals: ApprovalRequirement
    public let line: Int

    /// Whether the rule is about a change: also of a file, link or submodule in the place of a folder that the pattern
    /// goes through, since it stands for all that would be in it.
    func concerns(_ change: ChangedPath) -> Bool {
        match.covers(change.path, leadsElsewhere: change.leadsElsewhere)
    }

    public init(match: GlobPattern, approvals: ApprovalRequirement, line: Int = 0) {
        self.match = match
        self.approvals = approvals
        self.line = line
    }
}
