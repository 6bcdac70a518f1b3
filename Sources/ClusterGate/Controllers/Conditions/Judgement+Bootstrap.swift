internal import ExactValues
internal import FieldTree
internal import ObjectAccounting

/// What an API server makes when it starts, and mends when it starts again after an upgrade.
extension Judgement {
    private static let bootstrapping: (key: String, value: FieldValue) = (
        "kubernetes.io/bootstrapping", "rbac-defaults"
    )
    private static let autoupdate = "rbac.authorization.kubernetes.io/autoupdate"

    /// The metadata of a bootstrap role or binding: what was there stays, its own marks are added.
    private func bootstrapMetadata() -> FieldValue {
        var metadata: FieldValue = [:]
        for key in ["labels", "annotations", "finalizers", "ownerReferences"] {
            if let stored = oldObject["metadata"]?[key] { metadata.set(key, stored) }
        }
        metadata.updateOrCreate("labels") { $0.set(Self.bootstrapping.key, Self.bootstrapping.value) }
        metadata.updateOrCreate("annotations") { $0.setDefault(Self.autoupdate, "true") }
        let marks = object["metadata"]?["labels"]?.map?.members ?? []
        for label in marks where label.key.utf8.starts(with: "rbac.authorization.k8s.io/aggregate-to-".utf8) {
            let isOwn =
                request.name.utf8.starts(with: "system:aggregate-to-".utf8) || ["edit", "view"].contains(request.name)
            if isOwn, label.value == "true" { metadata.updateOrCreate("labels") { $0.set(label.key, "true") } }
        }
        return metadata
    }

    /// A bootstrap role gains rules that its version brings and loses none; each is one that such a role may have.
    func bootstrapRoleOutcome() -> RowOutcome {
        guard BootstrapPolicy.hasRole(request.name, namespace: request.namespace) else { return .notMeant }
        var form = form("rbac.authorization.k8s.io/v1", request.kind, bootstrapMetadata())
        let rules = object["rules"]?.list ?? []
        let stored = oldObject["rules"]?.list ?? []
        let known = Set(stored)
        for (index, rule) in rules.enumerated() where !known.contains(rule) {
            guard BootstrapPolicy.permits(rule, in: request.name) else {
                return refusedForm(FieldPath("rules").appending(.index(index)))
            }
        }
        let kept = Set(rules)
        guard stored.allSatisfy({ kept.contains($0) }) else { return refusedForm(FieldPath("rules")) }
        form.set("rules", object["rules"])
        if ["admin", "edit", "view"].contains(request.name) {
            let selector: FieldValue = ["matchLabels": Self.aggregates(to: request.name)]
            form.set("aggregationRule", ["clusterRoleSelectors": [selector]])
        }
        return exactly(form)
    }

    /// A bootstrap binding is for one role and its own subjects; subjects that were added stay.
    func bootstrapBindingForms() -> [FieldValue] {
        guard let binding = BootstrapPolicy.binding(request.name, namespace: request.namespace) else { return [] }
        let kind = request.namespace.isEmpty ? "ClusterRole" : "Role"
        var form = form("rbac.authorization.k8s.io/v1", request.kind, bootstrapMetadata())
        form.set(
            "roleRef",
            ["apiGroup": "rbac.authorization.k8s.io", "kind": .string(kind), "name": .string(binding.role)])
        let stored = oldObject["subjects"]?.list ?? []
        let all = stored + binding.subjects.filter { !stored.contains($0) }
        guard !all.isEmpty else { return [form] }
        form.set("subjects", .list(all))
        return [form]
    }

    func bootstrapNamespaceForm() -> FieldValue? {
        guard ["default", "kube-system", "kube-public", "kube-node-lease"].contains(request.name) else { return nil }
        var form = form("v1", "Namespace", [:])
        if version.isAtLeast(21) {
            form.update("metadata") { $0.set("labels", ["kubernetes.io/metadata.name": .string(request.name)]) }
        }
        form.set("spec", ["finalizers": ["kubernetes"]])
        form.set("status", ["phase": "Active"])
        return form
    }

    func bootstrapPriorityClassForm() -> FieldValue? {
        let values: [String: (Int64, FieldValue)] = [
            "system-node-critical": (
                2_000_001_000, "Used for system critical pods that must not be moved from their current node."
            ),
            "system-cluster-critical": (
                2_000_000_000,
                "Used for system critical pods that must run in the cluster, but can be moved to another node if necessary."
            ),
        ]
        guard let (value, description) = values[request.name] else { return nil }
        var form = form("scheduling.k8s.io/v1", "PriorityClass", [:])
        form.set("value", .integer(value))
        form.set("description", description)
        form.set("preemptionPolicy", "PreemptLowerPriority")
        return form
    }

    /// Flow control hands out no rights; its own objects are the API server's by their names.
    func bootstrapFlowOutcome() -> RowOutcome {
        guard BootstrapPolicy.flows.contains(request.name) else { return .notMeant }
        let known = ["apf.kubernetes.io/autoupdate-spec"]
        for member in object["metadata"]?["annotations"]?.map?.members ?? [] {
            guard known.contains(member.key) || oldObject["metadata"]?["annotations"]?[member.key] == member.value
            else {
                return refusedForm(FieldPath("metadata", "annotations", member.key))
            }
        }
        return .holds
    }

    // MARK: The API server's own Service

    func bootstrapServiceOutcome() -> RowOutcome {
        guard request.namespace == "default", request.name == "kubernetes" else { return .notMeant }
        let spec = object["spec"] ?? [:]
        guard spec["selector"] == nil else { return refusedForm(FieldPath("spec", "selector")) }
        guard spec["externalIPs"] == nil, spec["type"] == "ClusterIP" || spec["type"] == "NodePort" else {
            return refusedForm(FieldPath("spec", "type"))
        }
        return .holds
    }

    /// The addresses of the API servers themselves: no Pods.
    func bootstrapEndpointsOutcome() -> RowOutcome {
        let isSlice = request.kind == "EndpointSlice"
        guard request.namespace == "default",
            request.name == "kubernetes" || (isSlice && request.name.hasPrefix("kubernetes-"))
        else { return .notMeant }
        if isSlice, object["metadata"]?["labels"]?["kubernetes.io/service-name"] != "kubernetes" {
            return refusedForm(FieldPath("metadata", "labels", "kubernetes.io/service-name"), expected: "kubernetes")
        }
        guard KubernetesObject(object).owners.isEmpty else {
            return refusedForm(FieldPath("metadata", "ownerReferences"))
        }
        return .holds
    }

    /// The certificate authorities in it are what other API servers believe: the ones that are there stay.
    func authenticationConfigurationOutcome() -> RowOutcome {
        guard request.namespace == "kube-system", request.name == "extension-apiserver-authentication" else {
            return .notMeant
        }
        for member in oldObject["data"]?.map?.members ?? [] where object["data"]?[member.key] != member.value {
            return refusedForm(FieldPath("data", member.key), expected: member.value)
        }
        for member in object["data"]?.map?.members ?? [] {
            guard member.key == "client-ca-file" || member.key.utf8.starts(with: "requestheader-".utf8) else {
                return refusedForm(FieldPath("data", member.key))
            }
        }
        return .holds
    }
}
