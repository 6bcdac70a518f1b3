import ClusterGate
import FieldTree
import Testing

@Suite("Recorded traffic")
struct RecordingTests {
    private func expectLabels(_ recording: Recording, _ requests: [FieldValue], _ labels: [FieldValue], from start: Int)
        throws -> Int
    {
        var labelled = 0
        try recording.replay(requests) { index, _, request, _, verdict in
            guard index >= start else { return }
            let label = labels[index - start]
            guard let expected = label["expect"]?.string else { return }
            labelled += 1
            #expect(
                (verdict.allowed ? "allow" : "deny") == expected,
                "\(label["seq"] ?? .null) \(request.operation) \(request.resource) \(request.name): \(verdict.message)")
            if !verdict.allowed { #expect(!verdict.message.isEmpty) }
        }
        return labelled
    }

    @Test("Every labelled request of 1.36 gets its verdict")
    func modernLabels() throws {
        let requests = try Recording.lines("kubernetes-1.36.2/requests.jsonl")
        let labels = try Recording.lines("kubernetes-1.36.2/labels.jsonl")
        #expect(try expectLabels(.modern, requests, labels, from: 0) == 378)
    }

    @Test("A hostile request gains nothing from an agent's or a controller's name")
    func borrowedIdentities() throws {
        let baseline = try Recording.lines("kubernetes-1.36.2/requests.jsonl").prefix(106)
        let borrowed = try Recording.lines("kubernetes-1.36.2/borrowed-identities.jsonl")
        var denied = 0
        try Recording.modern.replay(Array(baseline) + borrowed) { index, _, request, _, verdict in
            if index < baseline.count { return #expect(verdict.allowed) }
            #expect(!verdict.allowed, "\(request.operation) \(request.resource) \(request.name) as \(request.username)")
            denied += verdict.allowed ? 0 : 1
        }
        #expect(denied == 48)
    }

    @Test("Everything of the baseline of 1.20 is allowed, and the hostile part gets its labels")
    func oldLabels() throws {
        let baseline = try Recording.lines("kubernetes-1.20.2/requests.jsonl")
        let hostile = try Recording.lines("kubernetes-1.20.2/hostile.jsonl")
        let labels = try Recording.lines("kubernetes-1.20.2/hostile-labels.jsonl")
        try Recording.old.replay(baseline) { _, _, request, _, verdict in
            #expect(verdict.allowed, "\(request.operation) \(request.resource) \(request.name): \(verdict.message)")
        }
        #expect(try expectLabels(.old, baseline + hostile, labels, from: baseline.count) == 137)
    }

    @Test("A controller manager may start in a cluster without its accounts")
    func coldStart() throws {
        let requests = try Recording.lines("kubernetes-1.20.2/coldstart.jsonl")
        try Recording.old.replay(requests) { _, _, request, _, verdict in
            #expect(verdict.allowed, "\(request.operation) \(request.resource) \(request.name): \(verdict.message)")
        }
    }

    @Test("A dry run gets the same verdict and leaves no trace")
    func dryRuns() throws {
        let requests = try Recording.lines("kubernetes-1.36.2/requests.jsonl").prefix(106)
        try Recording.modern.replay(Array(requests)) { _, review, _, live, verdict in
            var dry = review
            dry.update("request") { $0.set("dryRun", true) }
            let request = try AdmissionRequest(review: dry)
            #expect(try Recording.modern.verdict(request, live) == verdict)
        }
    }
}
