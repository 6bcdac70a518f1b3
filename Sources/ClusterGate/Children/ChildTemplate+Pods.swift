internal import ExactValues
internal import FieldTree
internal import ObjectAccounting

/// The Pods of workloads, as their controllers make them and the API server admits them.
extension ChildTemplate {
    func pods(
        of owner: FieldValue, name: String? = nil, prefix: String? = nil, change: (inout FieldValue) -> Void = { _ in }
    ) -> [FieldValue] {
        let prefix = prefix ?? self.name(owner) + "-"
        let template = owner["spec"]?["template"] ?? [:]
        var pod: FieldValue = [
            "apiVersion": "v1", "kind": "Pod",
            "metadata": metadata(
                name: name ?? generatedName(prefix), generateName: prefix, template: template["metadata"], owner: owner),
            "spec": template["spec"] ?? [:],
        ]
        change(&pod)
        let complete = ServerDefaults(version: version).complete(pod)
        return PodAdmission(version: version, context: context).variants(of: complete, actual: actual)
    }

    /// The label that names the revision, where the owner really has it.
    private func revisionLabel(isHash: Bool) -> FieldValue {
        let label =
            isHash ? revision?["metadata"]?["labels"]?["controller-revision-hash"] : revision?["metadata"]?["name"]
        return label ?? ""
    }

    /// A set in the middle of a rollout makes Pods of the current revision, too: its template is in the revision.
    func statefulPods(of owner: FieldValue) -> [FieldValue] {
        let setName = name(owner)
        let status = owner["status"] ?? [:]
        let known = [status["currentRevision"], status["updateRevision"]].compactMap { $0 }
        let named = revision?["metadata"]?["name"] ?? ""
        var owner = owner
        if !known.isEmpty, !known.contains(named) { return [] }
        if status["currentRevision"] == named, status["updateRevision"] != named,
            var template = revision?["data"]?["spec"]?["template"]
        {
            template.set("$patch", nil)
            owner.update("spec") { $0.set("template", template) }
        }
        let ordinal = ClaimName.ordinal(name(actual), after: setName + "-")
        let isOrdinal = ordinal.map { ClaimName.ordinals(of: owner).contains($0) } ?? false
        let suffix = String(isOrdinal ? ordinal ?? 0 : 0)
        let podName = setName + "-" + suffix
        return pods(of: owner, name: podName) { pod in
            pod.update("metadata") { metadata in
                metadata.updateOrCreate("labels") { labels in
                    labels.set("controller-revision-hash", revisionLabel(isHash: false))
                    labels.set("statefulset.kubernetes.io/pod-name", .string(podName))
                    if version.isAtLeast(28) {
                        labels.set("apps.kubernetes.io/pod-index", .string(suffix))
                    }
                }
            }
            pod.update("spec") { spec in
                spec.set("hostname", .string(podName))
                spec.set("subdomain", owner["spec"]?["serviceName"])
                for claim in owner["spec"]?["volumeClaimTemplates"]?.list ?? [] {
                    let volume = claim["metadata"]?["name"]?.string ?? ""
                    let kept = (spec["volumes"]?.list ?? []).filter { $0["name"] != .string(volume) }
                    spec.set("volumes", .list(kept))
                    spec.append(
                        "volumes",
                        [
                            "name": .string(volume),
                            "persistentVolumeClaim": ["claimName": .string("\(volume)-\(podName)")],
                        ])
                }
            }
        }
    }

    func daemonPods(of owner: FieldValue) -> [FieldValue] {
        let node: FieldValue = .string(Self.daemonNode(of: actual))
        return pods(of: owner) { pod in
            pod.update("metadata") { metadata in
                metadata.updateOrCreate("labels") { labels in
                    labels.set("controller-revision-hash", revisionLabel(isHash: true))
                    let generation = owner["metadata"]?["annotations"]?["deprecated.daemonset.template.generation"]
                    labels.set("pod-template-generation", generation)
                }
            }
            pod.update("spec") { spec in
                spec.updateOrCreate("affinity") { $0.updateOrCreate("nodeAffinity") { Self.pin(&$0, to: node) } }
                for toleration in Self.daemonTolerations(hasHostNetwork: spec["hostNetwork"] == true) {
                    let present = spec["tolerations"]?.list ?? []
                    if !present.contains(toleration) { spec.append("tolerations", toleration) }
                }
            }
        }
    }

    /// The node that the DaemonSet controller chose for a Pod; empty when it names none.
    static func daemonNode(of pod: FieldValue) -> String {
        let required = pod["spec"]?["affinity"]?["nodeAffinity"]?["requiredDuringSchedulingIgnoredDuringExecution"]
        let term = required?["nodeSelectorTerms"]?.list?.first
        return term?["matchFields"]?.list?.first?["values"]?.list?.first?.string ?? ""
    }

    private static func pin(_ affinity: inout FieldValue, to node: FieldValue) {
        affinity.set(
            "requiredDuringSchedulingIgnoredDuringExecution",
            [
                "nodeSelectorTerms": [
                    ["matchFields": [["key": "metadata.name", "operator": "In", "values": [node]]]]
                ]
            ])
    }

    private static func daemonTolerations(hasHostNetwork: Bool) -> [FieldValue] {
        let keys = [
            ("not-ready", "NoExecute"), ("unreachable", "NoExecute"), ("disk-pressure", "NoSchedule"),
            ("memory-pressure", "NoSchedule"), ("pid-pressure", "NoSchedule"), ("unschedulable", "NoSchedule"),
        ]
        let network = hasHostNetwork ? [("network-unavailable", "NoSchedule")] : []
        return (keys + network).map { key, effect in
            ["key": .string("node.kubernetes.io/" + key), "operator": "Exists", "effect": .string(effect)]
        }
    }
}
