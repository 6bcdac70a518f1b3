internal import ExactValues
public import FieldTree
internal import JSONDocument
internal import NIOPosix
internal import Synchronization

/// Asks an API server for single objects: bounded `GET`s and nothing else.
///
/// Answers are never cached: an owner's uid and liveness must be those of now.
public final class KubernetesClient: Sendable {
    /// Bounds on one request.
    public struct Limits: Sendable, Hashable {
        /// The longest one request takes, whatever its caller's deadline.
        public var time = Duration.seconds(2)
        /// The largest answer in bytes: etcd keeps no object above about 1.5 MiB.
        public var answerBytes = 4 << 20
        /// How many requests are under way at once; further ones wait.
        public var connections = 4

        public init() {}
    }

    private let access: ClusterAccess
    private let limits: Limits
    private let threads: NIOThreadPool
    private let idle = Mutex<[CurlHandle]>([])
    private let resources = Mutex<[Kind: Resource]>([:])

    public init(access: ClusterAccess, limits: Limits = Limits()) {
        self.access = access
        self.limits = limits
        threads = NIOThreadPool(numberOfThreads: limits.connections)
        threads.start()
    }

    deinit {
        threads.shutdownGracefully { _ in }
    }

    /// Reads one object.
    /// - Parameter deadline: when the caller stops waiting.
    /// - Returns: nil when the API server says that there is no such object.
    /// - Throws: when it does not say so: an answer of any other kind is never taken for absence.
    public func object(
        at address: ObjectAddress, until deadline: ContinuousClock.Instant
    ) async throws(KubernetesError) -> FieldValue? {
        let path = try address.path()
        let answer = try await get(path, until: deadline)
        if answer.status == 404, Self.isAbsence(answer.body, of: address) { return nil }
        return try value(answer, of: path)
    }

    /// How many pages of a list are read; a longer list is an error.
    public static let pageLimit = 64

    /// Reads all objects of a kind that has no namespaces, page by page.
    /// - Parameter deadline: when the caller stops waiting.
    /// - Returns: nil when the API server does not serve the kind in this version.
    public func objects(
        group: String, version: String, resource: String, until deadline: ContinuousClock.Instant
    ) async throws(KubernetesError) -> [FieldValue]? {
        let path = try ObjectAddress.listPath(group: group, version: version, resource: resource)
        var objects: [FieldValue] = []
        var rest: String?
        for _ in 0..<Self.pageLimit {
            let more = rest.map { "&continue=" + ObjectAddress.encoded($0) } ?? ""
            let answer = try await get(path + "?limit=100" + more, until: deadline)
            if answer.status == 404, rest == nil { return nil }
            let page = try value(answer, of: path)
            objects += page["items"]?.list ?? []
            guard let token = page["metadata"]?["continue"]?.string, !token.isEmpty else { return objects }
            rest = token
        }
        throw KubernetesError(code: .tooLarge, description: "GET \(path): more than \(Self.pageLimit) pages")
    }

    /// What `GET /version` says, such as `v1.36.2` under `gitVersion`.
    public func version(until deadline: ContinuousClock.Instant) async throws(KubernetesError) -> FieldValue {
        try value(await get("/version", until: deadline), of: "/version")
    }

    // MARK: Kinds

    private struct Kind: Hashable {
        let group: String
        let version: String?
        let kind: String
    }

    /// How a kind's objects are addressed.
    public struct Resource: Sendable, Hashable {
        /// The version it was found in.
        public let version: String
        /// The plural name.
        public let name: String
        public let isNamespaced: Bool
    }

    /// How many kinds are remembered.
    private static let rememberedKinds = 1000

    /// Looks a kind up in the API server's discovery; what it says is remembered.
    /// - Parameter version: the version to try first; without it, and when the server does not serve the kind in it,
    ///   the others that it serves, the preferred one first. A kind need not be in every version of its group.
    /// - Returns: nil when the server does not serve the kind.
    public func resource(
        ofKind kind: String, group: String, preferring version: String?, until deadline: ContinuousClock.Instant
    ) async throws(KubernetesError) -> Resource? {
        let key = Kind(group: group, version: version, kind: kind)
        if let known = resources.withLock({ $0[key] }) { return known }
        var found: Resource?
        if let version { found = try await resource(kind, group, version, until: deadline) }
        if found == nil {
            for served in try await versions(of: group, until: deadline) {
                found = try await resource(kind, group, served, until: deadline)
                if found != nil { break }
            }
        }
        guard let found else { return nil }
        resources.withLock { resources in
            if resources.count >= Self.rememberedKinds { resources.removeAll() }
            resources[key] = found
        }
        return found
    }

