import ClusterGate
import FieldTree
import Testing

/// The property behind C1 and C2: an allowed CREATE or UPDATE with one leaf changed, added or removed is denied, and the
/// denial names the path; but for leaves that the server or a named controller writes, which are listed here.
@Suite("One leaf changed")
struct LeafMutationTests {
    @Test(
        "Any allowed request with one leaf that is not server-owned changed, added or removed is denied with that path",
        arguments: [
            ("kubernetes-1.36.2/requests.jsonl", KubernetesFlavour.modern), ("kubernetes-1.20.2/requests.jsonl", .old),
        ])
    func mutationsAreDenied(file: String, flavour: KubernetesFlavour) throws {
        let recording = flavour == .modern ? Recording.modern : Recording.old
        var judged = 0
        try recording.replay(try Recording.lines(file)) { index, review, request, live, verdict in
            guard verdict.allowed, request.operation == .create || request.operation == .update,
                let object = request.object
            else { return }
            for mutation in LeafMutation.all(of: object) where !Owned.isOwned(mutation, request) {
                var mutated = review
                mutated.update("request") { $0.set("object", mutation.object) }
                let result = try recording.verdict(try AdmissionRequest(review: mutated), live)
                judged += 1
                let place =
                    "line \(index + 1): \(mutation.kind) \(request.operation) \(request.resource)/\(request.subresource) \(mutation.path)"
                #expect(!result.allowed, "\(place) was allowed")
                #expect(names(mutation.path, result), "\(place) is not named by: \(result.message)")
            }
        }
        #expect(judged > 3000, "only \(judged) mutations were judged")
    }

    enum KubernetesFlavour: Sendable {
        case modern, old
    }

    /// Whether a denial names a path: itself, or what it stands in. A change of an element's key shows as that element
    /// missing and another one added, and a list with a key twice as the whole list.
    private func names(_ path: FieldPath, _ verdict: Verdict) -> Bool {
        if verdict.message.contains(path.description) { return true }
        guard let named = verdict.path, !named.steps.isEmpty else { return false }
        if path.starts(with: named) || named.starts(with: path) { return true }
        let element = path.steps.lastIndex { step in
            if case .member = step { return false }
            return true
        }
        guard let element else { return false }
        let list = FieldPath(Array(path.steps[..<element]))
        return named.starts(with: list)
    }
}

/// What is written by the server or by a controller that the design names, so that a change of it is no forgery.
enum Owned {
    private static let metadata = [
        "creationTimestamp", "deletionGracePeriodSeconds", "deletionTimestamp", "generation", "managedFields",
        "resourceVersion", "selfLink", "uid",
    ]
    private static let lastApplied = "kubectl.kubernetes.io/last-applied-configuration"

    static func isOwned(_ mutation: LeafMutation, _ request: AdmissionRequest) -> Bool {
        let steps = mutation.path.steps.map { step in
            if case .member(let key) = step { return key }
            return "*"
        }
        if steps[0] == "metadata", steps.count > 1, metadata.contains(steps[1]) { return true }
        if request.subresource == "status" { return isStatus(steps) }
        if isHealing(mutation, request) { return true }
        return isDelegated(steps, mutation, request)
    }

    private static func isStatus(_ steps: [String]) -> Bool {
        steps[0] == "status" || steps == ["metadata", "annotations", "deployment.kubernetes.io/revision"]
            || steps.last?.hasPrefix("autoscaling.alpha.kubernetes.io/") == true
    }

    /// What the client could just as well have left out or taken away: kubectl's own annotation, and drift that the
    /// stored object has and Git has not.
    private static func isHealing(_ mutation: LeafMutation, _ request: AdmissionRequest) -> Bool {
        guard mutation.kind == .removed else { return false }
        if mutation.path.steps.last == .member(lastApplied) { return true }
        let text = mutation.path.description
        let drift = ["name=EXTRA", "name=miner", "restartedAt", "labels.owner", "annotations.note", "revision-history"]
        return request.operation == .update && drift.contains { text.contains($0) }
    }

    private static func isDelegated(
        _ steps: [String], _ mutation: LeafMutation, _ request: AdmissionRequest
    ) -> Bool {
        switch request.kind {
        case "Event":
            let free = [
                "count", "firstTimestamp", "lastTimestamp", "message", "reason", "reportingComponent",
                "reportingInstance", "series", "source",
            ]
            return free.contains(steps[0]) || (steps[0] == "involvedObject" && mutation.kind != .added)
        case "Lease": return steps[0] == "spec" && (steps.last == "renewTime" || request.name.isEmpty)
        case "TokenRequest": return steps.starts(with: ["spec", "audiences"]) || steps == ["metadata", "name"]
        case "APIService": return steps.last == "lastTransitionTime"
        case "PersistentVolume":
            return steps == ["status", "lastPhaseTransitionTime"] || (mutation.kind == .removed && isBinding(steps))
        case "PersistentVolumeClaim": return mutation.kind == .removed && isBinding(steps)
        case "Secret":
            let isToken = request.username == "system:kube-controller-manager"
            return isToken && mutation.kind == .changed && (steps.last == "token" || steps.last == "ca.crt")
        case "Service": return steps.last == "nodePort"
        case "ReplicaSet":
            return steps == ["spec", "replicas"] || steps.last == "deployment.kubernetes.io/revision"
        case "ControllerRevision": return steps == ["revision"]
        case "Endpoints", "EndpointSlice": return steps.last == "endpoints.kubernetes.io/last-change-trigger-time"
        case "Namespace": return request.subresource == "finalize" && mutation.kind == .removed && steps == ["spec"]
        default: return false
        }
    }

    private static func isBinding(_ steps: [String]) -> Bool {
        steps.contains("claimRef") || steps.contains("volumeName")
            || steps.last?.hasPrefix("pv.kubernetes.io/") == true
    }
}
