public import ClusterGate
internal import DesiredState
internal import Synchronization

/// The evaluator over the last accepted state; the mirror replaces it as a whole, reviews under way keep theirs.
public final class CurrentState: Sendable {
    private struct Stored {
        let evaluator: ReviewEvaluator
        let history: StateHistory
    }

    private let stored = Mutex<Stored?>(nil)

    public init() {}

    /// The evaluator to judge with, nil before the first state is accepted.
    public var evaluator: ReviewEvaluator? { stored.withLock { $0?.evaluator } }

    /// The evaluators over the earlier states that may still be rolled out, the newest first.
    public func earlier(at now: ContinuousClock.Instant) -> [ReviewEvaluator] {
        guard let stored = stored.withLock({ $0 }) else { return [] }
        return stored.history.earlier(at: now).map { state in
            ReviewEvaluator(
                desired: state, version: stored.evaluator.version, branch: stored.evaluator.branch,
                rules: stored.evaluator.rules)
        }
    }

    /// Judges by `evaluator` from now on.
    /// - Parameters:
    ///   - window: how long what was judged by until now may still be rolled out.
    ///   - now: when the new state was accepted.
    public func replace(
        with evaluator: ReviewEvaluator, window: Duration = .zero, at now: ContinuousClock.Instant = .now
    ) {
        stored.withLock { stored in
            let history =
                stored?.history.followed(by: evaluator.desired, at: now, window: window)
                ?? StateHistory(evaluator.desired)
            stored = Stored(evaluator: evaluator, history: history)
        }
    }
}
