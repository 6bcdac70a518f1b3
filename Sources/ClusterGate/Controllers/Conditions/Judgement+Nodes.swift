internal import DesiredState
internal import ExactValues
internal import FieldTree
internal import ObjectAccounting

/// What the scheduler, kubelets and the controllers of nodes and volumes write.
extension Judgement {
    // MARK: Binding

    private static let topology = ["topology.kubernetes.io/zone", "topology.kubernetes.io/region"]

    /// The scheduler's Binding has a name and a node, nothing that would go over into the Pod; since 1.33 the API server
    /// adds the node's own topology.
    func bindingOutcome() throws(MissingLiveState) -> RowOutcome {
        guard let node = object["target"]?["name"]?.string, !node.isEmpty else {
            return refusedForm(FieldPath("target", "name"))
        }
        let uid = object["metadata"]?["uid"]
        if let uid, let pod = try lookUp(reference), pod["metadata"]?["uid"] != uid {
            return refusedForm(FieldPath("metadata", "uid"), expected: pod["metadata"]?["uid"])
        }
        var form: FieldValue = [
            "apiVersion": "v1", "kind": "Binding",
            "metadata": ["name": .string(request.name), "namespace": .string(request.namespace)],
            "target": ["kind": "Node", "name": .string(node)],
        ]
        let labels = object["metadata"]?["labels"]?.map?.members ?? []
        if !labels.isEmpty, version.isAtLeast(33), let live = try lookUp(Self.node(node)) {
            for label in labels where Self.topology.contains(label.key) {
                let own = live["metadata"]?["labels"]?[label.key]
                form.update("metadata") { $0.updateOrCreate("labels") { $0.set(label.key, own) } }
            }
        }
        var versioned = form
        versioned.update("target") { $0.set("apiVersion", "v1") }
        return exactly([form, versioned])
    }

    // MARK: Taints

    private static let conditionTaints = [
        "node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable", "node.kubernetes.io/unschedulable",
        "node.kubernetes.io/memory-pressure", "node.kubernetes.io/disk-pressure", "node.kubernetes.io/pid-pressure",
        "node.kubernetes.io/network-unavailable",
    ]

    /// The node controller writes the taints of conditions and lets all others be.
    func taintsOutcome(_ changes: [Difference]) -> RowOutcome {
        func others(_ node: FieldValue) -> [FieldValue] {
            (node["spec"]?["taints"]?.list ?? []).filter { taint in
                !(taint["key"]?.string.map { Self.conditionTaints.contains($0) } ?? false)
            }
        }
        return others(oldObject) == others(object) ? .holds : refusedForm(FieldPath("spec", "taints"))
    }

    // MARK: Mirror Pods

    /// A kubelet shows the Pods of its own files by mirrors: they run nothing, and have no account and no secrets.
    func mirrorPodOutcome() throws(MissingLiveState) -> RowOutcome {
        let pod = KubernetesObject(object)
        guard let node = identity.node, pod.annotation("kubernetes.io/config.mirror") != nil else { return .notMeant }
        let spec = object["spec"] ?? [:]
        guard spec["nodeName"] == .string(node) else {
            return refusedForm(FieldPath("spec", "nodeName"), expected: .string(node))
        }
        guard spec["serviceAccountName"] == nil else { return refusedForm(FieldPath("spec", "serviceAccountName")) }
        guard pod.owners.count == 1, let owner = pod.owners.first, owner["kind"] == "Node",
            owner["name"] == .string(node), owner["apiVersion"] == "v1"
        else { return refusedForm(FieldPath("metadata", "ownerReferences")) }
        for volume in spec["volumes"]?.list ?? [] {
            for source in ["secret", "configMap", "projected", "persistentVolumeClaim", "csi", "ephemeral"]
            where volume[source] != nil {
                return refusedForm(FieldPath("spec", "volumes"))
            }
        }
        return .holds
    }

    // MARK: Volumes

    /// An attachment is of a live, bound volume, by the driver that it names.
    func attachmentOutcome() throws(MissingLiveState) -> RowOutcome {
        guard let name = object["spec"]?["source"]?["persistentVolumeName"]?.string else {
            return refusedForm(FieldPath("spec", "source"))
        }
        let volume = try lookUp(ObjectReference(group: "", kind: "PersistentVolume", namespace: "", name: name))
        guard let volume, volume["spec"]?["claimRef"] != nil else {
            return refusedForm(FieldPath("spec", "source", "persistentVolumeName"))
        }
        var form = form("storage.k8s.io/v1", "VolumeAttachment", [:])
        form.set(
            "spec",
            [
                "attacher": volume["spec"]?["csi"]?["driver"] ?? "", "nodeName": object["spec"]?["nodeName"] ?? "",
                "source": ["persistentVolumeName": .string(name)],
            ])
        form.set("status", ["attached": false])
        return exactly(form)
    }

    /// The claim of a generic ephemeral volume is its Pod's: `<pod>-<volume>`, from the volume's own template.
    func ephemeralClaimOutcome() throws(MissingLiveState) -> RowOutcome {
        let owners = KubernetesObject(object).owners
        guard owners.count == 1, let owner = owners.first, owner["kind"] == "Pod", let name = owner["name"]?.string
        else { return .notMeant }
        let pod = try lookUp(ObjectReference(group: "", kind: "Pod", namespace: request.namespace, name: name))
        guard let pod, pod["metadata"]?["uid"] == owner["uid"] else {
            return refusedForm(FieldPath("metadata", "ownerReferences"))
        }
        let forms = (pod["spec"]?["volumes"]?.list ?? []).compactMap { volume -> FieldValue? in
            guard let template = volume["ephemeral"]?["volumeClaimTemplate"],
                ExactText.equal(request.name, "\(name)-\(volume["name"]?.string ?? "")")
            else { return nil }
            var metadata: FieldValue = [
                "ownerReferences": [
                    [
                        "apiVersion": "v1", "kind": "Pod", "name": .string(name), "uid": owner["uid"] ?? .null,
                        "controller": true, "blockOwnerDeletion": true,
                    ]
                ]
            ]
            for key in ["labels", "annotations"] { metadata.set(key, template["metadata"]?[key]) }
            var claim = form("v1", "PersistentVolumeClaim", metadata)
            claim.set("spec", template["spec"])
            return ServerDefaults(version: version).complete(claim)
        }
        return forms.isEmpty ? refusedForm(FieldPath("metadata", "name")) : exactly(forms)
    }
}
