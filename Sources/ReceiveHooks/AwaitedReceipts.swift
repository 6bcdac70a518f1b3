internal import Evidence
internal import GitNames
internal import PushGate

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Waits until earlier pushes of some refs have their receipts: what a push brings is judged by what receipts say of all
/// that it stands on.
struct AwaitedReceipts {
    /// How often, and for how many microseconds between, other pushes are waited for.
    private static let (attempts, pause) = (250, UInt32(20_000))

    let journal: Journal

    /// Settles until no other push of the refs is under way.
    /// - Parameter settle: gives committed updates their receipts.
    /// - Returns: the first ref of which a push still is.
    func wait(for refs: [RefName], settle: () throws(PushGateError) -> Void) throws(PushGateError) -> RefName? {
        var awaited = try firstAwaited(refs)
        for _ in 0..<Self.attempts where awaited != nil {
            usleep(Self.pause)
            try settle()
            awaited = try firstAwaited(refs)
        }
        return awaited
    }

    private func firstAwaited(_ refs: [RefName]) throws(PushGateError) -> RefName? {
        try PushGateError.attesting { () throws(EvidenceError) in
            let lookup = TransactionLookup(journal: journal, transaction: nil)
            for id in try journal.names() {
                guard var file = try lookup.opened(id) else { continue }
                for ref in refs {
                    guard let position = try file.position(of: ref) else { continue }
                    if try !journal.outcome(at: position, of: id).isFinal { return ref }
                }
            }
            return nil
        }
    }
}
