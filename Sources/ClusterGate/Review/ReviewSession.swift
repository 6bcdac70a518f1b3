internal import DesiredState
public import ExactValues
public import FieldTree

/// A run over reviews in their order: each is judged with what the allowed ones before it have done to the cluster.
public struct ReviewSession: Sendable {
    private let evaluator: ReviewEvaluator
    private let now: Timestamp?
    private var observed = ObservedState(isComplete: true)

    /// - Parameters:
    ///   - evaluator: what judges.
    ///   - live: objects that are in the cluster at the start, as the API server returns them.
    ///   - now: the moment that rules with a time are judged at; nil when there is none, and then none of them holds.
    public init(evaluator: ReviewEvaluator, live: [FieldValue] = [], now: Timestamp? = nil) {
        self.evaluator = evaluator
        self.now = now
        for object in live { observed.observe(KubernetesObject(object).reference, object) }
    }

    /// Judges one AdmissionReview and notes what it changes when it is allowed.
    /// - Returns: the request's uid and the verdict.
    public mutating func judge(_ review: FieldValue) throws(AdmissionRequestError) -> (uid: String, verdict: Verdict) {
        let request = try AdmissionRequest(review: review)
        switch evaluator.evaluate(request, live: observed, at: now) {
        case .verdict(let verdict):
            if verdict.allowed {
                let entry = evaluator.desired.catalog.entry(group: request.resourceGroup, resource: request.resource)
                observed.observe(allowed: request, of: request.subresource.isEmpty ? nil : entry?.kind)
            }
            return (request.uid, verdict)
        case .needs(let query):
            throw AdmissionRequestError("\(query) is not known to this run")
        }
    }
}
