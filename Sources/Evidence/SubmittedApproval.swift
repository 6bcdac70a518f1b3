internal import GitNames
internal import PolicyCore

/// An approval that an update of a ref below `refs/approvals/` brings.
public struct SubmittedApproval: Sendable, Hashable {
    public let record: ApprovalRecord
    /// The digest of the change that is approved; nil when it has none that could be compared.
    public let change: [UInt8]?

    public init(record: ApprovalRecord, change: [UInt8]?) {
        self.record = record
        self.change = change
    }
}
