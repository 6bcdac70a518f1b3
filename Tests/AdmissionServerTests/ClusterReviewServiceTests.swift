import AdmissionServer
import ClusterGate
import DesiredState
import FieldTree
import JSONDocument
import Logging
import Synchronization
import Testing

/// A cluster that holds what the allowed requests so far have made.
private final class RecordedCluster: LiveObjects {
    private let state = Mutex(ObservedState(isComplete: true))

    func object(
        _ reference: ObjectReference, catalog: ResourceCatalog, until deadline: ContinuousClock.Instant
    ) async throws(LiveObjectError) -> FieldValue? {
        guard case .present(let object) = state.withLock({ $0.object(reference) }) else { return nil }
        return object
    }

    func pods(
        _ selection: PodSelection, until deadline: ContinuousClock.Instant
    ) async throws(LiveObjectError) -> [FieldValue] {
        state.withLock { $0.pods(selection) } ?? []
    }

    func observe(_ request: AdmissionRequest) {
        state.withLock { $0.observe(allowed: request) }
    }
}

@Suite struct ClusterReviewServiceTests {
    private let metrics = MetricsRegistry()
    private let lines = LogCapture()

    private func service(_ live: any LiveObjects, hasState: Bool = true) throws -> ClusterReviewService {
        let state = CurrentState()
        if hasState {
            state.replace(with: ReviewEvaluator(desired: try Recordings.desired(), branch: "refs/heads/main"))
        }
        let lines = lines
        return ClusterReviewService(
            state: state, live: live, metrics: metrics, logger: Logger(label: "test") { _ in lines.handler })
    }

    private func response(_ reply: ReviewReply) throws -> FieldValue {
        try #require(reply.status == 200)
        return try #require(try JSONReader().read(reply.body)["response"])
    }

    @Test func `Every recorded request gets its labelled verdict over the service`() async throws {
        let cluster = RecordedCluster()
        let service = try service(cluster)
        let labels = try Recordings.labels()
        var wrong: [Int] = []
        for (index, body) in try Recordings.requests().enumerated() {
            let request = try AdmissionRequest(review: try JSONReader().read(body))
            let response = try response(await service.review(body, until: .now + .seconds(5)))
            #expect(response["uid"]?.string == request.uid)
            let isAllowed = response["allowed"] == true
            if isAllowed { cluster.observe(request) }
            if let label = labels[index], isAllowed != label { wrong.append(index + 1) }
        }
        #expect(wrong.isEmpty)
        #expect(metrics.text().contains(#"outcome="denied"} "#))
    }

    @Test func `Without live state the answer is a denial that says so`() async throws {
        let service = try service(NoLiveObjects())
        var unavailable = 0
        for body in try Recordings.requests() {
            let response = try response(await service.review(body, until: .now + .seconds(5)))
            guard response["status"]?["code"] == 503 else { continue }
            unavailable += 1
            #expect(response["allowed"] == false)
            #expect(response["status"]?["message"]?.string?.contains("could not be looked up") == true)
        }
        #expect(unavailable > 0)
    }

    @Test func `Without a state of the repository there is no verdict`() async throws {
        let service = try service(NoLiveObjects(), hasState: false)
        let reply = await service.review(try Recordings.requests()[0], until: .now + .seconds(5))
        #expect(reply.status == 503)
    }

    @Test(arguments: [
        "", "{", "[]", "{}", "null", #"{"kind":"AdmissionReview"}"#, #"{"kind":"AdmissionReview","kind":"x"}"#,
        #"{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{}}"#,
        #"{"apiVersion":"admission.k8s.io/v1beta1","kind":"AdmissionReview","request":{"uid":"1"}}"#,
        String(repeating: "[", count: 100_000),
    ])
    func `What is no review is a bad request`(text: String) async throws {
        let reply = try await service(NoLiveObjects()).review(Array(text.utf8), until: .now + .seconds(5))
        #expect(reply.status == 400)
        #expect(reply.body.utf8.filter { $0 == UInt8(ascii: "\n") }.count == 1)
    }

    @Test func `A truncated review and one that is not UTF-8 are bad requests`() async throws {
        let service = try service(NoLiveObjects())
        let body = try Recordings.requests()[10]
        for count in stride(from: 0, to: body.count, by: 97) {
            let reply = await service.review(Array(body[..<count]), until: .now + .seconds(5))
            #expect(reply.status == 400)
        }
        var broken = body
        broken[broken.firstIndex(of: UInt8(ascii: "v"))!] = 0xff
        #expect(await service.review(broken, until: .now + .seconds(5)).status == 400)
    }

    @Test func `The log names every verdict and shows nothing of a Secret`() async throws {
        let service = try service(RecordedCluster())
        let review = """
            {"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"u1",
            "kind":{"group":"","version":"v1","kind":"Secret"},
            "resource":{"group":"","version":"v1","resource":"secrets"},"name":"s","namespace":"shop",
            "operation":"CREATE","userInfo":{"username":"eve","groups":["system:masters"]},
            "object":{"apiVersion":"v1","kind":"Secret","metadata":{"name":"s","namespace":"shop"},
            "data":{"password":"aHVudGVyMg=="}},"oldObject":null,"dryRun":false,"options":null}}
            """
        let reply = await service.review(Array(review.utf8), until: .now + .seconds(5))
        #expect(try response(reply)["allowed"] == false)
        let text = lines.text
        #expect(text.contains("u1") && text.contains("eve") && text.contains("secrets"))
        #expect(!text.contains("aHVudGVyMg") && !reply.body.contains("aHVudGVyMg"))
    }
}
