internal import Synchronization

/// Whether the server may be sent reviews: it has a verified state and, where that is asked for, a fresh one.
public final class Readiness: Sendable {
    /// What the mirror last reached.
    public struct Mirror: Sendable, Hashable {
        /// The sequence number of the last receipt that was verified.
        public var sequence: UInt64
        /// The commit that the index was built from, as hex.
        public var commit: String
        /// When the remote last answered and everything it holds had been verified.
        public var verified: ContinuousClock.Instant

        public init(sequence: UInt64, commit: String, verified: ContinuousClock.Instant) {
            self.sequence = sequence
            self.commit = commit
            self.verified = verified
        }
    }

    private let staleAfter: Duration
    private let unreadyAfter: Duration?
    private let mirror = Mutex<Mirror?>(nil)

    /// - Parameters:
    ///   - staleAfter: the age of the last verification from which on it is reported as stale.
    ///   - unreadyAfter: the age from which on the server is not ready. Nil sets no such age: with Git away all replicas
    ///     would be unready at once, and nobody would judge control-plane traffic.
    public init(staleAfter: Duration = .seconds(600), unreadyAfter: Duration? = nil) {
        self.staleAfter = staleAfter
        self.unreadyAfter = unreadyAfter
    }

    /// The last verified state, nil before the first.
    public var current: Mirror? { mirror.withLock { $0 } }

    /// Takes note of a verification that went through.
    public func update(_ state: Mirror) {
        mirror.withLock { $0 = state }
    }

    /// Whether the last verification is too old, or there was none.
    public func isStale(at now: ContinuousClock.Instant) -> Bool {
        guard let current else { return true }
        return current.verified.duration(to: now) > staleAfter
    }

    /// - Returns: nil when ready at `now`, else why not.
    public func obstacle(at now: ContinuousClock.Instant) -> String? {
        guard let current else { return "no state of the repository has been verified yet" }
        let age = current.verified.duration(to: now)
        guard let unreadyAfter, age > unreadyAfter else { return nil }
        return "the repository was last verified \(age.components.seconds) s ago,"
            + " the limit is \(unreadyAfter.components.seconds) s"
    }
}
