import FieldTree
import JSONDocument
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// A real API server and controller manager, with the gate registered as shipped and judging by a repository whose
/// manifests went through the push gate. The order is that of a cold start: the gate comes last.
final class LiveCluster: Sendable {
    /// The cluster of the suite that runs.
    @TaskLocal static var current: LiveCluster?

    private let sandbox: Sandbox
    private let gate: Gate
    /// What was asked while no gate was running yet, by name.
    let coldStart: [String: Answer]
    /// What operations call things by: `{pod}`, `{replicaset}` and so on.
    let names: [String: String]

    /// How the API server answered a request.
    struct Answer: Sendable {
        let isRefused: Bool
        /// Everything that was said.
        let text: String

        /// Whether a gate that judges refused it.
        var isDenied: Bool { isRefused && text.contains("admission.sallyport.dev\" denied the request: sallyport") }
        /// Whether it was refused because no gate answered.
        var isClosed: Bool { isRefused && text.contains("failed calling webhook") }
    }

    /// Starts everything, applies what Git declares and waits for what controllers make of it. Takes about a minute and
    /// a half: the CronJob starts its Job at the full minute.
    init() async throws {
        let sandbox = Sandbox()
        try sandbox.run(
            [Checkout.file("Scripts/cluster.sh"), "start", "\(sandbox.path)/cluster"], environment: Checkout.cache)
        let gate = Gate(sandbox: sandbox)
        do {
            try sandbox.run([Checkout.file("Scripts/stage.sh"), "register", "\(sandbox.path)/cluster"])
            coldStart = try await Self.observeColdStart(sandbox)
            try sandbox.run([
                Checkout.file("Scripts/stage.sh"), "declare", Checkout.programs, "\(sandbox.path)/cluster",
                "\(sandbox.path)/stage", Checkout.file("Tests/Recordings/manifests-1.20"),
            ])
            try await gate.start()
            try await Self.applyManifests(sandbox)
            names = try await Self.awaitChildren(sandbox)
        } catch {
            gate.stop()
            Self.stop(sandbox)
            throw error
        }
        self.sandbox = sandbox
        self.gate = gate
    }

    func stop() {
        gate.stop()
        Self.stop(sandbox)
    }

    private static func stop(_ sandbox: Sandbox) {
        _ = try? sandbox.result([Checkout.file("Scripts/cluster.sh"), "stop", "\(sandbox.path)/cluster"])
    }

    // MARK: Asking the API server

    /// Runs `kubectl`.
    /// - Parameters:
    ///   - account: whose kubeconfig; `admin` is one of `system:masters`.
    ///   - impostor: whose name is borrowed, with `system:masters` kept.
    ///   - input: its standard input.
    func kubectl(
        _ arguments: [String], account: String = "admin", impostor: String? = nil, input: String = ""
    ) throws -> Answer {
        try Self.kubectl(sandbox, arguments, account: account, impostor: impostor, input: input)
    }

    private static func kubectl(
        _ sandbox: Sandbox, _ arguments: [String], account: String = "admin", impostor: String? = nil,
        input: String = ""
    ) throws -> Answer {
        var command = [
            "kubectl", "--kubeconfig", "\(sandbox.path)/cluster/\(account).kubeconfig", "--cache-dir",
            "\(sandbox.path)/kubectl", "--request-timeout", "30s",
        ]
        if let impostor {
            command += ["--as", impostor]
            for group in impostorGroups { command += ["--as-group", group] }
        }
        let result = try sandbox.result(command + arguments, input: Array(input.utf8))
        return Answer(
            isRefused: result.status != 0, text: String(decoding: result.output + result.errors, as: UTF8.self))
    }

    private static let impostorGroups = ["system:masters", "system:serviceaccounts", "system:authenticated"]

    /// Sends a request as it is, as `admin`.
    func request(
        _ method: String, _ path: String, type: String = "application/json", body: String? = nil,
        impostor: String? = nil
    ) throws -> Answer {
        try Self.request(sandbox, method, path, type: type, body: body, impostor: impostor)
    }

