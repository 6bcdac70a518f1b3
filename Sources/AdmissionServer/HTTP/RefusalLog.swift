internal import Logging
internal import Synchronization

/// Tells of reviews that came without a client certificate, once in a while and how many: whoever can reach the port
/// can send as many as they like.
final class RefusalLog: Sendable {
    private struct State {
        var said: ContinuousClock.Instant?
        var unsaid = 0
    }

    private let logger: Logger
    private let interval: Duration
    private let state = Mutex(State())

    init(logger: Logger, interval: Duration = .seconds(10)) {
        self.logger = logger
        self.interval = interval
    }

    /// Notes one review that was refused, and from where it came.
    func note(from address: String, at now: ContinuousClock.Instant = .now) {
        let unsaid = state.withLock { state -> Int? in
            state.unsaid += 1
            if let said = state.said, said.duration(to: now) < interval { return nil }
            defer { state.unsaid = 0 }
            state.said = now
            return state.unsaid
        }
        guard let unsaid else { return }
        logger.warning(
            "a review without a client certificate was refused: is the API server given one by an AdmissionConfiguration?",
            metadata: ["from": "\(address)", "refused": .stringConvertible(unsaid), "page": "docs/admission.md"])
    }
}
