internal import ClusterGate
internal import DesiredState
internal import FieldTree

/// Whether a request that the current commit does not account for puts an object into the cluster exactly as an earlier
/// commit has it that may still be rolled out. All of the object is of one commit: it is judged like a creation, never
/// as a step from what is stored.
enum RolloutWindow {
    /// - Parameters:
    ///   - review: the AdmissionReview.
    ///   - evaluators: over the earlier states that count, the newest first.
    ///   - deadline: when the caller stops waiting; no further state is looked at then.
    /// - Returns: the verdict that allows it, nil when no earlier state does.
    static func verdict(_ review: FieldValue, by evaluators: [ReviewEvaluator], until deadline: ContinuousClock.Instant)
        -> Verdict?
    {
        guard !evaluators.isEmpty, let creation = creation(review) else { return nil }
        let reference = ObjectReference(
            group: creation.group, kind: creation.kind, namespace: creation.namespace, name: creation.name)
        for evaluator in evaluators where evaluator.desired.object(reference) != nil {
            guard ContinuousClock.now < deadline else { return nil }
            guard case .verdict(let verdict) = evaluator.evaluate(creation, live: ObservedState()) else { continue }
            if verdict.allowed, verdict.rule == .declared { return verdict }
        }
        return nil
    }

    /// The creation of the object that a request would leave in the cluster; nil for a request that is about a part of
    /// it, or that also changes what holds or owns it.
    private static func creation(_ review: FieldValue) -> AdmissionRequest? {
        guard var request = review["request"], (request["subResource"]?.string ?? "").isEmpty else { return nil }
        switch request["operation"] {
        case "CREATE": break
        case "UPDATE":
            let (before, after) = (request["oldObject"]?["metadata"], request["object"]?["metadata"])
            for key in ["finalizers", "ownerReferences", "deletionTimestamp"] where before?[key] != after?[key] {
                return nil
            }
            request.set("operation", "CREATE")
            request.set("oldObject", nil)
        default: return nil
        }
        var creation = review
        creation.set("request", request)
        return try? AdmissionRequest(review: creation)
    }
}
