import Logging
import TestSupport
import Testing

@testable import AdmissionServer

@Suite("The digest of the root")
struct RootDigestTests {
    private let sandbox = Sandbox()

    private func configuration(
        root: String = "threshold: 1\n", id: String = "7f0c", key: String = "AAAA", path: String = "clusters/prod"
    ) throws -> AdmissionConfiguration {
        try sandbox.write(root, to: "root.yaml")
        return try AdmissionConfiguration.parse(
            Array(
                """
                apiVersion: sallyport.dev/v1
                kind: AdmissionConfiguration
                tls: {certificate: a, key: b}
                repository:
                  {url: /srv/shop.git, mirror: m, ref: refs/heads/main, path: \(path), root: \(sandbox.path)/root.yaml,
                   id: \(id), receiptKey: \(key)}
                """.utf8), file: "admission.yaml")
    }

    @Test("It is the SHA-256 of four lines and the root file, as sha256sum and Helm make it")
    func value() throws {
        let digest = try RootDigest.of(try configuration())
        let text = "7f0c\nAAAA\nrefs/heads/main\nclusters/prod\nthreshold: 1\n"
        let expected = try sandbox.run(["sh", "-c", "printf %s \"$0\" | sha256sum | cut -c1-64", text])
        #expect(digest == "sha256:" + expected)
    }

    @Test("With anything else of the root the gate does not start")
    func others() throws {
        let digest = try RootDigest.of(try configuration())
        try RootDigest.check(try configuration(), is: digest)
        for other in [
            try configuration(id: "7f0d"), try configuration(key: "BBBB"), try configuration(path: "clusters/dev"),
        ] {
            #expect(throws: ServerError.self) { try RootDigest.check(other, is: digest) }
        }
        let changed = try configuration(root: "threshold: 0\n")
        let error = #expect(throws: ServerError.self) {
            try AdmissionService(
                configuration: changed, rootDigest: digest, logger: Logger(label: "test"))
        }
        #expect(error?.description.contains("--root-digest") == true)
        #expect(error?.isOfConfiguration == true)
    }
}