    private func resource(
        _ kind: String, _ group: String, _ version: String, until deadline: ContinuousClock.Instant
    ) async throws(KubernetesError) -> Resource? {
        let path = try ObjectAddress.prefix(group: group, version: version)
        let answer = try await get(path, until: deadline)
        if answer.status == 404 { return nil }
        for entry in try value(answer, of: path)["resources"]?.list ?? [] {
            guard let name = entry["name"]?.string, !name.utf8.contains(UInt8(ascii: "/")),
                let entryKind = entry["kind"]?.string, ExactText.equal(entryKind, kind),
                let isNamespaced = entry["namespaced"]?.bool
            else { continue }
            return Resource(version: version, name: name, isNamespaced: isNamespaced)
        }
        return nil
    }

    /// The versions in which a group is served, the first eight of them, the preferred one before all.
    private func versions(
        of group: String, until deadline: ContinuousClock.Instant
    ) async throws(KubernetesError) -> [String] {
        if group.isEmpty { return ["v1"] }
        let path = try ObjectAddress.prefix(group: group)
        let answer = try await get(path, until: deadline)
        if answer.status == 404 { return [] }
        let description = try value(answer, of: path)
        let preferred = description["preferredVersion"]?["version"]?.string
        let served = (description["versions"]?.list ?? []).compactMap { $0["version"]?.string }
        return Array(([preferred].compactMap { $0 } + served).prefix(8))
    }

    // MARK: Requests

    struct Answer: Sendable {
        let status: Int
        let body: FieldValue?
    }

    func get(_ path: String, until deadline: ContinuousClock.Instant) async throws(KubernetesError) -> Answer {
        let work: @Sendable () -> Result<Answer, KubernetesError> = { [self] in
            do throws(KubernetesError) {
                return .success(try perform(path, until: deadline))
            } catch {
                return .failure(error)
            }
        }
        guard let result = try? await threads.runIfActive(work) else {
            throw KubernetesError(code: .unreachable, description: "GET \(path): the client is shutting down")
        }
        return try result.get()
    }

    /// Runs on a thread of the pool, which it blocks.
    private func perform(_ path: String, until deadline: ContinuousClock.Instant) throws(KubernetesError) -> Answer {
        let left = min(ContinuousClock.now.duration(to: deadline), limits.time)
        let milliseconds =
            Int(left.components.seconds) * 1000 + Int(left.components.attoseconds / 1_000_000_000_000_000)
        guard milliseconds > 0 else {
            throw KubernetesError(code: .timedOut, description: "GET \(path): no time left")
        }
        do throws(KubernetesError) {
            let token = try access.currentToken()
            let handle: CurlHandle
            if let open = idle.withLock({ $0.popLast() }) {
                handle = open
            } else {
                handle = try CurlHandle(access: access)
            }
            let answer = try handle.get(
                access.server + path, token: token, milliseconds: milliseconds, byteLimit: limits.answerBytes)
            idle.withLock { $0.append(handle) }
            return Answer(status: answer.status, body: Self.json(answer.body, limit: limits.answerBytes))
        } catch {
            // The handle is dropped with its connection, whose state is unknown.
            throw KubernetesError(code: error.code, description: "GET \(path): \(error.description)")
        }
    }

    private static func json(_ body: [UInt8], limit: Int) -> FieldValue? {
        guard let reader = try? JSONReader(byteLimit: limit) else { return nil }
        return try? reader.read(body)
    }

    func value(_ answer: Answer, of path: String) throws(KubernetesError) -> FieldValue {
        guard answer.status == 200 else {
            let text = answer.body?["message"]?.string ?? ""
            throw KubernetesError(
                code: .refused, description: "GET \(path): the API server answered \(answer.status) \(text)")
        }
        guard let value = answer.body, value.map != nil else {
            throw KubernetesError(code: .malformed, description: "GET \(path): the answer is not a JSON object")
        }
        return value
    }

    /// Whether the body of a 404 says that this object is not there, rather than that the server knows no such path.
    private static func isAbsence(_ body: FieldValue?, of address: ObjectAddress) -> Bool {
        guard let body, let kind = body["kind"]?.string, let reason = body["reason"]?.string,
            let name = body["details"]?["name"]?.string
        else { return false }
        return ExactText.equal(kind, "Status") && ExactText.equal(reason, "NotFound")
            && ExactText.equal(name, address.name)
    }
}
