internal import FieldTree
internal import ObjectAccounting

/// What a controller makes of an owner's template: the child as it has to arrive.
///
/// Names and hashes that the controller draws are taken from the child at hand, in the controller's form and only
/// where nothing else determines them.
struct ChildTemplate {
    let version: KubernetesVersion
    let lineage: Lineage
    /// The child at hand.
    let actual: FieldValue
    /// What admission plugins look up.
    let context: NamespaceContext
    /// Whether the child is there already and changes.
    let isUpdate: Bool
    /// The live ControllerRevision that the child's label names, when its owner has it.
    let revision: FieldValue?

    /// The forms of the child of `owner`.
    /// - Parameter owner: the owner as stored, or as declared and completed, with its uid.
    func forms(of owner: FieldValue) -> [FieldValue] {
        switch (lineage.ownerKind, lineage.childKind) {
        case ("Deployment", "ReplicaSet"): [replicaSet(of: owner)]
        case ("ReplicaSet", "Pod"): pods(of: owner)
        case ("StatefulSet", "Pod"): statefulPods(of: owner)
        case ("DaemonSet", "Pod"): daemonPods(of: owner)
        case ("Job", "Pod"): jobPods(of: owner)
        case ("CronJob", "Job"): [job(of: owner)]
        case (_, "ControllerRevision"): [controllerRevision(of: owner)]
        case ("Service", "EndpointSlice"):
            [EndpointsTemplate(service: owner, version: version).slice(actual, owner: reference(to: owner))]
        default: []
        }
    }

    // MARK: Metadata

    private func name(_ value: FieldValue) -> String { value["metadata"]?["name"]?.string ?? "" }

    private func reference(to owner: FieldValue) -> FieldValue {
        [
            "apiVersion": owner["apiVersion"] ?? .null,
            "kind": .string(lineage.ownerKind), "name": .string(name(owner)),
            "uid": owner["metadata"]?["uid"] ?? .null, "controller": true, "blockOwnerDeletion": true,
        ]
    }

    private func metadata(
        name: String, generateName: String? = nil, template: FieldValue?, owner: FieldValue
    ) -> FieldValue {
        var metadata: FieldValue = ["name": .string(name), "ownerReferences": [reference(to: owner)]]
        metadata.set("namespace", owner["metadata"]?["namespace"])
        if let generateName { metadata.set("generateName", .string(generateName)) }
        for key in ["labels", "annotations", "finalizers"] {
            if let value = template?[key], !value.isEmpty { metadata.set(key, value) }
        }
        return metadata
    }

    /// The child's own name where it has the form `<prefix><five random characters>`, else the prefix, which no child has.
    private func generatedName(_ prefix: String) -> String {
        let given = name(actual)
        return PodAdmission.isGenerated(given, prefix: prefix) ? given : prefix
    }

    /// The hash at the end of the child's name, after the owner's name and a dash.
    private func nameHash(_ owner: FieldValue) -> String {
        let prefix = name(owner) + "-"
        let given = name(actual)
        guard given.hasPrefix(prefix) else { return "" }
        let hash = given.dropFirst(prefix.count)
        let isSafe = hash.utf8.allSatisfy { "bcdfghjklmnpqrstvwxz0123456789".utf8.contains($0) }
        return isSafe && (1...10).contains(hash.utf8.count) ? String(hash) : ""
    }

    // MARK: ReplicaSets

    private static let copiedNot = [
        "kubectl.kubernetes.io/last-applied-configuration", "deployment.kubernetes.io/revision",
        "deployment.kubernetes.io/revision-history", "deployment.kubernetes.io/desired-replicas",
        "deployment.kubernetes.io/max-replicas", "deprecated.deployment.rollback.to",
    ]

    private func replicaSet(of owner: FieldValue) -> FieldValue {
        let hash: FieldValue = .string(nameHash(owner))
        let spec = owner["spec"] ?? [:]
        var template = spec["template"] ?? [:]
        template.updateOrCreate("metadata") { $0.updateOrCreate("labels") { $0.set("pod-template-hash", hash) } }
        var selector = spec["selector"] ?? [:]
        selector.updateOrCreate("matchLabels") { $0.set("pod-template-hash", hash) }
        var metadata = metadata(
            name: "\(name(owner))-\(nameHash(owner))", template: ["labels": template["metadata"]?["labels"] ?? [:]],
            owner: owner)
        for (key, value) in annotations(of: owner) { metadata.updateOrCreate("annotations") { $0.set(key, value) } }
        var child: FieldValue = [
            "apiVersion": "apps/v1", "kind": "ReplicaSet", "metadata": metadata,
            "spec": ["selector": selector, "template": template, "replicas": replicas(of: owner)],
        ]
        if let seconds = spec["minReadySeconds"] { child.update("spec") { $0.set("minReadySeconds", seconds) } }
        return ServerDefaults(version: version).complete(child)
    }

    /// The controller scales between none and what the rollout allows; the number is its own within that.
    private func replicas(of owner: FieldValue) -> FieldValue {
        let wanted = owner["spec"]?["replicas"]?.integer ?? 1
        // A new ReplicaSet is never larger than the Deployment; in a rollout an old one may be, by the surge.
        let most = isUpdate ? wanted + surge(owner, replicas: wanted) : wanted
        guard let given = actual["spec"]?["replicas"]?.integer, (0...max(0, most)).contains(given) else {
            return .integer(wanted)
        }
        return .integer(given)
    }

