import Logging
import ServiceLifecycle
import TestSupport
import Testing

@testable import AdmissionServer

private struct EmptyService: ReviewService {
    func review(_ body: [UInt8], until deadline: ContinuousClock.Instant) async -> ReviewReply {
        ReviewReply(status: 200, body: "{}")
    }
}

/// Holds every review until told to answer.
private actor HeldService: ReviewService {
    private var held: [CheckedContinuation<Void, Never>] = []
    private var asked: CheckedContinuation<Void, Never>?
    private(set) var count = 0

    func review(_ body: [UInt8], until deadline: ContinuousClock.Instant) async -> ReviewReply {
        count += 1
        await withCheckedContinuation { continuation in
            held.append(continuation)
            asked?.resume()
            asked = nil
        }
        return ReviewReply(status: 200, body: "{}")
    }

    func waitUntilAsked() async {
        if held.isEmpty { await withCheckedContinuation { asked = $0 } }
    }

    func answer() {
        for continuation in held { continuation.resume() }
        held = []
    }
}

@Suite("Connections", .timeLimit(.minutes(1)))
struct ConnectionTests {
    @Test("Connections without a certificate, however many, keep none out that has one")
    func certified() async throws {
        let certificates = try TestCertificates()
        try certificates.makePair("authority", subject: "/CN=authority")
        try certificates.makeClient("client", authority: "authority")
        var limits = ServerLimits()
        limits.connections = 8
        limits.uncertifiedConnections = 16
        try await LoopbackServer.run(
            service: EmptyService(), certificates: certificates, clientAuthority: certificates.path("authority.crt"),
            limits: limits
        ) { server in
            let idle = try IdleConnections(count: 40, port: server.port)
            let answer = await server.send {
                $0.body = Array("{}".utf8)
                $0.client = (certificates.path("client.crt"), certificates.path("client.key"))
            }
            #expect(answer.status == 200)
            withExtendedLifetime(idle) {}
        }
    }

    @Test("Those with a certificate have a cap of their own")
    func cap() async throws {
        let certificates = try TestCertificates()
        try certificates.makePair("authority", subject: "/CN=authority")
        try certificates.makeClient("client", authority: "authority")
        var limits = ServerLimits()
        limits.connections = 1
        let held = HeldService()
        try await LoopbackServer.run(
            service: held, certificates: certificates, clientAuthority: certificates.path("authority.crt"),
            limits: limits
        ) { server in
            func send() async -> TestRequest.Answer {
                await server.send {
                    $0.body = Array("{}".utf8)
                    $0.client = (certificates.path("client.crt"), certificates.path("client.key"))
                }
            }
            async let first = send()
            await held.waitUntilAsked()
            #expect(await send().curl != 0)
            await held.answer()
            #expect(await first.status == 200)
            #expect(await held.count == 1)
        }
    }

    @Test("Probes and metrics are answered on a port of their own while connections are piled up on it")
    func probes() async throws {
        let metrics = MetricsRegistry()
        metrics.count("sallyport_test_total", help: "A count.", [])
        let (ports, found) = AsyncStream<Int>.makeStream()
        let logger = Logger(label: "test") { JSONLineLogHandler(label: $0, level: .critical) }
        let server = ProbeServer(
            configuration: .init(address: "127.0.0.1", port: 0, connections: 8),
            responses: ProbeResponses(readiness: Readiness(), metrics: metrics), logger: logger
        ) { found.yield($0) }
        let group = ServiceGroup(configuration: .init(services: [server], logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var iterator = ports.makeAsyncIterator()
            let port = await iterator.next()!
            let idle = try IdleConnections(count: 24, port: port)
            let url = "http://127.0.0.1:\(port)"
            func get(_ path: String) throws -> (String, Bool) {
                let answer = try Sandbox().result([
                    "curl", "--silent", "--noproxy", "*", "--max-time", "10", "--write-out", "\n%{http_code}",
                    url + path,
                ])
                return (String(decoding: answer.output, as: UTF8.self), answer.status == 0)
            }
            #expect(try get("/livez").0 == "ok\n\n200")
            #expect(try get("/readyz").0.hasSuffix("\n503"))
            #expect(try get("/metrics").0.contains("sallyport_test_total"))
            #expect(try get("/validate").0.hasSuffix("\n404"))
            withExtendedLifetime(idle) {}
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }
}
