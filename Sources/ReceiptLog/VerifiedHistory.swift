public import Evidence
internal import ExactValues
public import GitNames
internal import PolicyCore

/// What a verified chain of receipts comes to.
public struct VerifiedHistory: Sendable {
    /// The number of the last receipt.
    public internal(set) var sequence: Int64 = 0
    /// The commit of the receipts' ref that holds the last receipt.
    public internal(set) var head: ObjectID = .zero
    /// The commits of the receipts' ref, the first receipt's first.
    public internal(set) var commits: [ObjectID] = []
    /// What the last receipt of each ref moved it to.
    public internal(set) var tips: [RefName: ObjectID] = [:]
    /// The receipts of refs that were judged again: the followed branch and the policy's ref, oldest first.
    public internal(set) var receipts: [Receipt] = []

    /// The SHA-256 of the last envelope, in hexadecimal digits.
    var last = ""
    var isGenesisOver = false
    /// The tips whose history is accepted under a rule, by the rule's digest; `genesis` counts for every rule.
    var accepted: [String: [RefName: ObjectID]] = [:]
    var approvals: [ObjectID: ReceiptIndex.ApprovalRecord] = [:]
    /// What the policy's ref was at before its last move, and when that move was.
    var previousPolicyTip: (tip: ObjectID?, time: Timestamp)?

    public init() {}

    /// The receipt that brought a commit to a ref: the first one of that ref whose new commit has it in its history is
    /// found by the caller, who can walk commits; this gives the receipts of a ref, oldest first.
    public func receipts(of ref: RefName) -> [Receipt] {
        receipts.filter { $0.update.ref == ref }
    }
}
