import ClusterGate
import FieldTree
import ObjectAccounting
import Testing

/// Two commits mixed inside one object give what neither declares.
@Suite("Mixed commits")
struct MixedCommitTests {
    @Test("Rules of a role are whole: verbs of one do not join the resources of another")
    func rules() throws {
        let scene = ReviewScene(
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: r, namespace: shop}
            rules: [{apiGroups: [""], resources: [secrets], resourceNames: [web], verbs: [get]}]
            """)
        var old = try scene.stored("Role", "r")
        old.set("rules", [["apiGroups": [""], "resources": ["configmaps"], "verbs": ["*"]]])
        let mixed = try scene.update(old, by: "admin") { role in
            role.set("rules", [["apiGroups": [""], "resources": ["secrets"], "verbs": ["*"]]])
        }
        #expect(!mixed.allowed && mixed.path?.description.hasPrefix("rules") == true)
        let healed = try scene.update(old, by: "admin") { $0.set("rules", try! scene.stored("Role", "r")["rules"]) }
        #expect(healed.allowed)
    }

    @Test("A subject is whole: the name of one does not join the kind of another")
    func subjects() throws {
        let scene = ReviewScene(
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: r, namespace: shop}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: r}
            subjects: [{kind: User, apiGroup: rbac.authorization.k8s.io, name: "system:authenticated"}]
            """)
        var old = try scene.stored("RoleBinding", "r")
        old.set("subjects", [["kind": "Group", "apiGroup": "rbac.authorization.k8s.io", "name": "ops"]])
        let mixed = try scene.update(old, by: "admin") { binding in
            binding.updateEach("subjects") { $0.set("name", "system:authenticated") }
        }
        #expect(!mixed.allowed)
    }

    @Test("A rule of a network policy does not lose its members one by one")
    func emptied() throws {
        let scene = ReviewScene(
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: p, namespace: shop}
            spec: {podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {}}]}]}
            """)
        var old = try scene.stored("NetworkPolicy", "p")
        old.edit("spec") { $0.set("ingress", [["ports": [["port": 80, "protocol": "TCP"]]]]) }
        let emptied = try scene.update(old, by: "admin") { policy in
            policy.edit("spec") { $0.set("ingress", [[:]]) }
        }
        #expect(!emptied.allowed)
    }

    private static let workload = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: shop}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers: [{name: web, image: "shop/web:2", args: [run, --new]}]
        """

    private func stored(_ change: (inout FieldValue) -> Void) throws -> (ReviewScene, FieldValue) {
        let scene = ReviewScene(Self.workload)
        var old = try scene.stored("Deployment", "web")
        old.edit("spec", "template", "spec", change: change)
        return (scene, old)
    }

    @Test("Arguments are the declared ones or none of them")
    func arguments() throws {
        let (scene, old) = try stored { $0.updateEach("containers") { $0.set("args", ["debug", "--old"]) } }
        let mixed = try scene.update(old, by: "admin") { object in
            object.edit("spec", "template", "spec") {
                $0.updateEach("containers") { $0.set("args", ["debug", "--new"]) }
            }
        }
        #expect(!mixed.allowed)
        let healed = try scene.update(old, by: "admin") { object in
            object.edit("spec", "template", "spec") {
                $0.updateEach("containers") { $0.set("args", ["run", "--new"]) }
            }
        }
        #expect(healed.allowed)
    }

    @Test(
        "A program does not move beside rights that Git does not declare",
        arguments: ["privileged", "hostPID", "hostNetwork"])
    func rights(_ right: String) throws {
        let (scene, old) = try stored { spec in
            if right != "privileged" { spec.set(right, true) }
            spec.updateEach("containers") { container in
                container.set("image", "shop/web:1")
                if right == "privileged" { container.set("securityContext", ["privileged": true]) }
            }
        }
        let moved = try scene.update(old, by: "admin") { object in
            object.edit("spec", "template", "spec") { $0.updateEach("containers") { $0.set("image", "shop/web:2") } }
        }
        #expect(!moved.allowed && moved.message.contains(right))
        let healed = try scene.update(old, by: "admin") { object in
            object.edit("spec", "template", "spec") { spec in
                spec.set(right, nil)
                spec.updateEach("containers") { container in
                    container.set("image", "shop/web:2")
                    container.set("securityContext", nil)
                }
            }
        }
        #expect(healed.allowed, "\(healed.message)")
    }

    // MARK: Versions

    private static let scaler = """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: web, namespace: shop}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          minReplicas: 2
          maxReplicas: 5
          metrics: [{type: Pods, pods: {metric: {name: rate}, target: {type: AverageValue, averageValue: "5"}}}]
        """

    @Test("A request in a version that Git's cannot be compared with is refused")
    func versions() throws {
        let scene = ReviewScene(Self.scaler)
        let old = try ReviewScene.object(
            """
            apiVersion: autoscaling/v1
            kind: HorizontalPodAutoscaler
            metadata: {name: web, namespace: shop, annotations: {autoscaling.alpha.kubernetes.io/metrics: "[]"}}
            spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, minReplicas: 2, maxReplicas: 5}
            """)
        let emptied = try scene.update(old, by: "admin") { $0.edit("metadata") { $0.set("annotations", nil) } }
        #expect(!emptied.allowed)
    }

    @Test("Versions that say the same are compared as one")
    func sameVersions() throws {
        let scene = ReviewScene(
            """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: web, namespace: shop}
            spec: {rules: [{host: a.example, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]}
            """, version: KubernetesVersion(major: 1, minor: 20))
        let old = try ReviewScene.object(
            """
            apiVersion: extensions/v1beta1
            kind: Ingress
            metadata: {name: web, namespace: shop, annotations: {drift: "1"}}
            spec: {rules: [{host: a.example, http: {paths: [{path: /, pathType: Prefix, backend: {serviceName: web, servicePort: 80}}]}}]}
            """)
        let healed = try scene.update(old, by: "admin") { $0.edit("metadata") { $0.set("annotations", nil) } }
        #expect(healed.allowed, "\(healed.message)")
        let moved = try scene.update(old, by: "admin") { object in
            object.edit("spec") { spec in spec.updateEach("rules") { $0.set("host", "b.example") } }
        }
        #expect(!moved.allowed)
        #expect(try !scene.delete(old, by: "admin").allowed)
    }
}
