internal import DesiredState
public import FieldTree

/// A run over reviews in their order: each is judged with what the allowed ones before it have done to the cluster.
public struct ReviewSession: Sendable {
    private let evaluator: ReviewEvaluator
    private var observed = ObservedState(isComplete: true)

    /// - Parameters:
    ///   - evaluator: what judges.
    ///   - live: objects that are in the cluster at the start, as the API server returns them.
    public init(evaluator: ReviewEvaluator, live: [FieldValue] = []) {
        self.evaluator = evaluator
        for object in live {
            let group = ObjectReference.group(ofAPIVersion: object["apiVersion"]?.string ?? "")
            let reference = ObjectReference(
                group: group, kind: object["kind"]?.string ?? "",
                namespace: object["metadata"]?["namespace"]?.string ?? "",
                name: object["metadata"]?["name"]?.string ?? "")
            observed.observe(reference, object)
        }
    }

    /// Judges one AdmissionReview and notes what it changes when it is allowed.
    /// - Returns: the request's uid and the verdict.
    public mutating func judge(_ review: FieldValue) throws(AdmissionRequestError) -> (uid: String, verdict: Verdict) {
        let request = try AdmissionRequest(review: review)
        switch evaluator.evaluate(request, live: observed) {
        case .verdict(let verdict):
            if verdict.allowed { observed.observe(allowed: request) }
            return (request.uid, verdict)
        case .needs(let reference):
            throw AdmissionRequestError("\(reference) is not known to this run")
        }
    }
}
