import ClusterGate
import ExactValues
import FieldTree
import GitNames
import ObjectAccounting
import PolicyCore
import Testing

/// What a policy adds for a cluster: grants, agents' stamps, controllers that are not Kubernetes' own.
@Suite("Rules of a policy")
struct PolicyRulesTests {
    private static func rules(
        agents: [ClusterAgent] = [], controllers: [ControllerRule] = [], operations: [OperationGrant] = []
    ) throws -> ClusterRules {
        let cluster = ClusterRule(
            name: "prod", branch: try #require(RefName("refs/heads/main")), manifests: "prod",
            stampingAgents: agents, controllers: controllers, operations: operations)
        let alice = Person(name: "alice", keys: [], logins: ["kubernetes": "alice@shop.example"])
        let bob = Person(name: "bob", keys: [])
        let policy = Policy(
            repository: "r", serial: 1, people: [alice, bob], teams: [Team(name: "ops", members: ["alice", "bob"])],
            refs: [], clusters: [cluster])
        return ClusterRules(policy: policy, cluster: cluster)
    }

    // MARK: Grants

    private static let pod: FieldValue = [
        "apiVersion": "v1", "kind": "Pod",
        "metadata": [
            "name": "web-1", "namespace": "shop",
            "ownerReferences": [["apiVersion": "apps/v1", "kind": "ReplicaSet", "name": "web", "uid": "u"]],
        ],
        "spec": ["containers": [["name": "web", "image": "a"]]],
    ]

    private static let eviction: FieldValue = [
        "apiVersion": "policy/v1", "kind": "Eviction", "metadata": ["name": "web-1", "namespace": "shop"],
    ]

    private func scene(_ verbs: [Name], namespaces: [Name] = ["shop"], until: String? = nil) throws -> ReviewScene {
        let grant = OperationGrant(
            who: ["ops", "system:serviceaccount:tools:drainer"], verbs: verbs, namespaces: namespaces,
            until: until.flatMap { Timestamp(rfc3339: $0) }, reason: "node maintenance", line: 40)
        return ReviewScene("", rules: try Self.rules(operations: [grant]))
    }

    @Test(
        "A grant allows its verbs to its people, and the verdict names it",
        arguments: ["alice@shop.example", "system:serviceaccount:tools:drainer"])
    func drain(user: String) throws {
        let scene = try scene(["drain"])
        for verdict in [
            try scene.create(Self.eviction, by: user, subresource: "eviction", of: "Pod"),
            try scene.delete(Self.pod, by: user),
        ] {
            #expect(verdict.allowed, "\(verdict.message)")
            #expect(verdict.grant == "clusters.prod.operations line 40: node maintenance")
            #expect(verdict.auditAnnotations.contains { $0.key == "grant" && $0.value.contains("line 40") })
        }
        #expect(try !scene.connect(Self.pod, "exec", by: user).allowed)
    }

    @Test("Nobody else, nowhere else and not afterwards; the denial says what would allow it")
    func bounds() throws {
        let user = "alice@shop.example"
        let denial = try scene(["drain"]).delete(Self.pod, by: "mallory")
        #expect(!denial.allowed && denial.message.contains("clusters.NAME.operations"))
        #expect(denial.message.contains("verbs: [delete]") && denial.message.contains("\"mallory\""))
        #expect(try !scene(["drain"], namespaces: ["other"]).delete(Self.pod, by: user).allowed)
        #expect(try scene(["drain"], namespaces: ["*"]).delete(Self.pod, by: user).allowed)
        var timed = try scene(["exec"], until: "2026-12-01T00:00:00Z")
        for (time, isAllowed) in [
            ("2026-11-30T23:59:59Z", true), ("2026-12-01T00:00:00Z", false),
        ] {
            timed.now = Timestamp(rfc3339: time)
            #expect(try timed.connect(Self.pod, "exec", by: user).allowed == isAllowed)
        }
        timed.now = nil
        #expect(try !timed.connect(Self.pod, "exec", by: user).allowed)
    }

