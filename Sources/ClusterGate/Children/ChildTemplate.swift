internal import ExactValues
internal import FieldTree
internal import ObjectAccounting

/// What a controller makes of an owner's template: the child as it has to arrive.
///
/// Names and hashes that the controller draws are taken from the child at hand, in the controller's form and only
/// where nothing else determines them.
struct ChildTemplate {
    let version: KubernetesVersion
    let ownerKind: GroupKind
    let childKind: String
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
        switch (ownerKind.kind.text, childKind) {
        case ("Deployment", "ReplicaSet"): [replicaSet(of: owner)]
        case ("ReplicaSet", "Pod"), ("ReplicationController", "Pod"): pods(of: owner)
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

    func name(_ value: FieldValue) -> String { value["metadata"]?["name"]?.string ?? "" }

    func reference(to owner: FieldValue) -> FieldValue {
        [
            "apiVersion": owner["apiVersion"] ?? .null,
            "kind": .string(ownerKind.kind.text), "name": .string(name(owner)),
            "uid": owner["metadata"]?["uid"] ?? .null, "controller": true, "blockOwnerDeletion": true,
        ]
    }

    func metadata(
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
    func generatedName(_ prefix: String) -> String {
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
        let most = isUpdate ? withSurge(owner) : wanted
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
        annotations.append(("deployment.kubernetes.io/max-replicas", .string(String(withSurge(owner)))))
        let current = owner["metadata"]?["annotations"]?["deployment.kubernetes.io/revision"]?.string.flatMap {
            UInt64($0)
        }
        // The newest revision is the Deployment's own or, before its status says so, one more.
        let next = (current ?? 0).addingReportingOverflow(1)
        let revision = given?["deployment.kubernetes.io/revision"]?.string ?? ""
        let isKnown = UInt64(revision).map {
            ExactText.equal(String($0), revision) && $0 > 0 && ($0 <= next.partialValue || next.overflow)
        }
        annotations.append(
            ("deployment.kubernetes.io/revision", .string(isKnown == true ? revision : String(next.partialValue))))
        if let history = given?["deployment.kubernetes.io/revision-history"], let text = history.string,
            !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 44 })
        {
            annotations.append(("deployment.kubernetes.io/revision-history", history))
        }
        return annotations
    }

    /// The Deployment's replicas and its surge; only the replicas when the sum is no number.
    private func withSurge(_ owner: FieldValue) -> Int64 {
        let wanted = owner["spec"]?["replicas"]?.integer ?? 1
        let (sum, isOver) = wanted.addingReportingOverflow(surge(owner, replicas: wanted))
        return isOver ? wanted : sum
    }

    private func surge(_ owner: FieldValue, replicas: Int64) -> Int64 {
        switch owner["spec"]?["strategy"]?["rollingUpdate"]?["maxSurge"] {
        case .integer(let number)?: return max(0, number)
        case .string(let text)? where text.utf8.last == UInt8(ascii: "%"):
            let percent = max(0, Int64(text.dropLast()) ?? 0)
            let (product, isOver) = replicas.multipliedReportingOverflow(by: percent)
            return isOver ? 0 : product / 100 + (product % 100 > 0 ? 1 : 0)
        default: return 0
        }
    }

    // MARK: Revisions

    /// A ControllerRevision holds the owner's template as a patch; its number is the controller's.
    private func controllerRevision(of owner: FieldValue) -> FieldValue {
        var template = (owner["spec"]?["template"] ?? [:]).withoutNulls
        template.set("$patch", "replace")
        let hash = nameHash(owner)
        let label = ownerKind == "apps/DaemonSet" ? "controller-revision-hash" : "controller.kubernetes.io/hash"
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
