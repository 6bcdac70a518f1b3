public import ExactValues

/// How many people of which teams must approve, other than those who made the change.
public struct ApprovalRequirement: Sendable, Hashable {
    /// At least 1.
    public let required: Int
    public let from: [Name]
    /// For how many seconds from its arrival an approval counts; nil means for good.
    public let expireAfter: Int64?
    /// Whether who pushes approves nothing, whoever made it.
    public let separatesPusher: Bool
    public let line: Int

    public init(required: Int, from: [Name], expireAfter: Int64? = nil, separatesPusher: Bool = false, line: Int = 0) {
        self.required = required
        self.from = from
        self.expireAfter = expireAfter
        self.separatesPusher = separatesPusher
        self.line = line
    }

    /// Whether whoever meets this meets another as well: no fewer people, of no other teams.
    public func covers(_ other: ApprovalRequirement) -> Bool {
        required >= other.required && from.allSatisfy(other.from.contains)
    }
}
