import ClusterGate
import DesiredState
import FieldTree
import ObjectAccounting
import Testing

private let rootBundle = "-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n"

private let boundVolume = """
    apiVersion: v1
    kind: PersistentVolume
    metadata: {name: pv-1, uid: v-1}
    spec:
      capacity: {storage: 1Gi}
      accessModes: [ReadWriteOnce]
      hostPath: {path: /data}
      claimRef: {apiVersion: v1, kind: PersistentVolumeClaim, namespace: a, name: data, uid: c-1}
    """

/// Deletions and replacements of what Git, the control plane or the gate keeps.
@Suite("Kept objects")
struct KeptObjectTests {
    private static let manifests = """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: web, namespace: shop}
        spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
        ---
        apiVersion: shop.example/v1
        kind: Region
        metadata: {name: north}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: twice, namespace: shop}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: twice, namespace: shop}
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db, namespace: shop}
        spec:
          replicas: 1
          serviceName: db
          selector: {matchLabels: {app: db}}
          template: {metadata: {labels: {app: db}}, spec: {containers: [{name: db, image: "shop/db:1"}]}}
          volumeClaimTemplates:
          - {metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}
        """

    @Test(
        "What Git declares under another group, scope or twice is not deleted",
        arguments: [
            "{apiVersion: extensions/v1beta1, kind: Ingress, metadata: {name: web, namespace: shop}}",
            "{apiVersion: shop.example/v1, kind: Region, metadata: {name: north}}",
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: twice, namespace: shop}}",
            "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data-db-7, namespace: shop}}",
        ])
    func declared(text: String) throws {
        var object = try ReviewScene.object(text)
        if object["kind"] == "Region" { object.edit("metadata") { $0.set("namespace", nil) } }
        #expect(try !ReviewScene(Self.manifests).delete(object, by: "admin").allowed)
    }

    @Test(
        "What the control plane and the gate keep is not deleted because Git does not declare it",
        arguments: [
            "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: edit}}",
            """
            {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: x, labels: \
            {kubernetes.io/bootstrapping: rbac-defaults}}}
            """,
            "{apiVersion: flowcontrol.apiserver.k8s.io/v1, kind: FlowSchema, metadata: {name: exempt}}",
            "{apiVersion: v1, kind: Service, metadata: {name: kubernetes, namespace: default}}",
            "{apiVersion: v1, kind: Namespace, metadata: {name: kube-system}}",
            "{apiVersion: v1, kind: ServiceAccount, metadata: {name: job-controller, namespace: kube-system}}",
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: kube-root-ca.crt, namespace: shop}}",
            "{apiVersion: apps/v1, kind: Deployment, metadata: {name: sallyport-admission, namespace: sallyport-system}}",
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: sallyport-admission, namespace: sallyport-system}}",
            "{apiVersion: v1, kind: Namespace, metadata: {name: sallyport-system}}",
            "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: sallyport-admission}}",
        ])
    func kept(text: String) throws {
        var object = try ReviewScene.object(text)
        let isOfCluster = ["ClusterRole", "ClusterRoleBinding", "FlowSchema", "Namespace"]
        if isOfCluster.contains(object["kind"]?.string ?? "") { object.edit("metadata") { $0.set("namespace", nil) } }
        let verdict = try ReviewScene(Self.manifests).delete(object, by: "admin")
        #expect(!verdict.allowed && verdict.message.contains("is kept by"), "\(verdict.message)")
    }

    // MARK: Certificates

    private func bundle(in namespace: String, _ text: String) -> FieldValue {
        [
            "apiVersion": "v1", "kind": "ConfigMap",
            "metadata": [
                "name": "kube-root-ca.crt", "namespace": .string(namespace),
                "annotations": [
                    "kubernetes.io/description":
                        "Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters."
                ],
            ],
            "data": ["ca.crt": .string(text)],
        ]
    }

    @Test(
        "The root certificates of a namespace are kube-system's",
        arguments: [
            (rootBundle, true), (rootBundle.replacing("QUJD", with: "RVZJTA=="), false), ("", false),
            (rootBundle + rootBundle.replacing("QUJD", with: "RVZJTA=="), false),
        ])
    func certificates(text: String, isAllowed: Bool) throws {
        var scene = ReviewScene("")
        scene.add(bundle(in: "kube-system", rootBundle))
        let user = ReviewScene.controllers + "root-ca-cert-publisher"
        #expect(try scene.create(bundle(in: "shop", text), by: user).allowed == isAllowed)
        for namespace in ["shop", "kube-system"] {
            let old = bundle(in: namespace, rootBundle + "")
            let changed = try scene.update(old, by: user) { $0.edit("data") { $0.set("ca.crt", .string(text)) } }
            #expect(changed.allowed == isAllowed, "\(namespace)")
        }
    }

    // MARK: Delegated things

    @Test("An aggregated role is not emptied, and is filled by its controller")
    func aggregated() throws {
        let scene = ReviewScene(
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: all}
            aggregationRule: {clusterRoleSelectors: [{matchLabels: {to: all}}]}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: part, labels: {to: all}}
            rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
            """)
        var full = try scene.stored("ClusterRole", "all")
        full.set("rules", [["apiGroups": [""], "resources": ["pods"], "verbs": ["get"]]])
        #expect(try !scene.update(full, by: "admin") { $0.set("rules", nil) }.allowed)
        let empty = try scene.stored("ClusterRole", "all")
        let controller = ReviewScene.controllers + "clusterrole-aggregation-controller"
        let filled = try scene.update(empty, by: controller) { $0.set("rules", full["rules"]) }
        #expect(filled.allowed, "\(filled.message)")
        let more = try scene.update(empty, by: controller) {
            $0.set("rules", [["apiGroups": [""], "resources": ["secrets"], "verbs": ["get"]]])
        }
        #expect(!more.allowed)
    }

    @Test("A replica count that Git leaves to an autoscaler is nobody else's to reset")
    func autoscaled() throws {
        let scene = ReviewScene(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              selector: {matchLabels: {app: web}}
              template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: "shop/web:2"}]}}
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: web, namespace: shop}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
              minReplicas: 2
              maxReplicas: 5
            """)
        var scaled = try scene.stored("Deployment", "web")
        scaled.edit("spec") { $0.set("replicas", 4) }
        #expect(try !scene.update(scaled, by: "admin") { $0.edit("spec") { $0.set("replicas", 1) } }.allowed)
        let scale: FieldValue = [
            "apiVersion": "autoscaling/v1", "kind": "Scale", "metadata": ["name": "web", "namespace": "shop"],
            "spec": ["replicas": 2],
        ]
        let target = (group: "apps", kind: "Deployment")
        let autoscaler = ReviewScene.controllers + "horizontal-pod-autoscaler"
        for (user, replicas, isAllowed) in [(autoscaler, 4, true), (autoscaler, 9, false), ("admin", 4, false)] {
            let verdict = try scene.update(scale, by: user, subresource: "scale", of: target) { object in
                object.edit("spec") { $0.set("replicas", .integer(Int64(replicas))) }
            }
            #expect(verdict.allowed == isAllowed, "\(user) \(replicas): \(verdict.message)")
        }
        // A Scale without the number is one of 0.
        let none = try scene.update(scale, by: "admin", subresource: "scale", of: target) { $0.set("spec", [:]) }
        #expect(!none.allowed)
    }

    @Test("Protection goes from what is being deleted, and only by its controller")
    func protection() throws {
        let scene = ReviewScene("")
        var claim = try ReviewScene.object(
            """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data, namespace: shop, finalizers: [kubernetes.io/pvc-protection]}
            spec: {accessModes: [ReadWriteOnce]}
            """)
        let controller = ReviewScene.controllers + "pvc-protection-controller"
        func removed(by user: String) throws -> Bool {
            try scene.update(claim, by: user) { $0.edit("metadata") { $0.set("finalizers", nil) } }.allowed
        }
        #expect(try !removed(by: controller))
        claim.edit("metadata") { $0.set("deletionTimestamp", "2026-11-21T10:00:00Z") }
        #expect(try removed(by: controller))
        #expect(try !removed(by: "admin"))
    }

    // MARK: Volumes

    @Test(
        "A bound volume does not move to another tenant's claim, as the binder or where Git names a claim",
        arguments: [
            "", boundVolume.replacing(", uid: c-1", with: "").replacing(", uid: v-1", with: ""),
        ])
    func rebound(manifests: String) throws {
        var scene = ReviewScene(manifests)
        let binder = ReviewScene.controllers + "persistent-volume-binder"
        for namespace in ["a", "b"] {
            scene.add([
                "apiVersion": "v1", "kind": "PersistentVolumeClaim",
                "metadata": ["name": "data", "namespace": .string(namespace), "uid": .string("c-\(namespace)")],
            ])
        }
        var bound = ServerDefaults(version: .newestKnown).complete(try ReviewScene.object(boundVolume))
        bound.edit("metadata") { $0.set("namespace", nil) }
        bound.edit("spec", "claimRef") { $0.set("uid", "c-a") }
        let moved = try scene.update(bound, by: binder) { object in
            object.edit("spec", "claimRef") { claim in
                claim.set("namespace", "b")
                claim.set("uid", "c-b")
            }
        }
        #expect(!moved.allowed)
        var reserved = bound
        reserved.edit("spec", "claimRef") { $0.set("uid", nil) }
        let gained = try scene.update(reserved, by: binder) { $0.edit("spec", "claimRef") { $0.set("uid", "c-a") } }
        #expect(gained.allowed, "\(gained.message)")
    }

    @Test(
        "A Binding carries a name and a node, and nothing into the Pod",
        arguments: ["labels", "annotations", "none"])
    func binding(extra: String) throws {
        var scene = ReviewScene("")
        let pod = try ReviewScene.object(
            "{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop, uid: p-1}, spec: {containers: []}}")
        scene.add(pod)
        var binding: FieldValue = [
            "apiVersion": "v1", "kind": "Binding", "metadata": ["name": "web", "namespace": "shop"],
            "target": ["kind": "Node", "name": "n1"],
        ]
        if extra != "none" { binding.edit("metadata") { $0.set(extra, ["app": "web"]) } }
        let verdict = try scene.create(binding, by: "system:kube-scheduler", subresource: "binding", of: "Pod")
        #expect(verdict.allowed == (extra == "none"), "\(verdict.message)")
    }
}
