import DesiredState
import ExactValues
import FieldTree
import GitNames
import Testing

@testable import Provenance

@Suite("Traces as JSON")
struct ObjectTraceTests {
    @Test("A trace names commit, people, reason and receipt under stable names")
    func json() throws {
        let manifest = Manifest(
            file: "web.yaml", bytes: Array("# first\napiVersion: v1\nkind: Service\nmetadata: {name: web}\n".utf8))
        let desired = DesiredState(manifests: [manifest], commit: .zero)
        let object = try #require(desired.allObjects.first)
        let branch = try #require(RefName("refs/heads/main"))
        let trace = ObjectTrace(
            object: object, line: object.line(of: FieldPath()), branch: branch, commit: .zero, author: "A <a@b>",
            signer: "alice", key: "SHA256:x", approvers: ["bob"], pusher: nil, reason: "why", receipt: 7,
            time: Timestamp(seconds: 0), policy: nil, isGenesis: false)
        #expect(trace.json["approvers"] == ["bob"])
        #expect(trace.json["signer"] == "alice")
        #expect(trace.json["receipt"] == 7)
        #expect(trace.json["line"] == 2)
        #expect(trace.json["object"]?["namespace"] == "default")
        #expect(trace.json["time"] == "1970-01-01T00:00:00Z")
    }
}
