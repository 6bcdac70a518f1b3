/// Decides whether a verified state may follow the one accepted before. Never backwards: not to a lower receipt, not to
/// another history.
enum Progress {
    /// - Parameters:
    ///   - next: what was just verified.
    ///   - last: the state accepted before, nil when there is none.
    ///   - leastReceipt: the configured least receipt number.
    /// - Throws: `MirrorError.Code.backwards` when `next` may not be taken.
    static func check(
        _ next: VerifiedState, after last: AcceptedState?, leastReceipt: UInt64
    ) throws(MirrorError) {
        if next.state.sequence < leastReceipt {
            throw backwards(
                "the last receipt is number \(next.state.sequence), the configured least is \(leastReceipt)")
        }
        guard let last else { return }
        if next.state.sequence < last.sequence {
            throw backwards("the last receipt is number \(next.state.sequence), number \(last.sequence) has been seen")
        }
        guard next.continuesLast else {
            throw backwards("receipt number \(last.sequence) is no longer the one that was seen, \(last.receipt)")
        }
    }

    private static func backwards(_ text: String) -> MirrorError {
        MirrorError(code: .backwards, description: text)
    }
}
