import ClusterGate
import DesiredState
import FieldTree
import Foundation
import GitNames
import JSONDocument
import TestSupport
import Testing

/// Objects of every served kind with each field set to plausible values, zeros and empties, as a real server completed
/// them: what Git declares is admitted in that form, and in no other.
@Suite("Every field of every kind")
struct DeclaredFieldsTests {
    /// One object: what Git declares, and the review that came of it.
    struct Row: Sendable {
        let declared: FieldValue
        let review: FieldValue
        let place: String
    }

    /// The rows are split, so that both of a small machine's processors have something to do.
    static let parts = 4

    private static let rows: [Row] = {
        let file = Recording.folder.appending(path: "kubernetes-1.36.2/fields.jsonl.gz")
        let text = try! Command.run(
            ["gzip", "--decompress", "--stdout", file.path], in: "/", environment: ["PATH=/usr/bin:/bin"], input: []
        ).output
        let reader = try! JSONReader()
        return text.split(separator: 0x0a).enumerated().map { index, line in
            let row = try! reader.read(Array(line))
            return Row(
                declared: row["declared"] ?? .null, review: row["review"] ?? .null,
                place: "line \(index + 1), \(row["kind"]?.string ?? "") \(row["path"]?.string ?? "")")
        }
    }()

    private func rows(_ part: Int) -> [Row] {
        Self.rows.enumerated().filter { $0.offset % Self.parts == part }.map(\.element)
    }

    private func evaluator(_ rows: [Row]) -> ReviewEvaluator {
        let manifests = rows.enumerated().map { index, row in
            Manifest(file: "\(index).json", bytes: Array(JSONText.compact(row.declared).utf8))
        }
        let desired = DesiredState(manifests: manifests, commit: ObjectID.zero)
        #expect(desired.problems.isEmpty)
        #expect(desired.count == rows.count)
        return ReviewEvaluator(desired: desired, branch: "refs/heads/main")
    }

    private func verdict(_ evaluator: ReviewEvaluator, _ review: FieldValue) throws -> Verdict? {
        let request = try AdmissionRequest(review: review)
        guard case .verdict(let verdict) = evaluator.evaluate(request, live: ObservedState(isComplete: true)) else {
            return nil
        }
        return verdict
    }

    @Test("What the server makes of a declared object is admitted", arguments: 0..<parts)
    func admitted(part: Int) throws {
        let rows = rows(part)
        let evaluator = evaluator(rows)
        for row in rows {
            let verdict = try verdict(evaluator, row.review)
            #expect(verdict?.allowed == true, "\(row.place): \(verdict?.message ?? "")")
        }
        #expect(rows.count > 2000)
    }

    /// Every seventieth object of each part, with each leaf changed, removed, and one added.
    @Test("One leaf changed, removed or added is denied", arguments: 0..<parts)
    func mutated(part: Int) throws {
        let rows = rows(part).enumerated().filter { $0.offset % 70 == 0 }.map(\.element)
        let evaluator = evaluator(rows)
        var judged = 0
        for row in rows {
            let request = try AdmissionRequest(review: row.review)
            guard let object = request.object else { continue }
            for mutation in LeafMutation.all(of: object) where !isServers(mutation, request) {
                var review = row.review
                review.update("request") { $0.set("object", mutation.object) }
                judged += 1
                let verdict = try verdict(evaluator, review)
                #expect(verdict?.allowed == false, "\(row.place): \(mutation.kind) \(mutation.path)")
            }
        }
        #expect(judged > 1000, "only \(judged) mutations were judged")
    }

    /// What the server draws itself: its own metadata, and another port of the right form.
    private func isServers(_ mutation: LeafMutation, _ request: AdmissionRequest) -> Bool {
        if Owned.isOwned(mutation, request), mutation.path.steps.first == .member("metadata") { return true }
        return mutation.kind == .changed && mutation.path.steps.last == .member("nodePort")
    }
}