    private static func request(
        _ sandbox: Sandbox, _ method: String, _ path: String, type: String = "application/json", body: String? = nil,
        impostor: String? = nil
    ) throws -> Answer {
        let cluster = "\(sandbox.path)/cluster"
        var command = [
            "curl", "--silent", "--show-error", "--noproxy", "*", "--max-time", "30", "--cacert",
            "\(cluster)/pki/ca.crt",
            "--header", "@\(cluster)/admin.header", "--write-out", "\n%{http_code}", "--request", method,
        ]
        if let impostor {
            command += ["--header", "Impersonate-User: \(impostor)"]
            for group in impostorGroups { command += ["--header", "Impersonate-Group: \(group)"] }
        }
        if let body { command += ["--header", "Content-Type: \(type)", "--data-binary", body] }
        let server = try sandbox.run(["sh", "-c", ". \"$0\"; printf %s \"$SALLYPORT_API\"", "\(cluster)/env"])
        let text = try sandbox.run(command + [server + path])
        // In JSON, the quotes in a message are escaped.
        return Answer(
            isRefused: !text.hasSuffix("\n200") && !text.hasSuffix("\n201"), text: text.replacing("\\\"", with: "\""))
    }

    /// Reads a list of objects of the namespace `shop`.
    func objects(_ resources: String) throws -> [FieldValue] {
        try Self.objects(sandbox, resources)
    }

    private static func objects(_ sandbox: Sandbox, _ resources: String) throws -> [FieldValue] {
        let answer = try kubectl(sandbox, ["--namespace", "shop", "get", resources, "--output", "json"])
        guard !answer.isRefused else { return [] }
        return try JSONReader().read(answer.text)["items"]?.list ?? []
    }

    // MARK: The stages of its start