    @Test("A grant to delete is none for what Git declares")
    func declared() throws {
        let grant = OperationGrant(who: ["alice"], verbs: ["delete"], namespaces: ["*"], reason: "r")
        let scene = ReviewScene(
            "{apiVersion: v1, kind: Pod, metadata: {name: web-1, namespace: shop}, spec: {containers: [{name: a, image: a}]}}",
            rules: try Self.rules(operations: [grant]))
        #expect(try !scene.delete(Self.pod, by: "alice@shop.example").allowed)
    }

    @Test("Debugging adds ephemeral containers and changes nothing else")
    func debugging() throws {
        let scene = try scene(["debug"])
        let user = "alice@shop.example"
        let container: FieldValue = ["name": "debug", "image": "busybox"]
        func isAllowed(_ change: (inout FieldValue) -> Void) throws -> Bool {
            try scene.update(Self.pod, by: user, subresource: "ephemeralcontainers", of: ("", "Pod"), change).allowed
        }
        #expect(try isAllowed { $0.edit("spec") { $0.set("ephemeralContainers", [container]) } })
        #expect(
            try !isAllowed { pod in
                pod.edit("spec") { spec in
                    spec.set("ephemeralContainers", [container])
                    spec.updateEach("containers") { $0.set("image", "evil") }
                }
            })
    }

    // MARK: Stamps

    private static let declared = """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: web, namespace: shop}
        data: {a: b}
        ---
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: {name: apps, namespace: flux-system}
        spec: {path: ./apps}
        ---
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: shop, namespace: argocd}
        spec: {project: default}
        """

    private static let flux = ClusterAgent(identity: "flux", stamps: .flux)
    private static let argo = ClusterAgent(identity: "argo", stamps: .argocd)
    private static let helm = ClusterAgent(identity: "helm", stamps: .helm, names: ["shop/web"])

    private static func labels(_ name: String, _ namespace: String) -> FieldValue {
        [
            "kustomize.toolkit.fluxcd.io/name": .string(name),
            "kustomize.toolkit.fluxcd.io/namespace": .string(namespace),
        ]
    }

    @Test(
        "Stamps are an agent's own, and name its objects that Git declares",
        arguments: [
            ("flux", "labels", labels("apps", "flux-system"), true),
            ("admin", "labels", labels("apps", "flux-system"), false),
            ("argo", "labels", labels("apps", "flux-system"), false),
            ("flux", "labels", labels("evil", "flux-system"), false),
            ("flux", "labels", labels("apps", "other"), false),
            ("flux", "labels", ["app": "web"], false),
            ("argo", "labels", ["app.kubernetes.io/instance": "shop"], true),
            ("argo", "labels", ["app.kubernetes.io/instance": "evil"], false),
            ("argo", "annotations", ["argocd.argoproj.io/tracking-id": "shop:/ConfigMap:shop/web"], true),
            ("argo", "annotations", ["argocd.argoproj.io/tracking-id": "shop:/ConfigMap:shop/other"], false),
            (
                "helm", "annotations",
                ["meta.helm.sh/release-name": "web", "meta.helm.sh/release-namespace": "shop"], true
            ),
            ("helm", "annotations", ["meta.helm.sh/release-name": "evil"], false),
        ] as [(String, String, FieldValue, Bool)])
    func stamps(user: String, place: String, marks: FieldValue, isAllowed: Bool) throws {
        let rules = try Self.rules(agents: [Self.flux, Self.argo, Self.helm])
        let scene = ReviewScene(Self.declared, rules: rules)
        var object = try scene.stored("ConfigMap", "web")
        object.edit("metadata") { $0.set(place, marks) }
        let verdict = try scene.create(object, by: user)
        #expect(verdict.allowed == isAllowed, "\(verdict.message)")
        let plain = try scene.stored("ConfigMap", "web")
        let stamped = try scene.update(plain, by: user) { $0.edit("metadata") { $0.set(place, marks) } }
        #expect(stamped.allowed == isAllowed, "\(stamped.message)")
    }

    @Test("What an agent stamped is there when others send what Git declares")
    func stampsStay() throws {
        let scene = ReviewScene(Self.declared, rules: try Self.rules(agents: [Self.flux]))
        var stored = try scene.stored("ConfigMap", "web")
        stored.edit("metadata") { $0.set("labels", Self.labels("apps", "flux-system")) }
        stored.set("data", ["a": "drift"])
        let healed = try scene.update(stored, by: "admin") { $0.set("data", ["a": "b"]) }
        #expect(healed.allowed, "\(healed.message)")
    }

    @Test("An agent writes status and finalizers of its own objects, and keeps its releases")
    func agentObjects() throws {
        let scene = ReviewScene(Self.declared, rules: try Self.rules(agents: [Self.flux, Self.argo, Self.helm]))
        let kustomization = try scene.stored("Kustomization", "apps")
        for (user, isAllowed) in [("flux", true), ("argo", false), ("admin", false)] {
            let finalized = try scene.update(kustomization, by: user) { object in
                object.edit("metadata") { $0.set("finalizers", ["finalizers.fluxcd.io"]) }
            }
            #expect(finalized.allowed == isAllowed, "\(finalized.message)")
        }
        let application = try scene.stored("Application", "shop")
        #expect(try scene.update(application, by: "argo") { $0.set("status", ["sync": ["status": "Synced"]]) }.allowed)
        #expect(
            try !scene.update(application, by: "argo") { $0.edit("spec") { $0.set("project", "evil") } }.allowed)
        let release = try ReviewScene.object(
            """
            apiVersion: v1
            kind: Secret
            metadata:
              name: sh.helm.release.v1.web.v3
              namespace: shop
              labels: {name: web, owner: helm, status: deployed, version: "3"}
            type: helm.sh/release.v1
            data: {release: SDRz}
            """)
        #expect(try scene.create(release, by: "helm").allowed)
        #expect(try !scene.create(release, by: "admin").allowed)
        var other = release
        other.set("type", "kubernetes.io/service-account-token")
        #expect(try !scene.create(other, by: "helm").allowed)
    }

    // MARK: Controllers

    @Test("An operator writes the fields, subresources and children that the policy names")
    func operators() throws {
        let rule = ControllerRule(
            identity: "operator", kinds: ["shop.example/Order"], children: ["ConfigMap"],
            subresources: ["status", "finalizers"], fields: ["metadata.annotations[shop.example/*]"])
        let scene: ReviewScene = {
            var scene = ReviewScene(
                "{apiVersion: shop.example/v1, kind: Order, metadata: {name: first, namespace: shop}, spec: {a: 1}}",
                rules: try! Self.rules(controllers: [rule]))
            scene.add(try! scene.stored("Order", "first"))
            return scene
        }()
        let order = try scene.stored("Order", "first")
        func isAllowed(_ user: String, _ change: (inout FieldValue) -> Void) throws -> Bool {
            try scene.update(order, by: user, change).allowed
        }
        for (user, isOwn) in [("operator", true), ("admin", false)] {
            #expect(
                try isAllowed(user) { $0.edit("metadata", "annotations") { $0.set("shop.example/seen", "1") } } == isOwn
            )
            #expect(try isAllowed(user) { $0.edit("metadata") { $0.set("finalizers", ["shop.example/x"]) } } == isOwn)
            let status = try scene.update(order, by: user, subresource: "status", of: ("shop.example", "Order")) {
                $0.set("status", ["phase": "done"])
            }
            #expect(status.allowed == isOwn, "\(status.message)")
            var child: FieldValue = [
                "apiVersion": "v1", "kind": "ConfigMap",
                "metadata": [
                    "name": "c", "namespace": "shop",
                    "ownerReferences": [
                        [
                            "apiVersion": "shop.example/v1", "kind": "Order", "name": "first", "uid": "u-1",
                            "controller": true,
                        ]
                    ],
                ],
            ]
            #expect(try scene.create(child, by: user).allowed == isOwn)
            child.edit("metadata") { $0.set("ownerReferences", nil) }
            #expect(try !scene.create(child, by: user).allowed)
        }
        #expect(try !isAllowed("operator") { $0.edit("spec") { $0.set("a", 2) } })
        #expect(try !isAllowed("operator") { $0.edit("metadata", "annotations") { $0.set("other", "1") } })
    }
}
