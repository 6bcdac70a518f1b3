public import GitNames
internal import Synchronization

extension Repository {
    /// Fewer objects than this are not worth a second thread.
    private static let concurrencyThreshold = 64

    /// Reads objects and computes something of each, on all cores; each thread opens the repository for itself.
    ///
    /// - Parameters:
    ///   - ids: the objects.
    ///   - limit: the most bytes that one may have.
    ///   - makeState: makes what a thread keeps from one object to the next.
    ///   - body: computes a result.
    /// - Returns: the results in the order of `ids`.
    /// - Throws: the error of the first object, in that order, that cannot be read.
    public func concurrentMap<State, Output: Sendable>(
        _ ids: [ObjectID], limit: Int = commitLimit, state makeState: @escaping @Sendable () -> State,
        _ body: @escaping @Sendable (inout State, ObjectID, RawObject) -> Output
    ) throws(GitError) -> [Output] {
        guard ids.count >= Self.concurrencyThreshold, Workers.coreCount > 1 else {
            var state = makeState()
            return try map(ids[...], limit: limit, state: &state, body)
        }
        let place = self.place
        let queue = Batches<Output>(ids)
        Workers.run(Workers.coreCount) {
            var state = makeState()
            let opened = Result { () throws(GitError) in try Repository(place) }
            while let batch = queue.next() {
                let outcome = Result { () throws(GitError) in
                    try opened.get().map(batch, limit: limit, state: &state, body)
                }
                queue.finish(batch, outcome)
            }
        }
        return try queue.results()
    }

    private func map<State, Output>(
        _ ids: ArraySlice<ObjectID>, limit: Int, state: inout State,
        _ body: (inout State, ObjectID, RawObject) -> Output
    ) throws(GitError) -> [Output] {
        var outputs: [Output] = []
        outputs.reserveCapacity(ids.count)
        for id in ids { outputs.append(body(&state, id, try rawObject(id, limit: limit))) }
        return outputs
    }
}

/// Work that threads take in batches.
private final class Batches<Output: Sendable>: Sendable {
    private struct Progress {
        var next = 0
        var finished: [(start: Int, outcome: Result<[Output], GitError>)] = []
    }

    private static var batchSize: Int { 32 }
    private let ids: [ObjectID]
    private let progress = Mutex(Progress())

    init(_ ids: [ObjectID]) {
        self.ids = ids
    }

    func next() -> ArraySlice<ObjectID>? {
        progress.withLock { progress in
            guard progress.next < ids.count else { return nil }
            let end = min(progress.next + Self.batchSize, ids.count)
            defer { progress.next = end }
            return ids[progress.next..<end]
        }
    }

    func finish(_ batch: ArraySlice<ObjectID>, _ outcome: Result<[Output], GitError>) {
        progress.withLock { $0.finished.append((batch.startIndex, outcome)) }
    }

    func results() throws(GitError) -> [Output] {
        let finished = progress.withLock { $0.finished }.sorted { $0.start < $1.start }
        var outputs: [Output] = []
        outputs.reserveCapacity(ids.count)
        for batch in finished { outputs += try batch.outcome.get() }
        return outputs
    }
}
