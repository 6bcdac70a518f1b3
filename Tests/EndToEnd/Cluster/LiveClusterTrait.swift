import Testing

/// Gives a suite one live cluster for all of its tests.
struct LiveClusterTrait: SuiteTrait, TestScoping {
    @concurrent func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable @concurrent () async throws -> Void
    ) async throws {
        let cluster = try await LiveCluster()
        defer { cluster.stop() }
        try await LiveCluster.$current.withValue(cluster) { try await function() }
    }
}

extension Trait where Self == LiveClusterTrait {
    static var liveCluster: Self { LiveClusterTrait() }
}
