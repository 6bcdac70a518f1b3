/// What `/livez`, `/readyz` and `/metrics` say.
struct ProbeResponses: Sendable {
    /// A status, a content type and a body.
    struct Answer: Sendable {
        let status: Int
        let type: String
        let body: String
    }

    let readiness: Readiness
    let metrics: MetricsRegistry

    /// The answer to a path; nil when there is nothing at it.
    func answer(to path: String, at now: ContinuousClock.Instant) -> Answer? {
        switch path {
        case "/livez": return Self.text(200, "ok\n")
        case "/readyz":
            guard let obstacle = readiness.obstacle(at: now) else { return Self.text(200, "ok\n") }
            return Self.text(503, "not ready: \(obstacle)\n")
        case "/metrics":
            return Answer(
                status: 200, type: "text/plain; version=0.0.4; charset=utf-8", body: exposition(at: now))
        default: return nil
        }
    }

    private static func text(_ status: Int, _ body: String) -> Answer {
        Answer(status: status, type: "text/plain; charset=utf-8", body: body)
    }

    private func exposition(at now: ContinuousClock.Instant) -> String {
        metrics.set(
            "sallyport_ready", help: "1 when the server may be sent reviews.",
            to: readiness.obstacle(at: now) == nil ? 1 : 0)
        metrics.set(
            "sallyport_mirror_stale",
            help: "1 when the mirror was not verified for longer than repository.staleAfter.",
            to: readiness.isStale(at: now) ? 1 : 0)
        if let mirror = readiness.current {
            metrics.set(
                "sallyport_mirror_sequence", help: "Sequence number of the last verified receipt.",
                to: Double(mirror.sequence))
            metrics.set(
                "sallyport_mirror_age_seconds", help: "Time since the mirror was last verified.",
                to: mirror.verified.duration(to: now).seconds)
        }
        return metrics.text()
    }
}
