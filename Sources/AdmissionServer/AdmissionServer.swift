internal import Hummingbird
internal import HummingbirdCore
internal import HummingbirdTLS
public import Logging
internal import NIOCore
internal import NIOPosix
public import ServiceLifecycle

/// The webhook's HTTPS server: `POST /validate`, `GET /livez`, `/readyz` and `/metrics`.
public struct AdmissionServer: Service {
    /// Where to listen and what is believed.
    public struct Configuration: Sendable {
        /// The address or host name to listen on.
        public var address: String
        /// The TCP port; 0 takes a free one.
        public var port: Int
        public var tls: TLSFiles
        public var limits = ServerLimits()
        /// Whether `POST /noop` reads a body and answers without judging: the floor that benchmarks compare with.
        public var offersNoop = false

        public init(address: String, port: Int, tls: TLSFiles) {
            self.address = address
            self.port = port
            self.tls = tls
        }
    }

    private let configuration: Configuration
    private let identity: ServerIdentity
    private let responder: AdmissionResponder
    private let logger: Logger
    private let onListening: @Sendable (Int) -> Void

    /// Reads the certificate and its key; listens only when run.
    /// - Parameter onListening: told the port once connections are taken.
    /// - Throws: `ServerError` when the TLS material is unusable.
    public init(
        configuration: Configuration, service: any ReviewService, readiness: Readiness, metrics: MetricsRegistry,
        logger: Logger, onListening: @escaping @Sendable (_ port: Int) -> Void = { _ in }
    ) throws(ServerError) {
        self.configuration = configuration
        self.logger = logger
        self.onListening = onListening
        identity = try ServerIdentity(files: configuration.tls, logger: logger)
        responder = AdmissionResponder(
            service: service, probes: ProbeResponses(readiness: readiness, metrics: metrics), metrics: metrics,
            refusals: RefusalLog(logger: logger), limits: configuration.limits,
            budget: ReviewBudget(limits: configuration.limits),
            requiresClientCertificate: configuration.tls.clientAuthority != nil,
            offersNoop: configuration.offersNoop)
    }

    /// Serves until graceful shutdown: requests under way are answered, new connections are not taken.
    public func run() async throws {
        let limits = configuration.limits
        let readLimit = TimeAmount.nanoseconds(Int64(limits.deadline.seconds * 1e9))
        let ledger = configuration.tls.clientAuthority.map { _ in
            ConnectionLedger(certified: limits.connections, uncertified: limits.uncertifiedConnections)
        }
        // With a ledger the caps are its own: here is only room for what it is about to close.
        let most = limits.connections + (ledger == nil ? 0 : 2 * limits.uncertifiedConnections + 64)
        let http = HTTP1Channel.Configuration(
            additionalChannelHandlers: Self.handlers(limit: readLimit, ledger: ledger),
            idleTimeout: .nanoseconds(Int64(limits.idle.seconds * 1e9)))
        let application = Application(
            responder: responder,
            server: try .tls(.http1(configuration: http), tlsConfiguration: identity.tls),
            configuration: .init(
                address: .hostname(configuration.address, port: configuration.port),
                backlog: 512,
                availableConnectionsDelegate: .maximum(most, logger: logger)),
            services: [identity.reloader],
            onServerRunning: { [logger, onListening] channel in
                let port = channel.localAddress?.port ?? 0
                logger.info("listening", metadata: ["address": "\(configuration.address)", "port": "\(port)"])
                onListening(port)
            },
            logger: logger)
        do {
            try await application.run()
        } catch let error as IOError {
            throw ServerError(
                code: .cannotListen, description: "\(configuration.address):\(configuration.port): \(error)")
        }
    }

    private static func handlers(limit: TimeAmount, ledger: ConnectionLedger?) -> [any RemovableChannelHandler] {
        let deadline = ReadDeadlineHandler(limit: limit)
        guard let ledger else { return [deadline] }
        return [ConnectionLedgerHandler(ledger: ledger), deadline]
    }
}
