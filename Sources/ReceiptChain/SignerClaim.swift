internal import Evidence
internal import ExactValues
internal import PolicyCore

/// What a receipt says of who signed a commit, with what it takes to check that.
struct SignerClaim: Sendable {
    let signer: Name
    let policy: PolicyVersion?
    let time: Timestamp
    /// The root in force then.
    let root: Root
}
