import AdmissionServer
import DesiredState
import Foundation
import GitNames
import Logging
import ObjectAccounting
import ServiceLifecycle
import Synchronization
import Testing

/// Gives one prepared answer after another, the last one over and over.
private final class PreparedSource: StateSource {
    typealias Answer = Result<(sequence: UInt64, continuesLast: Bool), MirrorError>

    private let answers: Mutex<[Answer]>
    private let calls = Mutex(0)
    let seen = Mutex<[UInt64?]>([])

    init(_ answers: [Answer]) {
        self.answers = Mutex(answers)
    }

    /// Whether all prepared answers were given and each was dealt with.
    var isDone: Bool { calls.withLock { $0 } > 0 && answers.withLock { $0.count } == 1 && calls.withLock { $0 } > 3 }

    func verified(
        isFetching: Bool, after last: AcceptedState?, current: DesiredState?
    ) throws(MirrorError) -> VerifiedState {
        calls.withLock { $0 += 1 }
        seen.withLock { $0.append(last?.sequence) }
        let answer = answers.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
        let (sequence, continuesLast) = try answer.get()
        return VerifiedState(
            state: AcceptedState(sequence: sequence, receipt: "r\(sequence)", commit: "c\(sequence)"),
            desired: DesiredState(manifests: [], commit: .zero), continuesLast: continuesLast)
    }
}

@Suite(.timeLimit(.minutes(1))) struct MirrorServiceTests {
    private let path: String
    private let readiness = Readiness()
    private let metrics = MetricsRegistry()
    private let current = CurrentState()

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/sallyport-mirror-\(UUID().uuidString)"
    }

    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func service(
        _ source: PreparedSource, leastReceipt: UInt64 = 0,
        version: @escaping @Sendable () async throws -> KubernetesVersion = { .newestKnown }
    ) -> MirrorService {
        MirrorService(
            settings: .init(branch: "refs/heads/main", interval: .milliseconds(5), leastReceipt: leastReceipt),
            source: source, file: StateFile(path: path), version: version, current: current, readiness: readiness,
            metrics: metrics, logger: logger)
    }

    /// Runs the service until `source` has nothing new to say.
    private func run(
        _ source: PreparedSource, leastReceipt: UInt64 = 0,
        version: @escaping @Sendable () async throws -> KubernetesVersion = { .newestKnown }
    ) async throws {
        let service = service(source, leastReceipt: leastReceipt, version: version)
        let group = ServiceGroup(configuration: .init(services: [service], logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            while !source.isDone { try await Task.sleep(for: .milliseconds(2)) }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    private func failures(_ reason: String) -> Bool {
        metrics.text().contains("sallyport_mirror_failures_total{reason=\"\(reason)\"}")
    }

    @Test func `States that go on are taken and remembered on disk`() async throws {
        try await run(PreparedSource([.success((1, true)), .success((2, true)), .success((7, true))]))
        #expect(readiness.current?.sequence == 7)
        #expect(current.evaluator != nil)
        #expect(try StateFile(path: path).read()?.state.sequence == 7)
    }

    @Test func `A lower receipt is never taken`() async throws {
        try await run(PreparedSource([.success((5, true)), .success((4, true))]))
        #expect(readiness.current?.sequence == 5)
        #expect(failures("backwards"))
    }

    @Test func `Another history is never taken`() async throws {
        try await run(PreparedSource([.success((5, true)), .success((9, false))]))
        #expect(readiness.current?.sequence == 5)
        #expect(failures("backwards"))
    }

    @Test func `What was reached before a restart is the least after it`() async throws {
        try StateFile(path: path).write(
            .init(state: AcceptedState(sequence: 8, receipt: "r8", commit: "c8"), verified: 0))
        try await run(PreparedSource([.success((7, true))]))
        #expect(readiness.current == nil)
        #expect(current.evaluator == nil)
        #expect(try StateFile(path: path).read()?.state.sequence == 8)
    }

    @Test func `A fresh replica takes no state below the configured receipt`() async throws {
        try await run(PreparedSource([.success((7, true))]), leastReceipt: 8)
        #expect(current.evaluator == nil)
        #expect(readiness.obstacle(at: .now) != nil)
        #expect(failures("backwards"))
    }

    @Test func `With the remote away, the state and its age stay`() async throws {
        let away = MirrorError(code: .unreachable, description: "no route")
        try await run(PreparedSource([.success((3, true)), .failure(away)]))
        #expect(readiness.current?.sequence == 3)
        #expect(current.evaluator != nil)
        #expect(failures("unreachable"))
    }

    @Test func `A replica restarted with the remote away uses what it has, at its true age`() async throws {
        let now = Int64(Date().timeIntervalSince1970)
        try StateFile(path: path).write(
            .init(state: AcceptedState(sequence: 3, receipt: "r3", commit: "c3"), verified: now - 100))
        let away = MirrorError(code: .unreachable, description: "no route")
        try await run(PreparedSource([.success((3, true)), .failure(away)]))
        let verified = try #require(readiness.current?.verified)
        #expect(verified.duration(to: .now) >= .seconds(100))
        #expect(current.evaluator != nil)
    }

    @Test func `No state is used before the API server's version is known`() async throws {
        struct Away: Error {}
        try await run(PreparedSource([.success((3, true))]), version: { throw Away() })
        #expect(current.evaluator == nil)
        #expect(readiness.current == nil)
    }

    @Test func `A state file that cannot be read ends the service`() async throws {
        try Data("{".utf8).write(to: URL(fileURLWithPath: path))
        await #expect(throws: ServerError.self) {
            try await service(PreparedSource([.success((3, true))])).run()
        }
    }
}
