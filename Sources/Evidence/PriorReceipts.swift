public import GitNames
public import PolicyCore

/// What earlier receipts say, whoever tells it: the gate's own index, or a chain that a mirror has verified.
public protocol PriorReceipts {
    /// What the last receipt moved a ref to; nil when it has none or was deleted.
    func value(of ref: RefName) throws(EvidenceError) -> ObjectID?
    /// What receipts verified of a commit; nil when no receipt speaks of it.
    func facts(of commit: ObjectID) throws(EvidenceError) -> EstablishedFacts?
    /// What is on record of an approval; nil when it never arrived.
    func approval(_ identity: ApprovalIdentity) throws(EvidenceError) -> ApprovalRecord?
    /// The approvals on record for a head.
    func approvals(of head: ObjectID) throws(EvidenceError) -> [ApprovalRecord]
    /// The approvals on record for a change, by its digest.
    func approvals(ofChange digest: [UInt8]) throws(EvidenceError) -> [ApprovalRecord]
}
