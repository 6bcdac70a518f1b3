internal import Logging
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import ServiceLifecycle

/// Answers the kubelet's probes and a scraper on a port and a thread of their own, without TLS: however many
/// connections, handshakes and reviews the other port is busy with, the gate is not taken for dead.
struct ProbeServer: Service {
    /// Where to listen.
    struct Configuration: Sendable, Hashable {
        var address: String
        /// The TCP port; 0 takes a free one.
        var port: Int
        /// The most open connections; the oldest is closed for a new one.
        var connections = 64
        /// How long a connection may stay open.
        var limit = Duration.seconds(10)
    }

    let configuration: Configuration
    let responses: ProbeResponses
    let logger: Logger
    let onListening: @Sendable (Int) -> Void

    /// Serves until graceful shutdown.
    func run() async throws {
        let threads = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let ledger = ConnectionLedger(certified: 0, uncertified: configuration.connections)
        let limit = TimeAmount.nanoseconds(Int64(configuration.limit.seconds * 1e9))
        let bootstrap = ServerBootstrap(group: threads)
            .serverChannelOption(.backlog, value: 64)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { [responses] channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline(withPipeliningAssistance: false)
                    try channel.pipeline.syncOperations.addHandler(
                        ProbeHandler(responses: responses, ledger: ledger, limit: limit))
                }
            }
        let server: any Channel
        do {
            server = try await bootstrap.bind(host: configuration.address, port: configuration.port).get()
        } catch {
            try? await threads.shutdownGracefully()
            throw ServerError(
                code: .cannotListen, description: "probes: \(configuration.address):\(configuration.port): \(error)")
        }
        let port = server.localAddress?.port ?? 0
        logger.info("listening for probes", metadata: ["address": "\(configuration.address)", "port": "\(port)"])
        onListening(port)
        try await withTaskCancellationOrGracefulShutdownHandler {
            try await server.closeFuture.get()
        } onCancelOrGracefulShutdown: {
            server.close(promise: nil)
        }
        try? await threads.shutdownGracefully()
    }
}
