public import Evidence
internal import ExactValues
public import GitNames
public import PolicyCore

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
    /// The receipts that were judged again, oldest first.
    public internal(set) var receipts: [Receipt] = []

    /// The version of the root that is in force; nil while that is the one that the chain was begun with.
    public internal(set) var root: Root?
    /// What was in force before the last version, and when that came.
    var previousRoot: (root: Root, time: Timestamp)?
    /// The SHA-256 of the last envelope, in hexadecimal digits.
    var last = ""
    var isGenesisOver = false
    /// The refs that were there before the gate.
    var genesis: [(ref: RefName, id: ObjectID)] = []
    /// The commits that were; read from the chain and held against the root's pin.
    var genesisCommits: CommitSet?
    /// What judging receipts again established.
    var facts: [ObjectID: EstablishedFacts] = [:]
    /// What receipts say that were not judged again; looked into when somebody relies on it.
    var claims: [ObjectID: SignerClaim] = [:]
    var approvals: [ApprovalIdentity: ApprovalRecord] = [:]
    /// When what takes an approval back was pushed.
    var withdrawals: [ApprovalIdentity: Timestamp] = [:]
    /// Which of them are for a head.
    var approvalsByHead: [ObjectID: [ApprovalIdentity]] = [:]
    /// What the policy's ref was at before its last move, and when that move was.
    var previousPolicyTip: (tip: ObjectID?, time: Timestamp)?

    public init() {}

    /// The receipts of a ref, oldest first. The one that brought a commit is found by whoever can walk commits.
    public func receipts(of ref: RefName) -> [Receipt] {
        receipts.filter { $0.update.ref == ref }
    }
}
