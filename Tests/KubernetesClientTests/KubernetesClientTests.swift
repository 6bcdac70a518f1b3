import FieldTree
import Foundation
import TestSupport
import Testing

@testable import KubernetesClient

@Suite(.timeLimit(.minutes(1))) struct KubernetesClientTests {
    let certificates: TestCertificates
    private static let web = ObjectAddress(
        group: "apps", version: "v1", resource: "deployments", namespace: "shop", name: "web")

    init() throws {
        certificates = try TestCertificates()
    }

    private var soon: ContinuousClock.Instant { .now + .seconds(5) }

    private func client(
        _ url: String, authority: String = "server.crt", token: ClusterAccess.Token? = nil,
        limits: KubernetesClient.Limits = .init()
    ) throws -> KubernetesClient {
        KubernetesClient(
            access: try ClusterAccess(server: url, authority: .file(certificates.path(authority)), token: token),
            limits: limits)
    }

    private func serve(
        _ answer: FakeAPIServer.Answer, _ body: (String) async throws -> Void
    ) async throws {
        try await FakeAPIServer.run(certificates: certificates, answering: { _, _ in answer }, body)
    }

    @Test func `An object is read from its path with the token of now`() async throws {
        let file = certificates.path("token")
        try Data("first\n".utf8).write(to: URL(fileURLWithPath: file))
        try await FakeAPIServer.run(certificates: certificates) { path, token in
            .init(body: #"{"path":"\#(path)","token":"\#(token ?? "")"}"#)
        } _: { url in
            let client = try client(url, token: .file(file))
            let object = try await client.object(at: Self.web, until: soon)
            #expect(object?["path"] == "/apis/apps/v1/namespaces/shop/deployments/web")
            #expect(object?["token"] == "Bearer first")
            try Data("second".utf8).write(to: URL(fileURLWithPath: file))
            #expect(try await client.object(at: Self.web, until: soon)?["token"] == "Bearer second")
        }
    }

    @Test(arguments: [
        (ObjectAddress(group: "", version: "v1", resource: "nodes", namespace: nil, name: "n1"), "/api/v1/nodes/n1"),
        (
            ObjectAddress(group: "", version: "v1", resource: "pods", namespace: "a", name: "b c?d#e:f"),
            "/api/v1/namespaces/a/pods/b%20c%3Fd%23e%3Af"
        ),
    ])
    func `A path is made of encoded segments`(address: ObjectAddress, path: String) throws {
        #expect(try address.path() == path)
    }

    @Test(arguments: ["", ".", "..", "a/b", "a%2fb", String(repeating: "a", count: 254)])
    func `A name that leads elsewhere is refused`(name: String) {
        #expect(throws: KubernetesError.self) {
            try ObjectAddress(group: "", version: "v1", resource: "pods", namespace: "a", name: name).path()
        }
        #expect(throws: KubernetesError.self) {
            try ObjectAddress(group: "", version: "v1", resource: "pods", namespace: name, name: "a").path()
        }
    }

    @Test func `Only the API server's own word is taken for absence`() async throws {
        let absent = #"{"kind":"Status","reason":"NotFound","details":{"name":"web"},"code":404}"#
        try await serve(.init(status: 404, body: absent)) { url in
            let object = try await client(url).object(at: Self.web, until: soon)
            #expect(object == nil)
        }
        let other = #"{"kind":"Status","reason":"NotFound","details":{"name":"other"},"code":404}"#
        for body in ["404 page not found", "{}", "", other, #"{"kind":"Status","reason":"NotFound"}"#] {
            try await serve(.init(status: 404, body: body)) { url in
                await #expect(throws: KubernetesError.self) {
                    try await client(url).object(at: Self.web, until: soon)
                }
            }
        }
    }

    @Test(arguments: [
        (401, "{}"), (403, "{}"), (500, "{}"), (301, "{}"), (200, "[]"), (200, "{"), (200, ""),
        (200, "{\"a\":1,\"a\":1}"),
    ])
    func `Other answers are errors`(status: Int, body: String) async throws {
        try await serve(.init(status: status, body: body)) { url in
            await #expect(throws: KubernetesError.self) { try await client(url).object(at: Self.web, until: soon) }
        }
    }

    @Test func `An answer over the limit is refused`() async throws {
        var limits = KubernetesClient.Limits()
        limits.answerBytes = 1000
        try await serve(.init(body: #"{"a":"\#(String(repeating: "x", count: 2000))"}"#)) { url in
            let error = await #expect(throws: KubernetesError.self) {
                try await client(url, limits: limits).object(at: Self.web, until: soon)
            }
            #expect(error?.code == .tooLarge)
        }
    }

    @Test func `A slow answer ends at the deadline`() async throws {
        try await serve(.init(delay: .seconds(2))) { url in
            let client = try client(url)
            let began = ContinuousClock.now
            let error = await #expect(throws: KubernetesError.self) {
                try await client.object(at: Self.web, until: .now + .milliseconds(200))
            }
            #expect(error?.code == .timedOut)
            #expect(began.duration(to: .now) < .seconds(1))
            let late = await #expect(throws: KubernetesError.self) {
                try await client.object(at: Self.web, until: .now - .seconds(1))
            }
            #expect(late?.code == .timedOut)
        }
    }

    @Test func `A server with a certificate of another authority is not believed`() async throws {
        try certificates.makePair("other", subject: "/CN=other")
        try await serve(.init()) { url in
            let error = await #expect(throws: KubernetesError.self) {
                try await client(url, authority: "other.crt").object(at: Self.web, until: soon)
            }
            #expect(error?.code == .unreachable)
        }
    }

    @Test func `Discovery tells the plural of a kind`() async throws {
        let list = """
            {"kind":"APIResourceList","resources":[
              {"name":"deployments/scale","kind":"Scale","namespaced":true},
              {"name":"deployments","kind":"Deployment","namespaced":true}]}
            """
        let preferred = #"{"kind":"APIGroup","preferredVersion":{"groupVersion":"apps/v1","version":"v1"}}"#
        try await FakeAPIServer.run(certificates: certificates) { path, _ in
            switch path {
            case "/apis/apps": .init(body: preferred)
            case "/apis/apps/v1": .init(body: list)
            default: .init(status: 404, body: "404 page not found")
            }
        } _: { url in
            let client = try client(url)
            func find(_ kind: String, _ group: String, _ version: String?) async throws -> KubernetesClient.Resource? {
                try await client.resource(ofKind: kind, group: group, preferring: version, until: soon)
            }
            let deployments = KubernetesClient.Resource(version: "v1", name: "deployments", isNamespaced: true)
            #expect(try await find("Deployment", "apps", "v1") == deployments)
            #expect(try await find("Deployment", "apps", nil) == deployments)
            #expect(try await find("Deployment", "apps", "v9") == deployments)
            #expect(try await find("Scale", "apps", "v1") == nil)
            #expect(try await find("X", "x.example", "v1") == nil)
        }
    }

    @Test func `A kind is found in an older version of its group`() async throws {
        let versions = #"{"versions":[{"version":"v1"},{"version":"v1beta1"}],"preferredVersion":{"version":"v1"}}"#
        let jobs = #"{"resources":[{"name":"jobs","kind":"Job","namespaced":true}]}"#
        let cronJobs = #"{"resources":[{"name":"cronjobs","kind":"CronJob","namespaced":true}]}"#
        try await FakeAPIServer.run(certificates: certificates) { path, _ in
            switch path {
            case "/apis/batch": .init(body: versions)
            case "/apis/batch/v1": .init(body: jobs)
            case "/apis/batch/v1beta1": .init(body: cronJobs)
            default: .init(status: 404, body: "404 page not found")
            }
        } _: { url in
            let found = try await client(url).resource(
                ofKind: "CronJob", group: "batch", preferring: "v1", until: soon)
            #expect(found == .init(version: "v1beta1", name: "cronjobs", isNamespaced: true))
        }
    }

    @Test(arguments: ["a b", "a\r\nX: y", "", "\u{e9}"])
    func `A token that is not one word is never sent`(token: String) async throws {
        try await serve(.init()) { url in
            let error = await #expect(throws: KubernetesError.self) {
                try await client(url, token: .literal(token)).object(at: Self.web, until: soon)
            }
            #expect(error?.code == .configuration)
        }
    }
}
