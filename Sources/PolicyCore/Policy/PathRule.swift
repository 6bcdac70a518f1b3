public import ExactValues

/// What a change of a matching path needs on top of the ref's rule, where that rule asks for approvals.
public struct PathRule: Sendable, Hashable {
    public let match: GlobPattern
    public let approvals: ApprovalRequirement
    public let line: Int

    /// Whether a change of what stands at a path, in bytes, is one of what the pattern names: a file, link or submodule in
    /// the place of a folder that the pattern goes through replaces all that would be in it.
    func concerns(_ path: [UInt8]) -> Bool {
        match.matches(path) || match.covers(path)
    }

    public init(match: GlobPattern, approvals: ApprovalRequirement, line: Int = 0) {
        self.match = match
        self.approvals = approvals
        self.line = line
    }
}
