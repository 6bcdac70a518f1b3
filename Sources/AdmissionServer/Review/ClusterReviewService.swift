internal import ClusterGate
internal import DesiredState
internal import ExactValues
internal import FieldTree
internal import FoundationEssentials
internal import JSONDocument
public import Logging

/// Judges reviews by the cluster gate: parses, looks up the live objects that the evaluator asks for, answers, logs and
/// counts.
public struct ClusterReviewService: ReviewService {
    /// The most look-ups for one review: an owner chain has three levels at most, and its namespace.
    public static let lookupLimit = 8

    private let state: CurrentState
    private let live: any LiveObjects
    private let metrics: MetricsRegistry
    private let logger: Logger

    public init(state: CurrentState, live: any LiveObjects, metrics: MetricsRegistry, logger: Logger) {
        self.state = state
        self.live = live
        self.metrics = metrics
        self.logger = logger
    }

    public func review(_ body: [UInt8], until deadline: ContinuousClock.Instant) async -> ReviewReply {
        let began = ContinuousClock.now
        let review: FieldValue
        let request: AdmissionRequest
        do {
            review = try JSONReader().read(body)
            request = try AdmissionRequest(review: review)
        } catch let error as JSONError {
            return ReviewReply(status: 400, body: "the body is not JSON: \(error.description)\n")
        } catch {
            return ReviewReply(status: 400, body: "the body is not an AdmissionReview: \(error)\n")
        }
        guard let evaluator = state.evaluator else {
            return ReviewReply(status: 503, body: "no state of the repository has been verified yet\n")
        }
        let response: FieldValue
        do throws(LiveObjectError) {
            var verdict = try await judge(request, with: evaluator, until: deadline)
            if !verdict.allowed {
                verdict = RolloutWindow.verdict(review, by: state.earlier(at: .now), until: deadline) ?? verdict
            }
            record(verdict, of: request, began: began)
            response = verdict.response(uid: request.uid)
        } catch {
            recordFailure(error, of: request)
            response = Self.unavailable(error, uid: request.uid)
        }
        return ReviewReply(status: 200, body: JSONText.compact(response))
    }

    /// Evaluates, looks up what is missing, and evaluates again.
    private func judge(
        _ request: AdmissionRequest, with evaluator: ReviewEvaluator, until deadline: ContinuousClock.Instant
    ) async throws(LiveObjectError) -> Verdict {
        var observed = ObservedState()
        let now = Timestamp(seconds: Int64(Date().timeIntervalSince1970))
        for _ in 0...Self.lookupLimit {
            switch evaluator.evaluate(request, live: observed, at: now) {
            case .verdict(let verdict): return verdict
            case .needs(let query):
                do throws(LiveObjectError) {
                    try await lookUp(query, catalog: evaluator.desired.catalog, until: deadline, into: &observed)
                } catch {
                    throw LiveObjectError("\(query) could not be looked up: \(error.description)")
                }
            }
        }
        throw LiveObjectError("judging it takes more than \(Self.lookupLimit) look-ups")
    }

    private func lookUp(
        _ query: LiveQuery, catalog: ResourceCatalog, until deadline: ContinuousClock.Instant,
        into observed: inout ObservedState
    ) async throws(LiveObjectError) {
        switch query {
        case .object(let reference):
            observed.observe(reference, try await live.object(reference, catalog: catalog, until: deadline))
        case .pods(let selection):
            observed.observe(selection, try await live.pods(selection, until: deadline))
        }
    }

    /// A denial for want of live state: the client sees why, and may try again.
    private static func unavailable(_ error: LiveObjectError, uid: String) -> FieldValue {
        let status: FieldValue = [
            "code": 503, "reason": "ServiceUnavailable",
            "message": .string("sallyport cannot judge this now: \(error.description)"),
        ]
        let response: FieldValue = [
            "uid": .string(uid), "allowed": false, "status": status,
            "auditAnnotations": ["decision": "deny", "level": "enforce", "rule": "unavailable"],
        ]
        return ["apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "response": response]
    }

    // MARK: Records

    private func record(_ verdict: Verdict, of request: AdmissionRequest, began: ContinuousClock.Instant) {
        count(verdict.allowed ? "allowed" : "denied", request)
        var facts = Self.facts(request)
        facts["allowed"] = .stringConvertible(verdict.allowed)
        facts["microseconds"] = .stringConvertible(Int(began.duration(to: .now).seconds * 1e6))
        for annotation in verdict.auditAnnotations { facts[annotation.key] = .string(annotation.value) }
        if !verdict.allowed { facts["reason"] = .string(verdict.message) }
        logger.log(level: verdict.allowed ? .info : .notice, "verdict", metadata: facts)
    }

    private func recordFailure(_ error: LiveObjectError, of request: AdmissionRequest) {
        count("unavailable", request)
        var facts = Self.facts(request)
        facts["allowed"] = .stringConvertible(false)
        facts["reason"] = .string(error.description)
        logger.error("verdict", metadata: facts)
    }

    private func count(_ outcome: String, _ request: AdmissionRequest) {
        metrics.count(
            "sallyport_verdicts_total", help: "Verdicts by outcome, operation and kind.",
            [.init("kind", request.kind), .init("operation", request.operation.rawValue), .init("outcome", outcome)])
    }

    /// What a log line says of a request: names only, nothing of any object's content.
    private static func facts(_ request: AdmissionRequest) -> Logger.Metadata {
        let resource = request.resourceGroup.isEmpty ? request.resource : "\(request.resource).\(request.resourceGroup)"
        var facts: Logger.Metadata = [
            "uid": .string(request.uid), "operation": .string(request.operation.rawValue),
            "resource": .string(request.subresource.isEmpty ? resource : "\(resource)/\(request.subresource)"),
            "name": .string(request.name), "user": .string(request.username),
        ]
        if !request.namespace.isEmpty { facts["namespace"] = .string(request.namespace) }
        if request.isDryRun { facts["dryRun"] = .stringConvertible(true) }
        return facts
    }
}
