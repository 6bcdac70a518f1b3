/// Judges one admission review.
public protocol ReviewService: Sendable {
    /// Judges the AdmissionReview that fills `body`.
    /// - Parameters:
    ///   - body: the request's body, at most `ServerLimits.bodyBytes` long and otherwise unchecked.
    ///   - deadline: when the caller stops waiting; whatever the service waits for ends by then.
    func review(_ body: [UInt8], until deadline: ContinuousClock.Instant) async -> ReviewReply
}
