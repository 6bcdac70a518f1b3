public import DesiredState

/// Where verified states of the repository come from.
///
/// Blocks its thread; calls never overlap.
public protocol StateSource: Sendable {
    /// Verifies what the mirror holds: signatures, approvals and the whole chain of receipts against the pinned root.
    /// - Parameters:
    ///   - isFetching: whether to bring the mirror up to date first.
    ///   - last: the state accepted before.
    ///   - current: the index built from that state's commit, used again when the commit is still the same.
    /// - Throws: `MirrorError` when the remote does not answer or something does not verify.
    func verified(
        isFetching: Bool, after last: AcceptedState?, current: DesiredState?
    ) throws(MirrorError) -> VerifiedState
}