    private static func observeColdStart(_ sandbox: Sandbox) async throws -> [String: Answer] {
        // A registration counts a moment after it was made.
        try await poll("effect of the registration") {
            try kubectl(sandbox, ["create", "configmap", "any", "--dry-run=server"]).isClosed
        }
        let core = "/api/v1"
        let system = "namespaces/kube-system"
        let lease = #"{"metadata":{"name":"cold","namespace":"kube-system"},"spec":{"holderIdentity":"a"}}"#
        let node = #"{"metadata":{"name":"cold"}}"#
        let event = #"{"metadata":{"name":"cold"},"involvedObject":{"namespace":"kube-system"},"reason":"Cold"}"#
        let token = #"{"spec":{"audiences":["https://kubernetes.default.svc"]}}"#
        let access = #"{"spec":{"user":"eve","nonResourceAttributes":{"path":"/","verb":"get"}}}"#
        let merge = "application/merge-patch+json"
        let leases = "/apis/coordination.k8s.io/v1/\(system)/leases"
        return [
            "a lease": try request(sandbox, "POST", leases, body: lease),
            "the renewal of a lease": try request(
                sandbox, "PATCH", "\(leases)/cold", type: merge, body: #"{"spec":{"holderIdentity":"b"}}"#),
            "a node": try request(sandbox, "POST", "\(core)/nodes", body: node),
            "a node's status": try request(
                sandbox, "PATCH", "\(core)/nodes/cold/status", type: merge, body: #"{"status":{"phase":"Running"}}"#),
            "an event": try request(sandbox, "POST", "\(core)/\(system)/events", body: event),
            "a token of a controller": try request(
                sandbox, "POST", "\(core)/\(system)/serviceaccounts/replicaset-controller/token", body: token),
            "a token of a Pod's account": try request(
                sandbox, "POST", "\(core)/namespaces/default/serviceaccounts/default/token", body: token),
            "a token review": try request(
                sandbox, "POST", "/apis/authentication.k8s.io/v1/tokenreviews", body: #"{"spec":{"token":"x"}}"#),
            "an access review": try request(
                sandbox, "POST", "/apis/authorization.k8s.io/v1/subjectaccessreviews", body: access),
            "deletion of a node": try request(sandbox, "DELETE", "\(core)/nodes/cold"),
            "a ConfigMap": try kubectl(sandbox, ["create", "configmap", "any"]),
            "a Pod": try kubectl(sandbox, ["run", "any", "--image=any"]),
        ]
    }

    private static func applyManifests(_ sandbox: Sandbox) async throws {
        try await poll("verdict of the gate") {
            try kubectl(sandbox, ["create", "configmap", "any", "--dry-run=server"]).isDenied
        }
        let folder = Checkout.file("Tests/Recordings/manifests-1.20")
        for file in ["00-ns", "10-web", "20-batch", "30-crd"] {
            let answer = try kubectl(sandbox, ["apply", "--filename", "\(folder)/\(file).yaml"], account: "flux")
            try #require(!answer.isRefused, "\(answer.text)")
        }
        // Its kind is served a moment after its definition was made.
        try await poll("custom resource") {
            try !kubectl(sandbox, ["apply", "--filename", "\(folder)/40-order.yaml"], account: "flux").isRefused
        }
    }

    /// Waits for everything that controllers make of the manifests, and returns the names and uids that they chose.
    private static func awaitChildren(_ sandbox: Sandbox) async throws -> [String: String] {
        try await poll("ReplicaSet and its Pods") {
            try objects(sandbox, "pods").filter { $0.owner == "ReplicaSet" }.count == 3
        }
        try await poll("Pod and claim of the StatefulSet") {
            let pods = try objects(sandbox, "pods").filter { $0.owner == "StatefulSet" }
            return try pods.count == 1 && objects(sandbox, "persistentvolumeclaims").count == 2
        }
        try await poll("an EndpointSlice of each Service") {
            let services = try objects(sandbox, "services").compactMap { $0["metadata"]?["name"]?.string }
            let sliced = try objects(sandbox, "endpointslices").compactMap {
                $0["metadata"]?["labels"]?["kubernetes.io/service-name"]?.string
            }
            return !services.isEmpty && Set(services) == Set(sliced)
        }
        try await poll("Job of the CronJob, and Pods of both Jobs") {
            let jobs = try objects(sandbox, "jobs").contains { $0.owner == "CronJob" }
            return try jobs && objects(sandbox, "pods").filter { $0.owner == "Job" }.count >= 2
        }
        var names: [String: String] = [:]
        func note(_ key: String, _ resources: String, where matches: (FieldValue) -> Bool) throws {
            let found = try #require(try objects(sandbox, resources).first(where: matches), "\(resources)")
            names["{\(key)}"] = found["metadata"]?["name"]?.string
            names["{\(key) uid}"] = found["metadata"]?["uid"]?.string
        }
        try note("pod", "pods") { $0.owner == "ReplicaSet" }
        try note("replicaset", "replicasets") { $0.owner == "Deployment" }
        try note("slice", "endpointslices") { _ in true }
        try note("revision", "controllerrevisions") { $0.owner == "DaemonSet" }
        try note("deployment", "deployments") { _ in true }
        try note("cronjob", "cronjobs") { _ in true }
        let hash = names["{replicaset}"].map { String($0.dropFirst("web-".count)) }
        names["{hash}"] = hash
        return names
    }

    // MARK: The gate

    func stopGate() { gate.stop() }

    /// Starts the gate again and waits for its first verdict.
    func startGate() async throws {
        try await gate.start()
        try await Self.poll("verdict of the gate") {
            try kubectl(["create", "configmap", "any", "--dry-run=server"]).isDenied
        }
    }

    /// Waits until a condition holds. The limit only ends a run in which it never will: no machine is that slow.
    static func poll(_ what: String, until holds: () throws -> Bool) async throws {
        let limit = ContinuousClock.now + .seconds(900)
        while try !holds() {
            guard ContinuousClock.now < limit else { throw NotInTime(what: what) }
            try await Task.sleep(for: .milliseconds(300))
        }
    }

    struct NotInTime: Error {
        let what: String
    }
}

extension FieldValue {
    /// The kind of the controller that owns an object.
    var owner: String? {
        self["metadata"]?["ownerReferences"]?.list?.first { $0["controller"] == .bool(true) }?["kind"]?.string
    }
}
