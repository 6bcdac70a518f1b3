public import GitNames

/// What Git declares now, and what it declared at the commits before for as long as that may still be rolled out.
///
/// Each is whole: what looks an object up takes one of them, and nothing of another.
public struct StateHistory: Sendable {
    /// The most earlier states that are kept; of more the oldest go.
    public static let earlierLimit = 16

    /// What Git declares now.
    public let current: DesiredState
    /// The states before, the newest first, each with the moment from which on it no longer counts.
    private let past: [(state: DesiredState, until: ContinuousClock.Instant)]

    public init(_ current: DesiredState) {
        self.init(current, past: [])
    }

    private init(_ current: DesiredState, past: [(state: DesiredState, until: ContinuousClock.Instant)]) {
        self.current = current
        self.past = past
    }

    /// This history after a new state was accepted.
    /// - Parameters:
    ///   - now: when it was.
    ///   - window: how long the state before still counts; zero keeps none.
    public func followed(
        by next: DesiredState, at now: ContinuousClock.Instant, window: Duration
    ) -> StateHistory {
        guard next.commit != current.commit else { return StateHistory(next, past: past) }
        guard window > .zero else { return StateHistory(next) }
        // A commit that is accepted again counts as the newest, not as an earlier one.
        let kept = past.filter { $0.until > now && $0.state.commit != next.commit }
        return StateHistory(next, past: Array(([(current, now + window)] + kept).prefix(Self.earlierLimit)))
    }

    /// The earlier states that still count, the newest first.
    public func earlier(at now: ContinuousClock.Instant) -> [DesiredState] {
        past.filter { $0.until > now }.map(\.state)
    }

    /// The state of a commit that counts: the current one, or an earlier one within its time.
    public func state(of commit: ObjectID, at now: ContinuousClock.Instant) -> DesiredState? {
        current.commit == commit ? current : earlier(at: now).first { $0.commit == commit }
    }
}
