import AdmissionServer
import Logging
import ServiceLifecycle
import TestSupport

/// A real server on a free port of loopback, for as long as a closure runs.
struct LoopbackServer {
    let port: Int
    let certificates: TestCertificates
    let metrics: MetricsRegistry
    let readiness: Readiness

    var request: TestRequest { TestRequest(authority: certificates.path("server.crt")) }

    func send(_ change: (inout TestRequest) -> Void) async -> TestRequest.Answer {
        var request = request
        change(&request)
        return await request.send(port: port)
    }

    static func run(
        service: any ReviewService, certificates: TestCertificates, clientAuthority: String? = nil,
        limits: ServerLimits = ServerLimits(), readiness: Readiness = Readiness(),
        reloadInterval: Duration = .seconds(60), _ body: (LoopbackServer) async throws -> Void
    ) async throws {
        var configuration = AdmissionServer.Configuration(
            address: "127.0.0.1", port: 0,
            tls: TLSFiles(
                certificate: certificates.path("server.crt"), key: certificates.path("server.key"),
                clientAuthority: clientAuthority, reloadInterval: reloadInterval))
        configuration.limits = limits
        let metrics = MetricsRegistry()
        let (ports, found) = AsyncStream<Int>.makeStream()
        let logger = Logger(label: "test") { JSONLineLogHandler(label: $0, level: .critical) }
        let server = try AdmissionServer(
            configuration: configuration, service: service, readiness: readiness, metrics: metrics, logger: logger
        ) { found.yield($0) }
        let group = ServiceGroup(configuration: .init(services: [server], logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var iterator = ports.makeAsyncIterator()
            let port = await iterator.next()!
            let running = LoopbackServer(
                port: port, certificates: certificates, metrics: metrics, readiness: readiness)
            let outcome: Result<Void, any Error>
            do {
                outcome = .success(try await body(running))
            } catch {
                outcome = .failure(error)
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            try outcome.get()
        }
    }
}
