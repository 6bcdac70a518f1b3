import ClusterGate
import DesiredState
import FieldTree
import GitNames
import JSONDocument
import Logging
import Testing

@testable import AdmissionServer

@Suite("The rollout window")
struct RolloutWindowTests {
    private func state(_ digit: String, value: String, other: String) throws -> DesiredState {
        let text = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, namespace: shop}
            data: {key: \(value), other: \(other)}
            """
        return DesiredState(
            manifests: [Manifest(file: "a.yaml", bytes: Array(text.utf8))],
            commit: try #require(ObjectID(hex: String(repeating: digit, count: 40))))
    }

    private func review(_ key: String, _ other: String, finalizers: FieldValue? = nil) -> FieldValue {
        func object(_ key: String, _ other: String, _ finalizers: FieldValue?) -> FieldValue {
            var object: FieldValue = [
                "apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "a", "namespace": "shop", "uid": "u"],
                "data": ["key": .string(key), "other": .string(other)],
            ]
            object.update("metadata") { $0.set("finalizers", finalizers) }
            return object
        }
        return [
            "apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview",
            "request": [
                "uid": "1", "kind": ["group": "", "version": "v1", "kind": "ConfigMap"],
                "resource": ["group": "", "version": "v1", "resource": "configmaps"], "name": "a",
                "namespace": "shop", "operation": "UPDATE", "userInfo": ["username": "flux"],
                "object": object(key, other, nil), "oldObject": object("zero", "zero", finalizers),
                "dryRun": false,
            ],
        ]
    }

    private func answer(
        _ review: FieldValue, window: Duration, age: Duration = .zero
    ) async throws -> FieldValue {
        let current = CurrentState()
        let start = ContinuousClock.now - age
        for (digit, value) in [("1", "one"), ("2", "two")] {
            current.replace(
                with: ReviewEvaluator(
                    desired: try state(digit, value: value, other: value), branch: "refs/heads/main"),
                window: window, at: start)
        }
        let service = ClusterReviewService(
            state: current, live: NoLiveObjects(), metrics: MetricsRegistry(),
            logger: Logger(label: "test") { JSONLineLogHandler(label: $0, level: .critical) })
        let reply = await service.review(Array(JSONText.compact(review).utf8), until: .now + .seconds(5))
        return try #require(try JSONReader().read(reply.body)["response"])
    }

    @Test("An object as an earlier commit has it is admitted within the window, by that commit, and not after it")
    func window() async throws {
        let within = try await answer(review("one", "one"), window: .seconds(3600))
        #expect(within["allowed"] == true)
        #expect(within["auditAnnotations"]?["commit"] == .string(String(repeating: "1", count: 40)))
        #expect(try await answer(review("one", "one"), window: .zero)["allowed"] == false)
        let late = try await answer(review("one", "one"), window: .seconds(60), age: .seconds(61))
        #expect(late["allowed"] == false)
        #expect(try await answer(review("two", "two"), window: .zero)["allowed"] == true)
    }

    @Test("An object mixed of two commits is refused, also within the window")
    func mixed() async throws {
        #expect(try await answer(review("one", "two"), window: .seconds(3600))["allowed"] == false)
        #expect(try await answer(review("zero", "one"), window: .seconds(3600))["allowed"] == false)
    }

    @Test("A step back that also takes a finalizer off is refused")
    func finalizers() async throws {
        let review = review("one", "one", finalizers: ["shop.example/keep"])
        #expect(try await answer(review, window: .seconds(3600))["allowed"] == false)
    }
}
