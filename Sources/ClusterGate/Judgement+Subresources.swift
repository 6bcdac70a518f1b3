internal import DesiredState
internal import ExactValues
internal import FieldTree
internal import ObjectAccounting

extension Judgement {
    func subresourceVerdict() throws(MissingLiveObject) -> Verdict {
        switch (request.subresource, request.operation) {
        case ("status", .update): return statusChange()
        case ("scale", .update): return scaling()
        case ("token", .create): return tokenRequest()
        case ("binding", .create) where identity.isScheduler: return try binding()
        case ("finalize", .update): return namespaceFinalization()
        default: return refuseOperation()
        }
    }

    // MARK: status

    /// Who writes the status of which kind; a node's kubelet writes that of its own Pods.
    private static let statusWriters: [String: [String]] = [
        "apps/Deployment": ["deployment-controller"],
        "apps/ReplicaSet": ["replicaset-controller"],
        "apps/StatefulSet": ["statefulset-controller"],
        "apps/DaemonSet": ["daemon-set-controller"],
        "batch/Job": ["job-controller"],
        "batch/CronJob": ["cronjob-controller"],
        "autoscaling/HorizontalPodAutoscaler": ["horizontal-pod-autoscaler"],
        "policy/PodDisruptionBudget": ["disruption-controller"],
        "/Namespace": ["namespace-controller"],
        "/PersistentVolume": ["persistent-volume-binder"],
        "/PersistentVolumeClaim": ["persistent-volume-binder", "expand-controller"],
        "/ReplicationController": ["replication-controller"],
        "/ResourceQuota": ["resourcequota-controller", "apiserver"],
        "/Service": ["service-controller"],
        "/Pod": [
            "disruption-controller", "node-controller", "pod-garbage-collector", "scheduler",
            "taint-eviction-controller",
        ],
        "apiextensions.k8s.io/CustomResourceDefinition": ["apiserver"],
        "apiregistration.k8s.io/APIService": ["apiserver"],
    ]

    private func isStatusWriter() -> Bool {
        let writers = Self.statusWriters["\(reference.group)/\(reference.kind)"] ?? []
        if writers.contains("apiserver"), identity.isAPIServer { return true }
        if writers.contains("scheduler"), identity.isScheduler { return true }
        if let node = identity.node, reference.kind == "Pod" { return oldObject["spec"]?["nodeName"] == .string(node) }
        return identity.isController(in: writers)
    }

    /// Status belongs to the kind's status writers; nothing but status changes through it. Old drift is no obstacle.
    private func statusChange() -> Verdict {
        guard isStatusWriter() else {
            return deny(
                .status,
                """
                \(request.username) is no declared writer of the status of \(reference); \
                its controller writes it, declare one under clusters.controllers (not supported yet)
                """, path: FieldPath("status"))
        }
        let changes = ObjectComparison(ServerOwned.stripped(oldObject), ServerOwned.stripped(object)).differences
        let findings = changes.filter { !isStatusPath($0) }.map {
            Finding(path: $0.path, expected: $0.before, requested: $0.after, note: $0.note)
        }
        guard !findings.isEmpty else { return allow(.status) }
        return deny(
            .status, findings, declared: nil, basis: "the stored object",
            next: "A status request changes status alone.")
    }

    private func isStatusPath(_ change: Difference) -> Bool {
        if change.path.starts(with: FieldPath("status")) { return true }
        // Before autoscaling/v2 was stored, parts of the status were annotations of autoscaling/v1.
        let alpha = "autoscaling.alpha.kubernetes.io/"
        if reference.kind == "HorizontalPodAutoscaler", !version.isAtLeast(23),
            ["conditions", "current-metrics"].contains(where: {
                change.path == FieldPath("metadata", "annotations").appending(alpha + $0)
            })
        {
            return true
        }
        let revision = FieldPath("metadata", "annotations").appending("deployment.kubernetes.io/revision")
        let isRevision = change.path == revision && reference.kind == "Deployment"
        if isRevision { return (change.after?.string).map { UInt64($0) != nil } ?? false }
        let annotations = FieldPath("metadata", "annotations")
        return reference.kind == "Deployment" && change.path == annotations && (change.before ?? .null).isEmpty
            && (change.after ?? .null).isEmpty
    }

    // MARK: scale

    /// The replica count through `/scale`: the declared value, or the autoscaler's within its declared bounds.
    private func scaling() -> Verdict {
        let path = FieldPath("spec", "replicas")
        let changes = ObjectComparison(ServerOwned.stripped(oldObject), ServerOwned.stripped(object)).differences
        if let other = changes.first(where: { $0.path != path }) {
            return deny(.scale, "a scale request changes \(path) alone, not \(other.path)", path: other.path)
        }
        guard let declared = desired.object(reference) else {
            return deny(.undeclared, "\(reference) is not declared in Git on \(branch)", path: path)
        }
        let wanted = declaredReplicas(declared)
        guard let requested = object["spec"]?["replicas"]?.integer ?? wanted?.integer else {
            return allow(.scale, declared)
        }
        if .integer(requested) == wanted || changes.isEmpty { return allow(.scale, declared) }
        if let scaler = autoscaler(of: declared), identity.isController("horizontal-pod-autoscaler") {
            let low = scaler.value["spec"]?["minReplicas"]?.integer ?? 1
            let high = scaler.value["spec"]?["maxReplicas"]?.integer ?? 0
            if (low...max(low, high)).contains(requested) { return allow(.scale, scaler) }
            return deny(
                .scale,
                "\(reference): \(requested) replicas are outside \(low) to \(high), the bounds of \(scaler.reference)",
                path: path, source: "\(scaler.file):\(scaler.line(of: path))")
        }
        let finding = Finding(path: path, expected: wanted, requested: .integer(requested))
        return deny(
            .scale, [finding], declared: declared, basis: "Git", next: "Change the replica count in Git on \(branch).")
    }

