import Hummingbird
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle
import TestSupport

/// A server on loopback that answers as an API server would, for as long as a closure runs.
enum FakeAPIServer {
    struct Answer: Sendable {
        var status = 200
        var body = "{}"
        var delay = Duration.zero
    }

    struct Context: InitializableFromSource {
        init(source: ApplicationRequestContextSource) {}
    }

    static func run(
        certificates: TestCertificates,
        answering answer: @escaping @Sendable (_ path: String, _ token: String?) -> Answer,
        _ body: (_ url: String) async throws -> Void
    ) async throws {
        let (ports, found) = AsyncStream<Int>.makeStream()
        let logger = Logger(label: "fake") { _ in SwiftLogNoOpLogHandler() }
        let responder = CallbackResponder<Context> { request, _ in
            let answer = answer(request.uri.string, request.headers[.authorization])
            try await Task.sleep(for: answer.delay)
            return Response(
                status: .init(code: answer.status), body: .init(byteBuffer: ByteBuffer(string: answer.body)))
        }
        let tls = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(certificates.path("server.crt")).map {
                .certificate($0)
            },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: certificates.path("server.key"), format: .pem)))
        let application = Application(
            responder: responder, server: try .tls(.http1(), tlsConfiguration: tls),
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { found.yield($0.localAddress?.port ?? 0) }, logger: logger)
        let group = ServiceGroup(configuration: .init(services: [application], logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var iterator = ports.makeAsyncIterator()
            let port = await iterator.next()!
            let outcome: Result<Void, any Error>
            do {
                outcome = .success(try await body("https://localhost:\(port)"))
            } catch {
                outcome = .failure(error)
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            try outcome.get()
        }
    }
}
