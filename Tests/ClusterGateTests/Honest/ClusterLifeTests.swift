import ClusterGate
import FieldTree
import ObjectAccounting
import Testing

/// What a living cluster does by itself, and the same requests where they are not what they seem.
@Suite("Life of a cluster")
struct ClusterLifeTests {
    private func pod(_ change: (inout FieldValue) -> Void = { _ in }) throws -> FieldValue {
        var pod = try ReviewScene.object(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web-1
              namespace: shop
              uid: p-1
              ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web, uid: r-1, controller: true}]
            spec: {nodeName: n1, serviceAccountName: web, containers: [{name: web, image: a}]}
            status: {phase: Running}
            """)
        change(&pod)
        return pod
    }

    private func node(taint: FieldValue? = nil) -> FieldValue {
        var node: FieldValue = ["apiVersion": "v1", "kind": "Node", "metadata": ["name": "n1"], "spec": [:]]
        if let taint { node.set("spec", ["taints": [taint]]) }
        return node
    }

    @Test("Pods of a failed node are evicted while its taint is there", arguments: [true, false])
    func nodeFailure(isTainted: Bool) throws {
        var scene = ReviewScene("")
        let taint: FieldValue = ["key": "node.kubernetes.io/unreachable", "effect": "NoExecute"]
        scene.add(node(taint: isTainted ? taint : nil))
        for controller in ["taint-eviction-controller", "node-controller"] {
            let verdict = try scene.delete(pod(), by: ReviewScene.controllers + controller)
            #expect(verdict.allowed == isTainted)
        }
        #expect(try !scene.delete(pod(), by: "admin").allowed)
    }

    @Test("Pods of a node that is gone, and finished ones, are collected")
    func collection() throws {
        let user = ReviewScene.controllers + "pod-garbage-collector"
        var scene = ReviewScene("")
        #expect(try scene.delete(pod(), by: user).allowed)
        scene.add(node())
        #expect(try !scene.delete(pod(), by: user).allowed)
        #expect(try scene.delete(pod { $0.set("status", ["phase": "Failed"]) }, by: user).allowed)
    }

    @Test("The scheduler preempts what it said that it would")
    func preemption() throws {
        let scene = ReviewScene("")
        #expect(try !scene.delete(pod(), by: "system:kube-scheduler").allowed)
        let told = try pod { pod in
            pod.set(
                "status",
                ["conditions": [["type": "DisruptionTarget", "status": "True", "reason": "PreemptionByScheduler"]]])
        }
        #expect(try scene.delete(told, by: "system:kube-scheduler").allowed)
        #expect(try !scene.delete(told, by: "admin").allowed)
    }

    @Test("A finished Job with a time to live goes, also one that Git declares")
    func expiredJob() throws {
        let scene = ReviewScene(
            """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: once, namespace: shop}
            spec: {ttlSecondsAfterFinished: 60, template: {spec: {restartPolicy: Never, containers: [{name: a, image: a}]}}}
            """)
        var job = try scene.stored("Job", "once")
        let user = ReviewScene.controllers + "ttl-after-finished-controller"
        #expect(try !scene.delete(job, by: user).allowed)
        job.set("status", ["conditions": [["type": "Complete", "status": "True"]]])
        #expect(try scene.delete(job, by: user).allowed)
        #expect(try !scene.delete(job, by: "admin").allowed)
    }

    @Test("A kubelet asks for tokens of Pods on its own node")
    func podTokens() throws {
        var scene = ReviewScene("", version: KubernetesVersion(major: 1, minor: 27))
        scene.add(try pod())
        func isAllowed(_ uid: FieldValue, _ account: FieldValue, by user: String) throws -> Bool {
            let request: FieldValue = [
                "apiVersion": "authentication.k8s.io/v1", "kind": "TokenRequest",
                "metadata": ["name": account, "namespace": "shop"],
                "spec": ["boundObjectRef": ["kind": "Pod", "apiVersion": "v1", "name": "web-1", "uid": uid]],
            ]
            return try scene.create(request, by: user, subresource: "token", of: "ServiceAccount").allowed
        }
        #expect(try isAllowed("p-1", "web", by: "system:node:n1"))
        #expect(try !isAllowed("p-1", "web", by: "system:node:n2"))
        #expect(try !isAllowed("p-2", "web", by: "system:node:n1"))
        #expect(try !isAllowed("p-1", "default", by: "system:node:n1"))
        #expect(try !isAllowed("p-1", "web", by: "admin"))
    }

    @Test("A claim gets the cluster's default class, and the name of that class's provisioner")
    func defaultClass() throws {
        var scene = ReviewScene(
            """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data, namespace: shop}
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
            """)
        for (name, isDefault) in [("fast", "true"), ("slow", "false")] {
            scene.add([
                "apiVersion": "storage.k8s.io/v1", "kind": "StorageClass", "provisioner": "disks.example",
                "metadata": [
                    "name": .string(name),
                    "annotations": ["storageclass.kubernetes.io/is-default-class": .string(isDefault)],
                ],
            ])
        }
        let claim = try scene.stored("PersistentVolumeClaim", "data")
        let binder = ReviewScene.controllers + "persistent-volume-binder"
        func isAllowed(_ name: String) throws -> Bool {
            try scene.update(claim, by: binder) { $0.edit("spec") { $0.set("storageClassName", .string(name)) } }
                .allowed
        }
        #expect(try isAllowed("fast"))
        #expect(try !isAllowed("slow"))
        #expect(try !isAllowed("gone"))
        var classed = claim
        classed.edit("spec") { $0.set("storageClassName", "fast") }
        scene.add(classed)
        for (provisioner, isRight) in [("disks.example", true), ("evil.example", false)] {
            let verdict = try scene.update(classed, by: binder) { object in
                object.edit("metadata", "annotations") {
                    $0.set("volume.kubernetes.io/storage-provisioner", .string(provisioner))
                }
            }
            #expect(verdict.allowed == isRight, "\(verdict.message)")
        }
    }
}
