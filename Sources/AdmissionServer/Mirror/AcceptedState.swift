/// The last state of the repository that was verified and taken: later ones may only go on from it.
public struct AcceptedState: Sendable, Hashable {
    /// The sequence number of its last receipt.
    public let sequence: UInt64
    /// The object id of that receipt's commit, as hex.
    public let receipt: String
    /// The commit of the followed branch, as hex.
    public let commit: String

    public init(sequence: UInt64, receipt: String, commit: String) {
        self.sequence = sequence
        self.receipt = receipt
        self.commit = commit
    }
}
