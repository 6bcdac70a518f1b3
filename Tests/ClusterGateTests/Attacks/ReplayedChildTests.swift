import ClusterGate
import DesiredState
import ExactValues
import FieldTree
import ObjectAccounting
import Testing

/// A child that its controller would not make now is no child, however well it equals a template.
@Suite("Replayed children")
struct ReplayedChildTests {
    private static let manifests = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: shop}
        spec:
          replicas: 2
          selector: {matchLabels: {app: web}}
          template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: "shop/web:2"}]}}
        ---
        apiVersion: batch/v1
        kind: Job
        metadata: {name: once, namespace: shop}
        spec:
          completions: 2
          parallelism: 1
          template: {spec: {restartPolicy: Never, containers: [{name: main, image: "shop/once:1"}]}}
        ---
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: tick, namespace: shop}
        spec:
          schedule: "* * * * *"
          jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: main, image: "shop/tick:1"}]}}}}
        ---
        apiVersion: v1
        kind: ReplicationController
        metadata: {name: rc, namespace: shop}
        spec:
          replicas: 1
          selector: {app: rc}
          template: {metadata: {labels: {app: rc}}, spec: {containers: [{name: main, image: "shop/rc:1"}]}}
        """

    private static func owner(_ object: FieldValue) -> FieldValue {
        [
            "apiVersion": object["apiVersion"] ?? .null, "kind": object["kind"] ?? .null,
            "name": object["metadata"]?["name"] ?? .null, "uid": object["metadata"]?["uid"] ?? .null,
            "controller": true, "blockOwnerDeletion": true,
        ]
    }

    /// A Pod of an owner's template, as its controller sends it and the API server admits it.
    private func pod(of owner: FieldValue, _ suffix: String = "bcdfg", change: (inout FieldValue) -> Void = { _ in })
        -> FieldValue
    {
        let prefix = (owner["metadata"]?["name"]?.string ?? "") + "-"
        let template = owner["spec"]?["template"] ?? [:]
        var pod: FieldValue = [
            "apiVersion": "v1", "kind": "Pod",
            "metadata": [
                "name": .string(prefix + suffix), "generateName": .string(prefix), "namespace": "shop",
                "ownerReferences": [Self.owner(owner)], "uid": .string("p-" + suffix),
            ],
            "spec": template["spec"] ?? [:],
        ]
        pod.edit("metadata") { metadata in
            if let labels = template["metadata"]?["labels"] { metadata.set("labels", labels) }
        }
        change(&pod)
        let complete = ServerDefaults(version: .newestKnown).complete(pod)
        var volumes = complete
        volumes.edit("spec") { spec in
            spec.set("volumes", [["name": "kube-api-access-bcdfg"]])
        }
        return PodAdmission(version: .newestKnown, context: NamespaceContext()).variants(of: complete, actual: volumes)[
            0]
    }

    private func replicaSet(_ scene: ReviewScene, hash: String, image: String, replicas: Int64) throws -> FieldValue {
        let deployment = try scene.stored("Deployment", "web")
        var set: FieldValue = [
            "apiVersion": "apps/v1", "kind": "ReplicaSet",
            "metadata": [
                "name": .string("web-\(hash)"), "namespace": "shop", "uid": .string("rs-\(hash)"),
                "labels": ["app": "web", "pod-template-hash": .string(hash)],
                "annotations": [
                    "deployment.kubernetes.io/desired-replicas": "2", "deployment.kubernetes.io/max-replicas": "3",
                    "deployment.kubernetes.io/revision": "1",
                ],
                "ownerReferences": [Self.owner(deployment)],
            ],
            "spec": deployment["spec"] ?? [:],
        ]
        set.edit("spec") { spec in
            for key in ["strategy", "revisionHistoryLimit", "progressDeadlineSeconds"] { spec.set(key, nil) }
            spec.set("replicas", .integer(replicas))
            spec.edit("selector", "matchLabels") { $0.set("pod-template-hash", .string(hash)) }
            spec.edit("template", "metadata", "labels") { $0.set("pod-template-hash", .string(hash)) }
            spec.edit("template", "spec") { $0.updateEach("containers") { $0.set("image", .string(image)) } }
        }
        set = ServerDefaults(version: .newestKnown).complete(set)
        set.edit("metadata") { $0.set("uid", .string("rs-\(hash)")) }
        return set
    }

    private let setController = ReviewScene.controllers + "replicaset-controller"
    private let deploymentController = ReviewScene.controllers + "deployment-controller"

    @Test("A ReplicaSet gets as many Pods as it wants, and not one more")
    func count() throws {
        var scene = ReviewScene(Self.manifests)
        let set = try replicaSet(scene, hash: "bbbbb", image: "shop/web:2", replicas: 1)
        scene.add(try scene.stored("Deployment", "web"), set)
        let first = try scene.create(pod(of: set), by: setController)
        #expect(first.allowed, "\(first.message)")
        scene.add(pod(of: set))
        let second = try scene.create(pod(of: set, "ccccc"), by: setController)
        #expect(!second.allowed && second.message.contains("wants 1 Pods and has 1"))
        var leaving = pod(of: set)
        leaving.edit("metadata") { $0.set("deletionTimestamp", "2026-11-21T10:00:00Z") }
        scene.add(leaving)
        #expect(try scene.create(pod(of: set, "ccccc"), by: setController).allowed)
    }

    @Test("A retired ReplicaSet gets no Pods and does not grow again; the current one does")
    func retired() throws {
        var scene = ReviewScene(Self.manifests)
        let old = try replicaSet(scene, hash: "bbbbb", image: "shop/web:1", replicas: 0)
        let current = try replicaSet(scene, hash: "ccccc", image: "shop/web:2", replicas: 0)
        scene.add(try scene.stored("Deployment", "web"), old, current)
        #expect(try !scene.create(pod(of: old), by: setController).allowed)
        let grown = try scene.update(old, by: deploymentController) { $0.edit("spec") { $0.set("replicas", 2) } }
        #expect(!grown.allowed && grown.message.contains("retired"))
        let scaled = try scene.update(current, by: deploymentController) { $0.edit("spec") { $0.set("replicas", 2) } }
        #expect(scaled.allowed, "\(scaled.message)")
    }

    @Test("No child of an owner that is being deleted")
    func leaving() throws {
        var scene = ReviewScene(Self.manifests)
        var set = try replicaSet(scene, hash: "bbbbb", image: "shop/web:2", replicas: 1)
        set.edit("metadata") { $0.set("deletionTimestamp", "2026-11-21T10:00:00Z") }
        scene.add(try scene.stored("Deployment", "web"), set)
        let verdict = try scene.create(pod(of: set), by: setController)
        #expect(!verdict.allowed && verdict.message.contains("being deleted"))
    }

    @Test("A ReplicationController gets its Pods, too")
    func replicationController() throws {
        var scene = ReviewScene(Self.manifests)
        let controller = try scene.stored("ReplicationController", "rc")
        scene.add(controller)
        let user = ReviewScene.controllers + "replication-controller"
        let first = try scene.create(pod(of: controller), by: user)
        #expect(first.allowed, "\(first.message)")
        scene.add(pod(of: controller))
        #expect(try !scene.create(pod(of: controller, "ccccc"), by: user).allowed)
    }

    @Test("A revision is the Deployment's last or one more")
    func inventedRevision() throws {
        var scene = ReviewScene(Self.manifests)
        scene.add(try scene.stored("Deployment", "web"))
        var set = try replicaSet(scene, hash: "bbbbb", image: "shop/web:2", replicas: 2)
        #expect(try scene.create(set, by: deploymentController).allowed)
        set.edit("metadata", "annotations") { $0.set("deployment.kubernetes.io/revision", "9") }
        #expect(try !scene.create(set, by: deploymentController).allowed)
    }

    // MARK: Jobs

    private func job(_ scene: ReviewScene, _ status: FieldValue = [:], suspend: Bool = false) throws -> FieldValue {
        var job = try scene.stored("Job", "once", uid: "j-1")
        job.set("status", status)
        job.edit("spec") { spec in
            spec.set("suspend", .bool(suspend))
            spec.set("selector", ["matchLabels": ["batch.kubernetes.io/controller-uid": "j-1"]])
            spec.edit("template", "metadata", "labels") { labels in
                for prefix in ["", "batch.kubernetes.io/"] {
                    labels.set(prefix + "controller-uid", "j-1")
                    labels.set(prefix + "job-name", "once")
                }
            }
        }
        return job
    }

    private func jobPod(_ job: FieldValue, _ suffix: String = "bcdfg") -> FieldValue {
        pod(of: job, suffix) { $0.edit("metadata") { $0.set("finalizers", ["batch.kubernetes.io/job-tracking"]) } }
    }

    enum JobState: String, CaseIterable, Sendable {
        case running, complete, failed, suspended, succeeded, busy
    }

    @Test("A Job makes Pods only while it runs, no more at a time than it says", arguments: JobState.allCases)
    func jobs(_ state: JobState) throws {
        var scene = ReviewScene(Self.manifests)
        let finished: FieldValue? =
            state == .complete ? "Complete" : state == .failed ? "Failed" : nil
        var status: FieldValue = [:]
        if let finished { status.set("conditions", [["type": finished, "status": "True"]]) }
        if state == .succeeded { status.set("succeeded", 2) }
        let job = try job(scene, status, suspend: state == .suspended)
        scene.add(job)
        if state == .busy { scene.add(jobPod(job, "ccccc")) }
        let verdict = try scene.create(jobPod(job), by: ReviewScene.controllers + "job-controller")
        #expect(verdict.allowed == (state == .running), "\(verdict.message)")
    }

    @Test(
        "A schedule makes Jobs for times after its last one and its own beginning, unless it is suspended",
        arguments: [(0, true), (1, false), (2, false), (3, false)])
    func schedules(attack: Int, isAllowed: Bool) throws {
        var scene = ReviewScene(Self.manifests)
        var cron = try scene.stored("CronJob", "tick")
        cron.edit("metadata") { $0.set("creationTimestamp", "2026-11-21T09:00:00Z") }
        cron.set("status", ["lastScheduleTime": "2026-11-21T09:15:00Z"])
        if attack == 1 { cron.edit("spec") { $0.set("suspend", true) } }
        scene.add(cron)
        // 2026-11-21T09:16:00Z is minute 29920876 since 1970.
        let minute: [Int64] = [29_920_876, 29_920_876, 60, 29_920_875]
        let name = "tick-\(minute[attack])"
        let time = Timestamp(seconds: minute[attack] * 60).description
        var job: FieldValue = [
            "apiVersion": "batch/v1", "kind": "Job",
            "metadata": [
                "name": .string(name), "namespace": "shop", "uid": "j-2", "ownerReferences": [Self.owner(cron)],
                "annotations": ["batch.kubernetes.io/cronjob-scheduled-timestamp": .string(time)],
            ],
            "spec": cron["spec"]?["jobTemplate"]?["spec"] ?? [:],
        ]
        job = ServerDefaults(version: .newestKnown).complete(job)
        job = ServerChoices(version: .newestKnown).fill(job, from: job)
        let verdict = try scene.create(job, by: ReviewScene.controllers + "cronjob-controller")
        #expect(verdict.allowed == isAllowed, "\(verdict.message)")
    }
}
