import DesiredState
import FieldTree
import Foundation
import GitNames
import JSONDocument

/// The admission traffic recorded from a Kubernetes 1.36.2 API server.
enum Recordings {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Recordings/kubernetes-1.36.2")

    /// The requests, one AdmissionReview each, as they were sent.
    static func requests() throws -> [[UInt8]] {
        try lines("requests.jsonl")
    }

    /// Whether each request is to be allowed; nil where the recording leaves it open.
    static func labels() throws -> [Bool?] {
        try lines("labels.jsonl").map { try JSONReader().read($0)["expect"]?.string.map { $0 == "allow" } }
    }

    private static func lines(_ name: String) throws -> [[UInt8]] {
        let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
        return bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) }
    }

    /// What the recorded cluster's repository declared.
    static func desired() throws -> DesiredState {
        let names = try FileManager.default.contentsOfDirectory(
            atPath: folder.appendingPathComponent("manifests").path)
        let manifests = try names.sorted().map { name in
            let file = folder.appendingPathComponent("manifests/\(name)")
            return Manifest(file: name, bytes: [UInt8](try Data(contentsOf: file)))
        }
        return DesiredState(manifests: manifests, commit: ObjectID(hex: String(repeating: "c", count: 40))!)
    }
}
