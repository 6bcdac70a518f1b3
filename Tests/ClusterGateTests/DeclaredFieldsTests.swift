import ClusterGate
import DesiredState
import FieldTree
import Foundation
import GitNames
import JSONDocument
import ObjectAccounting
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

    /// A quarter of what one server completed: both of a small machine's processors have something to do then.
    struct Portion: Sendable, CustomTestStringConvertible {
        let isModern: Bool
        let part: Int

        static let all = [true, false].flatMap { isModern in (0..<4).map { Portion(isModern: isModern, part: $0) } }

        var version: KubernetesVersion { isModern ? .newestKnown : KubernetesVersion(major: 1, minor: 20) }
        var rows: [Row] {
            let all = isModern ? DeclaredFieldsTests.modern : DeclaredFieldsTests.old
            return all.enumerated().filter { $0.offset % 4 == part }.map(\.element)
        }
        var testDescription: String { "part \(part) of \(version)" }
    }

    private static let modern = read("kubernetes-1.36.2")
    private static let old = read("kubernetes-1.20.2")

    private static func read(_ folder: String) -> [Row] {
        let file = Recording.folder.appending(path: "\(folder)/fields.jsonl.gz")
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
    }

    private func evaluator(_ rows: [Row], _ version: KubernetesVersion) -> ReviewEvaluator {
        let manifests = rows.enumerated().map { index, row in
            Manifest(file: "\(index).json", bytes: Array(JSONText.compact(row.declared).utf8))
        }
        let desired = DesiredState(manifests: manifests, commit: ObjectID.zero)
        #expect(desired.problems.isEmpty)
        #expect(desired.count == rows.count)
        return ReviewEvaluator(desired: desired, version: version, branch: "refs/heads/main")
    }

    private func verdict(_ evaluator: ReviewEvaluator, _ review: FieldValue) throws -> Verdict? {
        let request = try AdmissionRequest(review: review)
        guard case .verdict(let verdict) = evaluator.evaluate(request, live: ObservedState(isComplete: true)) else {
            return nil
        }
        return verdict
    }

    @Test("What the server makes of a declared object is admitted", arguments: Portion.all)
    func admitted(portion: Portion) throws {
        let rows = portion.rows
        let evaluator = evaluator(rows, portion.version)
        for row in rows {
            let verdict = try verdict(evaluator, row.review)
            #expect(verdict?.allowed == true, "\(row.place): \(verdict?.message ?? "")")
        }
        #expect(rows.count > 700)
    }

    /// Every seventieth object of each part, with each leaf changed, removed, and one added.
    @Test("One leaf changed, removed or added is denied", arguments: Portion.all)
    func mutated(portion: Portion) throws {
        let rows = portion.rows.enumerated().filter { $0.offset % 70 == 0 }.map(\.element)
        let evaluator = evaluator(rows, portion.version)
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
        #expect(judged > 200, "only \(judged) mutations were judged")
    }

    /// What the server draws itself: its own metadata, and another port of the right form.
    private func isServers(_ mutation: LeafMutation, _ request: AdmissionRequest) -> Bool {
        if Owned.isOwned(mutation, request), mutation.path.steps.first == .member("metadata") { return true }
        return mutation.kind == .changed && mutation.path.steps.last == .member("nodePort")
    }
}
