internal import AsyncAlgorithms
internal import ClusterGate
internal import DesiredState
internal import FoundationEssentials
public import Logging
internal import NIOPosix
public import ObjectAccounting
public import ServiceLifecycle

/// Keeps what reviews are judged by up to date: fetches and verifies on an interval, and takes only what goes on from
/// the state accepted before.
public struct MirrorService: Service {
    /// How a mirror is kept.
    public struct Settings: Sendable {
        /// The branch to follow, for messages.
        public var branch: String
        /// Time between two fetches.
        public var interval: Duration
        /// States with a lower receipt number are refused.
        public var leastReceipt: UInt64
        /// How long an object may still be put into the cluster as an earlier state has it.
        public var rolloutWindow: Duration

        public init(branch: String, interval: Duration, leastReceipt: UInt64, rolloutWindow: Duration = .zero) {
            self.rolloutWindow = rolloutWindow
            self.branch = branch
            self.interval = interval
            self.leastReceipt = leastReceipt
        }
    }

    private let settings: Settings
    private let source: any StateSource
    private let file: StateFile
    private let version: @Sendable () async throws -> KubernetesVersion
    private let current: CurrentState
    private let readiness: Readiness
    private let metrics: MetricsRegistry
    private let logger: Logger

    /// - Parameter version: asks the API server for its version; a state is first used once it has been told.
    public init(
        settings: Settings, source: any StateSource, file: StateFile,
        version: @escaping @Sendable () async throws -> KubernetesVersion, current: CurrentState,
        readiness: Readiness, metrics: MetricsRegistry, logger: Logger
    ) {
        self.settings = settings
        self.source = source
        self.file = file
        self.version = version
        self.current = current
        self.readiness = readiness
        self.metrics = metrics
        self.logger = logger
    }

    /// Runs until graceful shutdown.
    /// - Throws: `ServerError` when the state file cannot be read: going on without it could be a step back.
    public func run() async throws {
        let remembered = try file.read()
        let threads = NIOThreadPool(numberOfThreads: 1)
        threads.start()
        var last = remembered?.state
        // What is on disk was verified before; that makes a replica useful while the remote is away.
        if let remembered { await refresh(on: threads, isFetching: false, last: &last, verified: remembered.verified) }
        await refresh(on: threads, isFetching: true, last: &last, verified: nil)
        let timer = AsyncTimerSequence(interval: settings.interval, clock: ContinuousClock())
        for await _ in timer.cancelOnGracefulShutdown() {
            await refresh(on: threads, isFetching: true, last: &last, verified: nil)
        }
        try? await threads.shutdownGracefully()
    }

    /// Brings the state up to date, or logs and counts why it could not.
    /// - Parameter verified: when the state on disk was last verified against the remote, in seconds since 1970; nil
    ///   means now.
    private func refresh(
        on threads: NIOThreadPool, isFetching: Bool, last: inout AcceptedState?, verified: Int64?
    ) async {
        do {
            let next = try await verify(on: threads, isFetching: isFetching, last: last)
            try Progress.check(next, after: last, leastReceipt: settings.leastReceipt)
            let now = Int64(Date().timeIntervalSince1970)
            // On disk before it is used: after a crash nothing older may be taken.
            if isFetching { try file.write(.init(state: next.state, verified: now)) }
            try await use(next, isNew: next.state != last)
            last = next.state
            readiness.update(
                .init(
                    sequence: next.state.sequence, commit: next.state.commit,
                    verified: .now - .seconds(max(0, now - (verified ?? now)))))
        } catch {
            let word = (error as? MirrorError)?.code.word ?? "other"
            metrics.count(
                "sallyport_mirror_failures_total", help: "Attempts to bring the mirror up to date that failed.",
                [.init("reason", word)])
            logger.error("the mirror was not brought up to date", metadata: ["reason": "\(word)", "error": "\(error)"])
        }
    }

    private func verify(
        on threads: NIOThreadPool, isFetching: Bool, last: AcceptedState?
    ) async throws -> VerifiedState {
        let desired = current.evaluator?.desired
        return try await threads.runIfActive { [source] in
            try source.verified(isFetching: isFetching, after: last, current: desired)
        }
    }

    private func use(_ next: VerifiedState, isNew: Bool) async throws {
        let known = current.evaluator
        let version: KubernetesVersion
        do {
            version = try await self.version()
        } catch {
            // Its version does not change while it is away.
            guard let known else { throw error }
            version = known.version
        }
        guard isNew || known?.version != version || known == nil else { return }
        current.replace(
            with: ReviewEvaluator(
                desired: next.desired, version: version, branch: settings.branch, rules: next.rules),
            window: settings.rolloutWindow)
        metrics.set(
            "sallyport_declared_objects", help: "Objects that Git declares.", to: Double(next.desired.count))
        logger.info(
            "judging by a new state",
            metadata: [
                "sequence": "\(next.state.sequence)", "commit": "\(next.state.commit)",
                "objects": .stringConvertible(next.desired.count), "version": "\(version)",
            ])
        for problem in next.desired.problems {
            logger.warning("a manifest does not count", metadata: ["problem": "\(problem)"])
        }
    }
}
