import FieldTree
import JSONDocument
import TestSupport
import Testing

/// `sallyport review` as a process, over what real API servers sent.
@Suite struct ReviewRecordingsTests {
    private static let newest = "Tests/Recordings/kubernetes-1.36.2"
    private static let oldest = "Tests/Recordings/kubernetes-1.20.2"

    private let sandbox = Sandbox()
    private let reader: JSONReader

    init() throws {
        reader = try JSONReader()
    }

    @Test("every labelled request of 1.36 gets its labelled verdict, in one process within five seconds")
    func labelledVerdicts() throws {
        let labels = try lines("\(Self.newest)/labels.jsonl")
        let clock = ContinuousClock()
        let started = clock.now
        let verdicts = try review(
            Checkout.file("\(Self.newest)/requests.jsonl"), declared: "\(Self.newest)/manifests")
        #expect(clock.now - started < .seconds(5))
        let labelled = try compare(verdicts, with: labels)
        #expect(labelled == 378)
    }

    @Test("no borrowed identity lets anything through")
    func borrowedIdentities() throws {
        let before = try text("\(Self.newest)/requests.jsonl").split(separator: "\n").prefix(106)
        let borrowed = try text("\(Self.newest)/borrowed-identities.jsonl").split(separator: "\n")
        try sandbox.write((before + borrowed).joined(separator: "\n") + "\n", to: "borrowed.jsonl")
        let verdicts = try review("\(sandbox.path)/borrowed.jsonl", declared: "\(Self.newest)/manifests")
        try #require(verdicts.count == 106 + 48)
        for (number, verdict) in verdicts.dropFirst(106).enumerated() {
            #expect(verdict["allowed"] == .bool(false), "line \(number + 1) of borrowed-identities.jsonl")
        }
    }

    @Test("everything that a 1.20 cluster does for what Git declares is allowed", arguments: ["requests", "coldstart"])
    func lawfulTraffic(file: String) throws {
        let verdicts = try review(
            Checkout.file("\(Self.oldest)/\(file).jsonl"), declared: "Tests/Recordings/manifests-1.20",
            version: "1.20")
        #expect(try verdicts.count == lines("\(Self.oldest)/\(file).jsonl").count)
        for (number, verdict) in verdicts.enumerated() {
            #expect(verdict["allowed"] == .bool(true), "line \(number + 1): \(message(of: verdict))")
        }
    }

    @Test("every labelled hostile request of 1.20 gets its labelled verdict")
    func hostileTraffic() throws {
        let before = try text("\(Self.oldest)/requests.jsonl")
        try sandbox.write(before + (try text("\(Self.oldest)/hostile.jsonl")), to: "all.jsonl")
        let verdicts = try review(
            "\(sandbox.path)/all.jsonl", declared: "Tests/Recordings/manifests-1.20", version: "1.20")
        let lawful = before.split(separator: "\n").count
        let labels = try lines("\(Self.oldest)/hostile-labels.jsonl")
        #expect(try compare(Array(verdicts.dropFirst(lawful)), with: labels) > 100)
    }

    @Test("a refusal names the path or the object, and the next step")
    func refusalsExplain() throws {
        let labels = try lines("\(Self.newest)/labels.jsonl")
        let verdicts = try review(
            Checkout.file("\(Self.newest)/requests.jsonl"), declared: "\(Self.newest)/manifests")
        for (label, verdict) in zip(labels, verdicts) where label["expect"]?.string == "deny" {
            #expect(verdict["status"]?["code"] == .integer(403))
            #expect(message(of: verdict).count > 20, "\(label["step"]?.string ?? "")")
            #expect(verdict["auditAnnotations"]?["rule"]?.string != nil)
        }
    }

    // MARK: Running it

    /// Runs `sallyport review` on a repository that declares `folder`'s manifests, and returns the responses.
    private func review(_ file: String, declared folder: String, version: String? = nil) throws -> [FieldValue] {
        try sandbox.run([
            "sh", "-c", "rm -rf declared && mkdir declared && cp \(Checkout.file(folder))/*.yaml declared/",
        ])
        try sandbox.git("init", "--quiet", "--initial-branch=main", in: "declared")
        try sandbox.git("add", ".", in: "declared")
        try sandbox.git("commit", "--quiet", "--message=Declare", in: "declared")
        var command = [
            Checkout.program("sallyport"), "review", "--repo", "\(sandbox.path)/declared", "--ref", "refs/heads/main",
            "--path", ".",
        ]
        if let version { command += ["--kubernetes-version", version] }
        let result = try sandbox.result(command + [file])
        try #require(result.status == 0 || result.status == 1, "\(String(decoding: result.errors, as: UTF8.self))")
        return try String(decoding: result.output, as: UTF8.self).split(separator: "\n").map {
            try #require(try reader.read(String($0))["response"])
        }
    }

    /// Compares verdicts with their labels, one by one.
    /// - Returns: how many of the lines were labelled.
    private func compare(_ verdicts: [FieldValue], with labels: [FieldValue]) throws -> Int {
        try #require(verdicts.count == labels.count)
        var labelled = 0
        for (label, verdict) in zip(labels, verdicts) {
            guard let expected = label["expect"]?.string else { continue }
            labelled += 1
            let step = label["step"]?.string ?? ""
            let line = label["seq"]?.integer ?? 0
            #expect(verdict["allowed"] == .bool(expected == "allow"), "line \(line), \(step): \(message(of: verdict))")
        }
        return labelled
    }

    private func message(of verdict: FieldValue) -> String {
        verdict["status"]?["message"]?.string ?? ""
    }

    private func lines(_ file: String) throws -> [FieldValue] {
        try text(file).split(separator: "\n").map { try reader.read(String($0)) }
    }

    private func text(_ file: String) throws -> String {
        String(decoding: try sandbox.result(["cat", Checkout.file(file)]).output, as: UTF8.self)
    }
}
