import ClusterGate
import DesiredState
import FieldTree
import Foundation
import GitNames
import JSONDocument
import ObjectAccounting

/// The recorded traffic under `Tests/Recordings`, and what Git declares for it.
struct Recording {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Recordings")

    let desired: DesiredState
    let version: KubernetesVersion

    /// A distribution's 1.36.2.
    static let modern = Recording(manifests: "kubernetes-1.36.2/manifests", version: .newestKnown)
    /// Debian's 1.20.2.
    static let old = Recording(manifests: "manifests-1.20", version: KubernetesVersion(major: 1, minor: 20))

    private init(manifests: String, version: KubernetesVersion) {
        let folder = Self.folder.appending(path: manifests)
        let names = try! FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let files = names.filter { Manifest.isManifest($0) }.map { name in
            Manifest(file: name, bytes: Array(try! Data(contentsOf: folder.appending(path: name))))
        }
        desired = DesiredState(manifests: files, commit: ObjectID.zero)
        self.version = version
    }

    /// The values of a file of JSON lines.
    static func lines(_ name: String) throws -> [FieldValue] {
        let data = try Data(contentsOf: folder.appending(path: name))
        let reader = try JSONReader()
        return try data.split(separator: 0x0a).map { try reader.read(Array($0)) }
    }

    var evaluator: ReviewEvaluator {
        ReviewEvaluator(desired: desired, version: version, branch: "refs/heads/main")
    }

    /// The verdict with live state at hand; nothing is unknown to an offline run.
    func verdict(_ request: AdmissionRequest, _ live: ObservedState) throws -> Verdict {
        switch evaluator.evaluate(request, live: live) {
        case .verdict(let verdict): return verdict
        case .needs(let query): throw Unknown(query: query)
        }
    }

    struct Unknown: Error {
        let query: LiveQuery
    }

    /// Feeds reviews in order and calls `body` before each is noted.
    func replay(
        _ reviews: [FieldValue], _ body: (Int, FieldValue, AdmissionRequest, ObservedState, Verdict) throws -> Void
    ) throws {
        var live = ObservedState(isComplete: true)
        for (index, review) in reviews.enumerated() {
            let request = try AdmissionRequest(review: review)
            let verdict = try verdict(request, live)
            try body(index, review, request, live, verdict)
            if verdict.allowed { live.observe(allowed: request) }
        }
    }
}
