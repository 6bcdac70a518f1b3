internal import AsyncAlgorithms
internal import ExactValues
internal import FieldTree
internal import KubernetesClient
internal import Logging
internal import ServiceLifecycle

/// Looks at the whole admission configuration now and then, and alarms each change of it: nothing of it is ever
/// reviewed by a webhook, and with a webhook or policy of one's own the gate can be got round.
struct AdmissionWatch: Service {
    /// Reads the objects of one kind; nil when the server does not serve it.
    typealias List = @Sendable (_ resource: String) async throws -> [FieldValue]?

    private let interval: Duration
    private let list: List
    private let metrics: MetricsRegistry
    private let logger: Logger

    init(interval: Duration = .seconds(15), list: @escaping List, metrics: MetricsRegistry, logger: Logger) {
        self.interval = interval
        self.list = list
        self.metrics = metrics
        self.logger = logger
    }

    /// A look through an API server's client.
    static func list(by client: KubernetesClient) -> List {
        { resource in
            for version in AdmissionConfigurationKinds.versions {
                let found = try await client.objects(
                    group: AdmissionConfigurationKinds.group, version: version, resource: resource,
                    until: .now + .seconds(10))
                if let found { return found }
            }
            return nil
        }
    }

    /// Runs until graceful shutdown.
    func run() async throws {
        var state = State()
        await look(&state)
        for await _ in AsyncTimerSequence(interval: interval, clock: ContinuousClock()).cancelOnGracefulShutdown() {
            await look(&state)
        }
    }

    /// What the looks before this one have found.
    struct State {
        var known: AdmissionSnapshot?
        var obstacle: String?
        var failure: String?
    }

    /// Looks once, and tells what is other than at the last look.
    func look(_ state: inout State) async {
        let snapshot: AdmissionSnapshot
        do {
            snapshot = try await self.snapshot()
        } catch {
            metrics.count(
                "sallyport_admission_looks_failed_total", help: "Looks at the admission configuration that failed.", [])
            if state.failure == nil {
                logger.error("the admission configuration cannot be read", metadata: ["error": "\(error)"])
            }
            state.failure = "\(error)"
            return
        }
        state.failure = nil
        report(snapshot, state)
        state.known = snapshot
        state.obstacle = snapshot.obstacle
    }

    private func snapshot() async throws -> AdmissionSnapshot {
        var snapshot = AdmissionSnapshot()
        for resource in AdmissionConfigurationKinds.resources {
            snapshot.take(try await list(resource) ?? [], resource: resource)
        }
        return snapshot
    }

    private func report(_ snapshot: AdmissionSnapshot, _ state: State) {
        metrics.set(
            "sallyport_registration_intact", help: "1 when the gate's registration is there and fails closed.",
            to: snapshot.obstacle == nil ? 1 : 0)
        if let obstacle = snapshot.obstacle, obstacle != state.obstacle {
            logger.error("the registration does not hold", metadata: ["reason": "\(obstacle)"])
        }
        guard let known = state.known else {
            let names = snapshot.objects.keys.sorted().map { "\($0.resource)/\($0.name)" }
            return logger.info("admission configuration", metadata: ["objects": .array(names.map { .string($0) })])
        }
        for change in snapshot.changes(since: known) {
            metrics.count(
                "sallyport_admission_configuration_changes_total",
                help: "Changes of webhook configurations and admission policies by kind.",
                [.init("change", change.kind.rawValue), .init("resource", change.object.resource.text)])
            logger.critical(
                "the admission configuration changed",
                metadata: [
                    "change": "\(change.kind.rawValue)", "resource": "\(change.object.resource)",
                    "name": "\(change.object.name)",
                ])
        }
    }
}