    /// The declared replica count; a custom resource's stands where its definition says.
    private func declaredReplicas(_ declared: DeclaredObject) -> FieldValue? {
        let definition = desired.definition(group: reference.group, kind: reference.kind)
        let complete = ServerDefaults(version: version, definition: definition?.value).complete(declared.value)
        let version = declared.apiVersion.split(separator: "/").last.map(String.init) ?? ""
        let entry = definition?.value["spec"]?["versions"]?.list?.first { $0["name"] == .string(version) }
        let path = entry?["subresources"]?["scale"]?["specReplicasPath"]?.string ?? ".spec.replicas"
        return complete[FieldPath(path.split(separator: ".").map { .member(String($0)) })]
    }

    private func autoscaler(of declared: DeclaredObject) -> DeclaredObject? {
        let scalers = desired.objects(in: request.namespace, group: "autoscaling", kind: "HorizontalPodAutoscaler")
        return scalers.first { object in
            let target = object.value["spec"]?["scaleTargetRef"]
            return target?["kind"] == .string(declared.reference.kind)
                && target?["name"] == .string(declared.reference.name)
                && ObjectReference.group(ofAPIVersion: target?["apiVersion"]?.string ?? "") == declared.reference.group
        }
    }

    // MARK: token, binding, finalize

    /// The controller manager asks for the tokens of its own controllers, in one exact form.
    private func tokenRequest() -> Verdict {
        guard identity.isControllerManager, ExactText.equal(request.namespace, "kube-system"),
            Self.controllerAccounts.contains(request.name)
        else { return refuseOperation() }
        var form: FieldValue = [
            "apiVersion": "authentication.k8s.io/v1", "kind": "TokenRequest",
            "metadata": ["name": .string(request.name), "namespace": .string(request.namespace)],
            "status": ["token": "", "expirationTimestamp": .null],
        ]
        // Whom the token is for is the issuer's own setting, which Git does not know.
        let audiences = object["spec"]?["audiences"]?.list ?? []
        form.set("spec", ["audiences": object["spec"]?["audiences"] ?? .null, "expirationSeconds": 3600])
        // Older servers leave the name out.
        var unnamed = form
        unnamed.set("metadata", [:])
        let findings = nearest([form, unnamed], to: object)
        guard findings.isEmpty, audiences.allSatisfy({ $0.string != nil }) else {
            return deny(
                .controlPlane, findings, declared: nil, basis: "a controller's own token request",
                next: "Tokens for anybody else need a grant.")
        }
        return allow(.controlPlane)
    }

    /// The service accounts of the controller manager's controllers.
    static let controllerAccounts: Set<String> = [
        "attachdetach-controller", "bootstrap-signer", "certificate-controller", "clusterrole-aggregation-controller",
        "cronjob-controller", "daemon-set-controller", "deployment-controller", "device-taint-eviction-controller",
        "disruption-controller", "endpoint-controller", "endpointslice-controller",
        "endpointslicemirroring-controller", "ephemeral-volume-controller", "expand-controller",
        "generic-garbage-collector", "horizontal-pod-autoscaler", "job-controller",
        "legacy-service-account-token-cleaner", "namespace-controller", "node-controller",
        "persistent-volume-binder", "pod-garbage-collector", "pv-protection-controller", "pvc-protection-controller",
        "replicaset-controller", "replication-controller", "resource-claim-controller", "resourcequota-controller",
        "root-ca-cert-publisher", "route-controller", "selinux-warning-controller", "service-account-controller",
        "service-ca-cert-publisher", "service-cidrs-controller", "service-controller", "statefulset-controller",
        "storage-version-migrator-controller", "taint-eviction-controller", "token-cleaner",
        "ttl-after-finished-controller", "ttl-controller", "validatingadmissionpolicy-status-controller",
        "volumeattributesclass-protection-controller",
    ]

    /// The scheduler binds a Pod that has no node yet.
    private func binding() throws(MissingLiveObject) -> Verdict {
        let pod = try lookUp(ObjectReference(group: "", kind: "Pod", namespace: request.namespace, name: request.name))
        guard let pod, pod["spec"]?["nodeName"] == nil, object["target"]?["kind"] == "Node" else {
            return refuseOperation()
        }
        return allow(.controlPlane)
    }

    /// The namespace controller takes its finalizer off a namespace that is being deleted.
    private func namespaceFinalization() -> Verdict {
        guard request.resource == "namespaces", identity.isController("namespace-controller"),
            oldObject["metadata"]?["deletionTimestamp"] != nil
        else { return refuseOperation() }
        let finalizers = FieldPath("spec", "finalizers")
        let changes = ObjectComparison(ServerOwned.stripped(oldObject), ServerOwned.stripped(object)).differences
        let findings = changes.filter { change in
            let isInPlace = finalizers.starts(with: change.path) || change.path.starts(with: finalizers)
            return !isInPlace || !(change.after ?? .null).isEmpty
        }.map { Finding(path: $0.path, expected: $0.before, requested: $0.after, note: $0.note) }
        guard !findings.isEmpty else { return allow(.controlPlane) }
        return deny(
            .controlPlane, findings, declared: nil, basis: "the stored object",
            next: "Finalization takes finalizers away and nothing else.")
    }
}
