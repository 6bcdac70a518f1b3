internal import ClusterGate
internal import FieldTree
internal import KubernetesClient
public import Logging
internal import ObjectAccounting
internal import ServiceLifecycle
internal import UnixSignals

#if canImport(Glibc)
internal import Glibc
#endif

/// The whole cluster gate: the mirror that keeps what is judged by, and the server that judges.
public struct AdmissionService: Sendable {
    private let configuration: AdmissionConfiguration
    private let logger: Logger
    private let server: AdmissionServer
    private let mirror: MirrorService
    private let probes: ProbeServer?
    private let watch: AdmissionWatch?

    /// Puts the parts together; listens and fetches only when run.
    /// - Parameter rootDigest: what ``RootDigest`` has to say of the configuration; nil asks for nothing.
    /// - Throws: `ServerError` when a certificate, key or credential is unusable, or the root is another.
    public init(
        configuration: AdmissionConfiguration, rootDigest: String? = nil, logger: Logger
    ) throws(ServerError) {
        if let rootDigest { try RootDigest.check(configuration, is: rootDigest) }
        let metrics = MetricsRegistry()
        let readiness = Readiness(
            staleAfter: configuration.repository.staleAfter, unreadyAfter: configuration.repository.unreadyAfter)
        let current = CurrentState()
        let client = try Self.client(configuration.kubernetes)
        let live: any LiveObjects = client.map { APIServerObjects(client: $0) } ?? NoLiveObjects()
        let service = ClusterReviewService(state: current, live: live, metrics: metrics, logger: logger)
        server = try AdmissionServer(
            configuration: configuration.server, service: service, readiness: readiness, metrics: metrics,
            logger: logger)
        probes = configuration.probes.map { probes in
            ProbeServer(
                configuration: probes, responses: ProbeResponses(readiness: readiness, metrics: metrics),
                logger: logger, onListening: { _ in })
        }
        watch = client.map { AdmissionWatch(list: AdmissionWatch.list(by: $0), metrics: metrics, logger: logger) }
        let repository = configuration.repository
        mirror = MirrorService(
            settings: .init(
                branch: repository.ref, interval: repository.interval, leastReceipt: repository.leastReceipt,
                rolloutWindow: repository.rolloutWindow),
            source: try GitStateSource(repository: repository), file: StateFile(path: repository.state),
            version: try Self.version(configuration.kubernetes, client: client), current: current,
            readiness: readiness, metrics: metrics, logger: logger)
        self.configuration = configuration
        self.logger = logger
    }

    /// Runs until SIGTERM or SIGINT; reviews under way are answered first.
    public func run() async throws {
        var services: [any Service] = [mirror, server]
        if let probes { services.append(probes) }
        if let watch { services.append(watch) }
        let group = ServiceGroup(
            configuration: .init(
                services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
    }

    private static func client(
        _ settings: AdmissionConfiguration.Kubernetes?
    ) throws(ServerError) -> KubernetesClient? {
        guard let settings, settings.kubeconfig != nil || settings.inCluster else { return nil }
        do throws(KubernetesError) {
            let access: ClusterAccess
            if let kubeconfig = settings.kubeconfig {
                access = try Kubeconfig.access(path: kubeconfig)
            } else {
                access = try ClusterAccess.inCluster { name in unsafe getenv(name).map { unsafe String(cString: $0) } }
            }
            var limits = KubernetesClient.Limits()
            limits.time = settings.timeout
            return KubernetesClient(access: access, limits: limits)
        } catch {
            throw ServerError(code: .kubernetes, description: error.description)
        }
    }

    /// The configured version, or a question to the API server; without either, the newest that is known.
    private static func version(
        _ settings: AdmissionConfiguration.Kubernetes?, client: KubernetesClient?
    ) throws(ServerError) -> @Sendable () async throws -> KubernetesVersion {
        if let text = settings?.version {
            guard let version = KubernetesVersion(text) else {
                throw ServerError(
                    code: .kubernetes, description: "kubernetes.version \"\(text)\" is no version such as 1.36")
            }
            return { version }
        }
        guard let client else { return { .newestKnown } }
        return {
            let answer = try await client.version(until: .now + .seconds(5))
            guard let text = answer["gitVersion"]?.string, let version = KubernetesVersion(text) else {
                throw KubernetesError(code: .malformed, description: "GET /version: no gitVersion in the answer")
            }
            return version
        }
    }
}
