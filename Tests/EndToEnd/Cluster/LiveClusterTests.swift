import TestSupport
import Testing

/// The cluster gate on a real API server, registered as shipped: fail closed.
@Suite(.serialized, .liveCluster) struct LiveClusterTests {
    private let cluster: LiveCluster

    init() throws {
        cluster = try #require(LiveCluster.current)
    }

    @Test(
        "the control plane goes on while no gate has started yet",
        arguments: [
            "a lease", "the renewal of a lease", "a node", "a node's status", "an event", "a token of a controller",
            "a token of a Pod's account", "a token review", "an access review", "deletion of a node",
        ])
    func livenessNeedsNoGate(request: String) throws {
        let answer = try #require(cluster.coldStart[request])
        #expect(!answer.isRefused, "\(answer.text)")
    }

    @Test("nothing else gets past a gate that has not started", arguments: ["a ConfigMap", "a Pod"])
    func closedWithoutGate(request: String) throws {
        let answer = try #require(cluster.coldStart[request])
        #expect(answer.isClosed, "\(answer.text)")
    }

    @Test("what Git declares brings up its ReplicaSets, Pods, Jobs and EndpointSlices")
    func childrenComeUp() throws {
        #expect(try cluster.objects("replicasets").compactMap(\.owner) == ["Deployment"])
        let owners = Set(try cluster.objects("pods").compactMap(\.owner))
        #expect(owners == ["ReplicaSet", "StatefulSet", "Job"])
        #expect(try cluster.objects("jobs").contains { $0.owner == "CronJob" })
        #expect(try cluster.objects("endpointslices").allSatisfy { $0.owner == "Service" })
        #expect(try !cluster.objects("controllerrevisions").isEmpty)
    }

    @Test("whoever tries it is refused, and told why", arguments: HostileAttempt.all)
    func hostileOperation(attempt: HostileAttempt) throws {
        let answer = try attempt.operation.attempt(in: cluster, impostor: attempt.impostor)
        #expect(answer.isDenied, "\(answer.text)")
        #expect(answer.text.contains(attempt.operation.says), "\(answer.text)")
    }

    @Test("what Git declares may be applied again, by anybody", arguments: ["flux", "admin"])
    func contentDecides(account: String) throws {
        let folder = Checkout.file("Tests/Recordings/manifests-1.20")
        let answer = try cluster.kubectl(["apply", "--filename", folder], account: account)
        #expect(!answer.isRefused, "\(answer.text)")
    }

    @Test("autoscaling goes on within its declared bounds")
    func autoscaling() throws {
        let answer = try cluster.request(
            "PUT", "/apis/apps/v1/namespaces/shop/deployments/web/scale?dryRun=All",
            body:
                #"{"apiVersion":"autoscaling/v1","kind":"Scale","metadata":{"name":"web","namespace":"shop"},"spec":{"replicas":4}}"#,
            impostor: HostileOperation.controller("horizontal-pod-autoscaler"))
        #expect(!answer.isRefused, "\(answer.text)")
    }

    @Test("a gate that dies leaves the cluster closed but alive, and takes up again")
    func restart() async throws {
        cluster.stopGate()
        let refused = try cluster.kubectl(["create", "configmap", "any"])
        #expect(refused.isClosed, "\(refused.text)")
        let renewed = try cluster.request(
            "PATCH", "/apis/coordination.k8s.io/v1/namespaces/kube-system/leases/cold",
            type: "application/merge-patch+json", body: #"{"spec":{"holderIdentity":"c"}}"#)
        #expect(!renewed.isRefused, "\(renewed.text)")
        try await cluster.startGate()
        let folder = Checkout.file("Tests/Recordings/manifests-1.20")
        let applied = try cluster.kubectl(["apply", "--filename", folder], account: "flux")
        #expect(!applied.isRefused, "\(applied.text)")
    }
}
