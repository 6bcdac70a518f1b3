import ClusterGate
import FieldTree
import Testing

/// No input ends the process, and work grows with the input.
@Suite("Bounds")
struct BoundsTests {
    private static let workload = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: shop}
        spec:
          selector: {matchLabels: {app: web}}
          template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: "shop/web:2"}]}}
        """

    @Test(
        "20,000 variables too many are told in a message of three, not compared with each other",
        .timeLimit(.minutes(1)))
    func manyFindings() throws {
        let scene = ReviewScene(Self.workload)
        let old = try scene.stored("Deployment", "web")
        let verdict = try scene.update(old, by: "admin") { object in
            object.edit("spec", "template", "spec") { spec in
                spec.updateEach("containers") { container in
                    let variables = (0..<20_000).map { number -> FieldValue in
                        ["name": .string("V\(number)"), "value": "x"]
                    }
                    container.set("env", .list(variables))
                }
            }
        }
        #expect(!verdict.allowed && verdict.message.utf8.count < 4096)
        #expect(verdict.message.contains("more"))
    }

    @Test(
        "Numbers at the ends of their range are refused or let through, never counted beyond it",
        arguments: [Int64.max, .min, .max - 1])
    func largeNumbers(number: Int64) throws {
        var scene = ReviewScene(Self.workload)
        var deployment = try scene.stored("Deployment", "web")
        for surge in [FieldValue.integer(number), .string("\(number)%"), .string("%"), ""] {
            deployment.edit("spec") { spec in
                spec.set("replicas", .integer(number))
                spec.edit("strategy", "rollingUpdate") { $0.set("maxSurge", surge) }
            }
            deployment.edit("metadata", "annotations") {
                $0.set("deployment.kubernetes.io/revision", .string("\(UInt64.max)"))
            }
            scene.add(deployment)
            let set: FieldValue = [
                "apiVersion": "apps/v1", "kind": "ReplicaSet",
                "metadata": [
                    "name": "web-bbbbb", "namespace": "shop", "generation": .integer(number),
                    "annotations": ["deployment.kubernetes.io/revision": .string("\(UInt64.max)")],
                    "ownerReferences": [
                        [
                            "apiVersion": "apps/v1", "kind": "Deployment", "name": "web", "uid": "u-1",
                            "controller": true,
                        ]
                    ],
                ],
                "spec": ["replicas": .integer(number)],
            ]
            let user = ReviewScene.controllers + "deployment-controller"
            #expect(try !scene.create(set, by: user).allowed)
            let scaled = try scene.update(set, by: user) { $0.edit("spec") { $0.set("replicas", 1) } }
            #expect(scaled.allowed || !scaled.message.isEmpty)
        }
    }

    @Test("Ordinals, minutes and starts at the ends of their range", arguments: [Int64.max, .min])
    func largeOrdinals(number: Int64) throws {
        var scene = ReviewScene(
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db, namespace: shop}
            spec:
              replicas: \(number)
              ordinals: {start: \(Int64.max)}
              serviceName: db
              selector: {matchLabels: {app: db}}
              template: {metadata: {labels: {app: db}}, spec: {containers: [{name: db, image: "shop/db:1"}]}}
              volumeClaimTemplates:
              - {metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}
            ---
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: tick, namespace: shop}
            spec: {schedule: "* * * * *", jobTemplate: {spec: {template: {spec: {containers: []}}}}}
            """)
        scene.add(try scene.stored("StatefulSet", "db"), try scene.stored("CronJob", "tick", uid: "u-2"))
        let claim: FieldValue = [
            "apiVersion": "v1", "kind": "PersistentVolumeClaim",
            "metadata": ["name": .string("data-db-\(Int64.max)"), "namespace": "shop"],
        ]
        #expect(try !scene.create(claim, by: ReviewScene.controllers + "statefulset-controller").allowed)
        let job: FieldValue = [
            "apiVersion": "batch/v1", "kind": "Job",
            "metadata": [
                "name": .string("tick-\(Int64.max)"), "namespace": "shop",
                "ownerReferences": [
                    ["apiVersion": "batch/v1", "kind": "CronJob", "name": "tick", "uid": "u-2", "controller": true]
                ],
            ],
        ]
        #expect(try !scene.create(job, by: ReviewScene.controllers + "cronjob-controller").allowed)
    }
}
