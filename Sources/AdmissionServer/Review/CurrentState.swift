public import ClusterGate
internal import Synchronization

/// The evaluator over the last accepted state; the mirror replaces it as a whole, reviews under way keep theirs.
public final class CurrentState: Sendable {
    private let stored = Mutex<ReviewEvaluator?>(nil)

    public init() {}

    /// The evaluator to judge with, nil before the first state is accepted.
    public var evaluator: ReviewEvaluator? { stored.withLock { $0 } }

    /// Judges by `evaluator` from now on.
    public func replace(with evaluator: ReviewEvaluator) {
        stored.withLock { $0 = evaluator }
    }
}
