public import ExactValues
public import GitNames

/// What an update of a matching ref must satisfy.
public struct RefRule: Sendable, Hashable {
    /// Whether what the rule finds wrong rejects the push.
    public enum Mode: String, Sendable, Hashable {
        case enforce
        /// Told to the pusher, never rejects.
        case observe
    }

    public let match: GlobPattern
    public let mode: Mode
    /// Every new commit and tag is signed by somebody the policy knows.
    public let isSigned: Bool
    public let approvals: ApprovalRequirement?
    /// No rewind, no deletion.
    public let isFastForwardOnly: Bool
    /// Only these teams sign and push here; nil means everybody.
    public let by: [Name]?
    /// The ref may be created, and nothing else.
    public let isImmutable: Bool
    /// Refs whose accepted history counts as reviewed here, too.
    public let reviewedIn: [RefName]
    /// Whether what was there before the gate counts as signed and reviewed.
    public let countsGenesis: Bool
    public let line: Int

    public init(
        match: GlobPattern, mode: Mode = .enforce, isSigned: Bool = false, approvals: ApprovalRequirement? = nil,
        isFastForwardOnly: Bool = false, by: [Name]? = nil, isImmutable: Bool = false,
        reviewedIn: [RefName] = [], countsGenesis: Bool = true, line: Int = 0
    ) {
        self.match = match
        self.mode = mode
        self.isSigned = isSigned
        self.approvals = approvals
        self.isFastForwardOnly = isFastForwardOnly
        self.by = by
        self.isImmutable = isImmutable
        self.reviewedIn = reviewedIn
        self.countsGenesis = countsGenesis
        self.line = line
    }
}