    private func annotations(of owner: FieldValue) -> [(String, FieldValue)] {
        var annotations = (owner["metadata"]?["annotations"]?.map?.members ?? [])
            .filter { !Self.copiedNot.contains($0.key) }.map { ($0.key, $0.value) }
        let wanted = owner["spec"]?["replicas"]?.integer ?? 1
        let given = actual["metadata"]?["annotations"]
        annotations.append(("deployment.kubernetes.io/desired-replicas", .string(String(wanted))))
        let most = wanted + surge(owner, replicas: wanted)
        annotations.append(("deployment.kubernetes.io/max-replicas", .string(String(most))))
        let current = owner["metadata"]?["annotations"]?["deployment.kubernetes.io/revision"]?.string.flatMap {
            UInt64($0)
        }
        let revision = given?["deployment.kubernetes.io/revision"]?.string ?? ""
        let isNumber = UInt64(revision).map { String($0) == revision && $0 > 0 } ?? false
        annotations.append(
            ("deployment.kubernetes.io/revision", .string(isNumber ? revision : String((current ?? 0) + 1))))
        if let history = given?["deployment.kubernetes.io/revision-history"], let text = history.string,
            !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 44 })
        {
            annotations.append(("deployment.kubernetes.io/revision-history", history))
        }
        return annotations
    }

    private func surge(_ owner: FieldValue, replicas: Int64) -> Int64 {
        switch owner["spec"]?["strategy"]?["rollingUpdate"]?["maxSurge"] {
        case .integer(let number)?: return number
        case .string(let text)?:
            let percent = Int64(text.dropLast()) ?? 0
            return (replicas * percent + 99) / 100
        default: return 0
        }
    }

    // MARK: Pods

    private func pods(
        of owner: FieldValue, name: String? = nil, change: (inout FieldValue) -> Void = { _ in }
    ) -> [FieldValue] {
        let prefix = self.name(owner) + "-"
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

    private func jobPods(of owner: FieldValue) -> [FieldValue] {
        pods(of: owner) { pod in
            guard version.isAtLeast(26) else { return }
            pod.update("metadata") { $0.append("finalizers", "batch.kubernetes.io/job-tracking") }
        }
    }

    /// The label that names the revision, where the owner really has it.
    private func revisionLabel(isHash: Bool) -> FieldValue {
        let label =
            isHash ? revision?["metadata"]?["labels"]?["controller-revision-hash"] : revision?["metadata"]?["name"]
        return label ?? ""
    }

    private func statefulPods(of owner: FieldValue) -> [FieldValue] {
        let setName = name(owner)
        let given = name(actual)
        let replicas = owner["spec"]?["replicas"]?.integer ?? 1
        let suffix = given.hasPrefix(setName + "-") ? String(given.dropFirst(setName.count + 1)) : ""
        let isOrdinal = Int64(suffix).map { String($0) == suffix && $0 < replicas && $0 >= 0 } ?? false
        let podName = setName + "-" + (isOrdinal ? suffix : "0")
        return pods(of: owner, name: podName) { pod in
            pod.update("metadata") { metadata in
                metadata.updateOrCreate("labels") { labels in
                    labels.set("controller-revision-hash", revisionLabel(isHash: false))
                    labels.set("statefulset.kubernetes.io/pod-name", .string(podName))
                    if version.isAtLeast(28) {
                        labels.set("apps.kubernetes.io/pod-index", .string(isOrdinal ? suffix : "0"))
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

    private func daemonPods(of owner: FieldValue) -> [FieldValue] {
        let node = daemonNode
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

    /// The node that the DaemonSet controller chose for the Pod at hand.
    private var daemonNode: FieldValue {
        let required = actual["spec"]?["affinity"]?["nodeAffinity"]?["requiredDuringSchedulingIgnoredDuringExecution"]
        let term = required?["nodeSelectorTerms"]?.list?.first
        return term?["matchFields"]?.list?.first?["values"]?.list?.first ?? ""
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

    // MARK: Jobs

    private func job(of owner: FieldValue) -> FieldValue {
        let template = owner["spec"]?["jobTemplate"] ?? [:]
        let prefix = name(owner) + "-"
        let given = name(actual)
        let suffix = given.hasPrefix(prefix) ? String(given.dropFirst(prefix.count)) : ""
        let number = Int64(suffix).flatMap { String($0) == suffix && $0 > 0 ? $0 : nil }
        var metadata = metadata(
            name: number == nil ? prefix : given, template: template["metadata"], owner: owner)
        if version.isAtLeast(28), let number {
            metadata.updateOrCreate("annotations") {
                $0.set(
                    "batch.kubernetes.io/cronjob-scheduled-timestamp",
                    .string(ScheduledTime(minutesSinceEpoch: number).text))
            }
        }
        let child: FieldValue = [
            "apiVersion": "batch/v1", "kind": "Job", "metadata": metadata, "spec": template["spec"] ?? [:],
        ]
        return ServerChoices(version: version).fill(ServerDefaults(version: version).complete(child), from: actual)
    }

    // MARK: Revisions

    /// A ControllerRevision holds the owner's template as a patch; its number is the controller's.
    private func controllerRevision(of owner: FieldValue) -> FieldValue {
        var template = (owner["spec"]?["template"] ?? [:]).withoutNulls
        template.set("$patch", "replace")
        let hash = nameHash(owner)
        let label = lineage.ownerKind == "DaemonSet" ? "controller-revision-hash" : "controller.kubernetes.io/hash"
        var metadata = metadata(
            name: "\(name(owner))-\(hash)",
            template: [
                "labels": template["metadata"]?["labels"] ?? [:],
                "annotations": owner["metadata"]?["annotations"] ?? [:],
            ],
            owner: owner)
        metadata.updateOrCreate("labels") { $0.set(label, .string(hash)) }
        let number = actual["revision"]?.integer ?? 0
        return [
            "apiVersion": "apps/v1", "kind": "ControllerRevision", "metadata": metadata,
            "data": ["spec": ["template": template]], "revision": .integer(max(1, number)),
        ]
    }
}
