public import ExactValues

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
    public let line: Int

    public init(
        match: GlobPattern, mode: Mode = .enforce, isSigned: Bool = false, approvals: ApprovalRequirement? = nil,
        isFastForwardOnly: Bool = false, by: [Name]? = nil, isImmutable: Bool = false, line: Int = 0
    ) {
        self.match = match
        self.mode = mode
        self.isSigned = isSigned
        self.approvals = approvals
        self.isFastForwardOnly = isFastForwardOnly
        self.by = by
        self.isImmutable = isImmutable
        self.line = line
    }

    /// The rule in one form whatever its place and spelling in the file: what a receipt's rule digest is taken of.
    public var canonicalText: String {
        func list(_ names: [Name]) -> String { names.sorted().map(\.text).joined(separator: ",") }
        var text = "match \(match)\nmode \(mode.rawValue)\nsigned \(isSigned)\nfast-forward \(isFastForwardOnly)\n"
        text += "immutable \(isImmutable)\n"
        if let by { text += "by \(list(by))\n" }
        if let approvals {
            text += "approvals \(approvals.required) from \(list(approvals.from))"
            text += " for \(approvals.expireAfter.map(String.init) ?? "ever")\n"
        }
        return text
    }
}
