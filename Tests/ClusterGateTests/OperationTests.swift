import ClusterGate
import DesiredState
import FieldTree
import GitNames
import JSONDocument
import Testing

/// Attacks and lawful traffic around them, made from recorded requests by changing one thing each.
@Suite("Operations")
struct OperationTests {
    private var requests: [FieldValue] { Self.recording.requests }
    /// The cluster after the recorded baseline.
    private var live: ObservedState { Self.recording.live }

    /// Read once for all tests.
    private static let recording: (requests: [FieldValue], live: ObservedState) = {
        let requests = try! Recording.lines("kubernetes-1.36.2/requests.jsonl")
        var live = ObservedState(isComplete: true)
        for review in requests.prefix(106) { live.observe(allowed: try! AdmissionRequest(review: review)) }
        return (requests, live)
    }()

    private func recorded(
        _ operation: String, _ resource: String, subresource: String = "", name: String? = nil, user: String? = nil
    ) throws -> FieldValue {
        try #require(
            requests.first { review in
                let request = review["request"]
                let isNamed = name == nil || request?["name"]?.string?.hasPrefix(name ?? "") == true
                return request?["operation"] == .string(operation)
                    && request?["resource"]?["resource"] == .string(resource)
                    && (request?["subResource"]?.string ?? "") == subresource && isNamed
                    && (user == nil || request?["userInfo"]?["username"]?.string?.hasSuffix(user ?? "") == true)
            })
    }

    private func edited(_ review: FieldValue, _ change: (inout FieldValue) -> Void) -> FieldValue {
        var review = review
        review.update("request", change)
        return review
    }

    private func verdict(_ review: FieldValue, live other: ObservedState? = nil) throws -> Verdict {
        try Recording.modern.verdict(try AdmissionRequest(review: review), other ?? live)
    }

    private func user(_ name: String) -> (inout FieldValue) -> Void {
        { request in request.update("userInfo") { $0.set("username", .string(name)) } }
    }

    private static let controllers = "system:serviceaccount:kube-system:"

    // MARK: Lineage

    enum Factor: String, CaseIterable, Sendable {
        case identity, otherController, ownerKind, ownerName, ownerUID, noOwner, twoOwners, template, label
    }

    @Test("A child with any one factor of its lineage wrong is refused", arguments: Factor.allCases)
    func factors(_ factor: Factor) throws {
        let pod = try recorded("CREATE", "pods", user: "replicaset-controller")
        #expect(try verdict(pod).allowed)
        let forged = edited(pod) { request in
            switch factor {
            case .identity: user("admin")(&request)
            case .otherController: user(Self.controllers + "job-controller")(&request)
            default: request.update("object") { forge(&$0, factor) }
            }
        }
        #expect(try !verdict(forged).allowed)
    }

    private func forge(_ object: inout FieldValue, _ factor: Factor) {
        object.update("metadata") { metadata in
            switch factor {
            case .noOwner: metadata.set("ownerReferences", nil)
            case .twoOwners: metadata.append("ownerReferences", metadata["ownerReferences"]?.list?.first ?? .null)
            case .label: metadata.update("labels") { $0.set("pod-template-hash", "000") }
            case .ownerKind: metadata.updateEach("ownerReferences") { $0.set("kind", "Deployment") }
            case .ownerName: metadata.updateEach("ownerReferences") { $0.set("name", "other") }
            case .ownerUID: metadata.updateEach("ownerReferences") { $0.set("uid", "other") }
            default: break
            }
        }
        if factor == .template {
            object.update("spec") { $0.updateEach("containers") { $0.set("image", "evil/miner:1") } }
        }
    }

    @Test("A child of a live owner that Git does not declare is refused")
    func undeclaredRoot() throws {
        let pod = try recorded("CREATE", "pods", user: "job-controller")
        var other = live
        let job = ObjectReference(group: "batch", kind: "Job", namespace: "shop", name: "rogue")
        var object = try #require(try AdmissionRequest(review: recorded("CREATE", "jobs")).object)
        object.update("metadata") { $0.set("name", "rogue") }
        other.observe(job, object)
        let forged = edited(pod) { request in
            request.update("object") { object in
                object.update("metadata") { $0.updateEach("ownerReferences") { $0.set("name", "rogue") } }
            }
        }
        let result = try verdict(forged, live: other)
        #expect(!result.allowed && result.rule == .undeclared)
    }

    @Test("Without live state the evaluator says what it needs instead of guessing")
    func needs() throws {
        let pod = try recorded("CREATE", "pods", user: "replicaset-controller")
        let request = try AdmissionRequest(review: pod)
        guard case .needs(.object(let reference)) = Recording.modern.evaluator.evaluate(request, live: ObservedState())
        else {
            Issue.record("judged without live state")
            return
        }
        #expect(reference.kind == "ReplicaSet" && reference.group == "apps" && reference.namespace == "shop")
    }

    // MARK: Scale and status

    @Test(
        "Replicas move by the autoscaler within its declared bounds, and by nobody else",
        arguments: [
            ("horizontal-pod-autoscaler", Int64(5), true), ("horizontal-pod-autoscaler", 10, true),
            ("horizontal-pod-autoscaler", 11, false), ("horizontal-pod-autoscaler", 1, false),
            ("deployment-controller", 5, false), ("deployment-controller", 3, true),
        ])
    func scaling(controller: String, replicas: Int64, isAllowed: Bool) throws {
        let scale = try recorded("UPDATE", "deployments", subresource: "scale")
        let review = edited(scale) { request in
            user(Self.controllers + controller)(&request)
            request.update("object") { $0.update("spec") { $0.set("replicas", .integer(replicas)) } }
        }
        #expect(try verdict(review).allowed == isAllowed)
    }

    @Test("Status is written by the kind's own writer, and nothing else changes through it")
    func status() throws {
        let status = try recorded("UPDATE", "deployments", subresource: "status")
        #expect(try verdict(status).allowed)
        for name in ["admin", Self.controllers + "replicaset-controller"] {
            #expect(try !verdict(edited(status, user(name))).allowed)
        }
        let smuggled = edited(status) { request in
            request.update("object") { $0.update("spec") { $0.set("replicas", 9) } }
        }
        let result = try verdict(smuggled)
        #expect(!result.allowed && result.path == FieldPath("spec", "replicas"))
    }

    // MARK: Deletion

    private func deletion(_ object: FieldValue, by name: String, options: FieldValue = [:]) throws -> FieldValue {
        edited(try recorded("DELETE", "configmaps")) { request in
            user(name)(&request)
            let apiVersion = object["apiVersion"]?.string ?? ""
            let group = ObjectReference.group(ofAPIVersion: apiVersion)
            let version = String(apiVersion.split(separator: "/").last ?? "")
            let kind = object["kind"] ?? .null
            request.set("kind", ["group": .string(group), "version": .string(version), "kind": kind])
            request.set(
                "resource",
                [
                    "group": .string(group), "version": .string(version),
                    "resource": .string((kind.string ?? "").lowercased() + "s"),
                ])
            request.set("namespace", object["metadata"]?["namespace"])
            request.set("name", object["metadata"]?["name"])
            request.set("oldObject", object)
            request.set("options", options)
        }
    }

    private func object(_ operation: String, _ resource: String, user: String? = nil) throws -> FieldValue {
        try #require(try AdmissionRequest(review: recorded(operation, resource, user: user)).object)
    }

    @Test("Only a namespace that is being deleted is emptied, and only by its controller")
    func namespaceCleanup() throws {
        let map = try object("CREATE", "configmaps", user: "kustomize-controller")
        let review = try deletion(map, by: Self.controllers + "namespace-controller")
        #expect(try !verdict(review).allowed)
        var terminating = live
        terminating.observe(
            ObjectReference(group: "", kind: "Namespace", namespace: "", name: "shop"),
            ["metadata": ["name": "shop", "deletionTimestamp": "2026-11-21T00:00:00Z"]])
        #expect(try verdict(review, live: terminating).allowed)
        #expect(try !verdict(try deletion(map, by: "admin"), live: terminating).allowed)
    }

    @Test("The garbage collector deletes what has lost its owner, and nothing that has not")
    func garbageCollection() throws {
        let child = try object("CREATE", "replicasets", user: "deployment-controller")
        let review = try deletion(child, by: Self.controllers + "generic-garbage-collector")
        #expect(try !verdict(review).allowed)
        let owner = ObjectReference(group: "apps", kind: "Deployment", namespace: "shop", name: "web")
        var gone = live
        gone.observe(owner, nil)
        #expect(try verdict(review, live: gone).allowed)
        var replaced = live
        replaced.observe(owner, ["metadata": ["name": "web", "uid": "another"]])
        #expect(try verdict(review, live: replaced).allowed)
        #expect(try !verdict(try deletion(child, by: "admin"), live: gone).allowed)
    }

    @Test("A controller deletes its own children, and no other controller's")
    func ownDeletion() throws {
        let pod = try object("CREATE", "pods", user: "replicaset-controller")
        #expect(try verdict(try deletion(pod, by: Self.controllers + "replicaset-controller")).allowed)
        #expect(try !verdict(try deletion(pod, by: Self.controllers + "job-controller")).allowed)
        #expect(try !verdict(try deletion(pod, by: "admin")).allowed)
    }

    @Test("What nobody declares and nobody owns may be deleted: it heals")
    func healing() throws {
        let rogue: FieldValue = [
            "apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "rogue", "namespace": "shop"],
        ]
        #expect(try verdict(try deletion(rogue, by: "admin")).allowed)
        #expect(try !verdict(try deletion(rogue, by: "admin", options: ["propagationPolicy": "Orphan"])).allowed)
        #expect(try !verdict(try deletion(rogue, by: "admin", options: ["orphanDependents": true])).allowed)
    }

    @Test("A Namespace or a definition is not deleted while Git declares contents of it")
    func containers() throws {
        for (manifest, contents) in [
            ("", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: nn}\n"),
            ("", "apiVersion: g.example/v1\nkind: K\nmetadata: {name: a, namespace: nn}\n"),
        ] {
            let desired = DesiredState(
                manifests: [Manifest(file: "a.yaml", bytes: Array((manifest + contents).utf8))], commit: .zero)
            let evaluator = ReviewEvaluator(desired: desired, branch: "refs/heads/main")
            let object: FieldValue =
                contents.contains("ConfigMap")
                ? ["apiVersion": "v1", "kind": "Namespace", "metadata": ["name": "nn"]]
                : [
                    "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
                    "metadata": ["name": "ks.g.example"], "spec": ["group": "g.example", "names": ["kind": "K"]],
                ]
            let request = try AdmissionRequest(review: try deletion(object, by: "admin"))
            guard case .verdict(let verdict) = evaluator.evaluate(request, live: live) else {
                Issue.record("no verdict")
                continue
            }
            #expect(!verdict.allowed, "\(request.kind)")
        }
    }

    @Test("What Git claims twice, or knows only from before its file broke, is not deleted")
    func unsettled() throws {
        let text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: shop}\n"
        let files = ["a.yaml", "b.yaml"].map { Manifest(file: $0, bytes: Array(text.utf8)) }
        let evaluator = ReviewEvaluator(
            desired: DesiredState(manifests: files, commit: .zero), branch: "refs/heads/main")
        let object: FieldValue = [
            "apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "a", "namespace": "shop"],
        ]
        let request = try AdmissionRequest(review: try deletion(object, by: "admin"))
        guard case .verdict(let verdict) = evaluator.evaluate(request, live: live) else {
            Issue.record("no verdict")
            return
        }
        #expect(!verdict.allowed)
        #expect(verdict.message.contains("a.yaml:1 and b.yaml:1"))
    }

    @Test("A kubelet finishes the deletion of a Pod of its node, once it was admitted")
    func kubelet() throws {
        var pod = try object("CREATE", "pods", user: "kustomize-controller")
        pod.update("spec") { $0.set("nodeName", "n1") }
        #expect(try !verdict(try deletion(pod, by: "system:node:n1")).allowed)
        pod.update("metadata") { $0.set("deletionTimestamp", "2026-11-21T00:00:00Z") }
        #expect(try verdict(try deletion(pod, by: "system:node:n1")).allowed)
        #expect(try !verdict(try deletion(pod, by: "system:node:n2")).allowed)
    }

    // MARK: The rest

    @Test(
        "Every operation that needs a grant is refused without one, whoever asks",
        arguments: ["exec", "attach", "portforward", "proxy"])
    func connects(subresource: String) throws {
        let exec = try recorded("CONNECT", "pods", subresource: "exec")
        for name in ["admin", Self.controllers + "namespace-controller", "system:apiserver", "system:node:n1"] {
            let review = edited(exec) { request in
                request.set("subResource", .string(subresource))
                user(name)(&request)
            }
            #expect(try !verdict(review).allowed)
        }
    }

    @Test("A subresource that nobody here knows is refused")
    func unknownSubresource() throws {
        let review = edited(try recorded("UPDATE", "deployments", subresource: "status")) {
            $0.set("subResource", "rollback")
        }
        #expect(try !verdict(review).allowed)
    }

    @Test(
        "A token is the controller manager's for its own controllers alone",
        arguments: [
            ("kube-system", "deployment-controller", true), ("shop", "web", false), ("kube-system", "admin", false),
        ])
    func tokens(namespace: String, name: String, isAllowed: Bool) throws {
        let review = edited(try recorded("CREATE", "serviceaccounts", subresource: "token")) { request in
            request.set("namespace", .string(namespace))
            request.set("name", .string(name))
            request.update("object") { object in
                object.update("metadata") { metadata in
                    metadata.set("namespace", .string(namespace))
                    metadata.set("name", .string(name))
                }
            }
        }
        #expect(try verdict(review).allowed == isAllowed)
    }

    @Test("A request whose object is another one than it names is refused")
    func contradictions() throws {
        let map = try recorded("CREATE", "configmaps", user: "kustomize-controller")
        for (key, value) in [("name", "other"), ("namespace", "other")] {
            let review = edited(map) { $0.set(key, .string(value)) }
            let result = try verdict(review)
            #expect(!result.allowed && result.path == FieldPath("metadata", key))
        }
    }

    @Test("The values of a Secret are in no message and no annotation")
    func secretsStaySecret() throws {
        let secret = edited(try recorded("CREATE", "secrets", user: "kustomize-controller")) { request in
            request.update("object") { object in
                object.update("data") { $0.set("password", "c3RvbGVu") }
                object.set("type", "kubernetes.io/tls")
            }
        }
        let result = try verdict(secret)
        #expect(!result.allowed)
        let said = result.message + result.auditAnnotations.map(\.value).joined()
        #expect(said.contains("data.password"))
        for value in ["c3RvbGVu", "bm90LWEtcmVhbC1vbmU", "not-a-real-one"] { #expect(!said.contains(value)) }
    }

    // MARK: Delegated fields

    @Test("Aggregation adds rules of declared roles alone, and drops none that is still declared")
    func aggregation() throws {
        let review = try recorded("UPDATE", "clusterroles", name: "view")
        #expect(try verdict(review).allowed)
        let added: FieldValue = ["apiGroups": [""], "resources": ["secrets"], "verbs": ["get"]]
        let escalated = edited(review) { $0.update("object") { $0.append("rules", added) } }
        #expect(try !verdict(escalated).allowed)
        // The stored role already has the declared rule, and the new one has it no more.
        let declared: FieldValue = ["apiGroups": ["shop.example"], "resources": ["orders"], "verbs": ["get"]]
        let dropped = edited(review) { request in
            let rules = request["object"]?["rules"]?.list ?? []
            request.update("oldObject") { $0.set("rules", .list(rules)) }
            request.update("object") { $0.set("rules", .list(rules.filter { $0 != declared })) }
        }
        let result = try verdict(dropped)
        #expect(!result.allowed && result.path == FieldPath("rules"))
        #expect(try !verdict(edited(review, user("admin"))).allowed)
    }

    @Test(
        "A volume is bound by the binder alone, to a claim that is there under that uid",
        arguments: ["uid", "name", "namespace", "kind", "apiVersion"])
    func binding(key: String) throws {
        let review = try recorded("UPDATE", "persistentvolumes", user: "persistent-volume-binder")
        #expect(try verdict(review).allowed)
        #expect(try !verdict(edited(review, user("admin"))).allowed)
        let forged = edited(review) { request in
            request.update("object") { $0.update("spec") { $0.update("claimRef") { $0.set(key, "other") } } }
        }
        #expect(try !verdict(forged).allowed)
    }

    @Test("A claim names a volume only when that volume names the claim")
    func claimBinding() throws {
        let review = try recorded("UPDATE", "persistentvolumeclaims", user: "persistent-volume-binder")
        #expect(try verdict(review).allowed)
        var other = live
        let volume = ObjectReference(group: "", kind: "PersistentVolume", namespace: "", name: "pv-1")
        other.observe(volume, ["metadata": ["name": "pv-1"], "spec": ["claimRef": ["uid": "other"]]])
        #expect(try !verdict(review, live: other).allowed)
    }

    @Test("No field manager, user agent or group changes a verdict")
    func clientText() throws {
        let image = try recorded("UPDATE", "deployments", user: "admin")
        let disguised = edited(image) { request in
            request.update("options") { $0.set("fieldManager", "kustomize-controller") }
            request.update("userInfo") { $0.set("groups", ["system:masters", "system:nodes"]) }
        }
        #expect(try verdict(image) == (try verdict(disguised)))
        #expect(try !verdict(disguised).allowed)
    }
}
