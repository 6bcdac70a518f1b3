internal import NIOCore
internal import Synchronization

/// Counts the connections of a server that asks for client certificates: those that have shown one, and all others, each
/// up to a cap of its own. So connections without a certificate, however many, keep none out that has one.
///
/// A connection counts as uncertified until its handshake is over. Where there are too many, the oldest of them is
/// closed: the API server shows its certificate within a moment.
final class ConnectionLedger: Sendable {
    private struct State {
        var uncertified: [UInt64: any Channel] = [:]
        var certified: Set<UInt64> = []
        var next: UInt64 = 0
    }

    private let certifiedCap: Int
    private let uncertifiedCap: Int
    private let state = Mutex(State())

    init(certified: Int, uncertified: Int) {
        certifiedCap = certified
        uncertifiedCap = uncertified
    }

    /// How many of each kind are open.
    var counts: (certified: Int, uncertified: Int) {
        state.withLock { ($0.certified.count, $0.uncertified.count) }
    }

    /// Enters a new connection.
    /// - Returns: its number for the other calls.
    func open(_ channel: any Channel) -> UInt64 {
        let (number, evicted) = state.withLock { state -> (UInt64, (any Channel)?) in
            state.next += 1
            state.uncertified[state.next] = channel
            guard state.uncertified.count > uncertifiedCap, let oldest = state.uncertified.keys.min() else {
                return (state.next, nil)
            }
            return (state.next, state.uncertified.removeValue(forKey: oldest))
        }
        evicted?.close(promise: nil)
        return number
    }

    /// Notes that a connection has shown a certificate of the configured authority.
    /// - Returns: false when there are too many that have.
    func certify(_ number: UInt64) -> Bool {
        state.withLock { state in
            guard state.certified.count < certifiedCap else { return false }
            guard state.uncertified.removeValue(forKey: number) != nil else { return false }
            state.certified.insert(number)
            return true
        }
    }

    func close(_ number: UInt64) {
        state.withLock { state in
            state.uncertified[number] = nil
            state.certified.remove(number)
        }
    }
}
