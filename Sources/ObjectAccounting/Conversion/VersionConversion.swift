internal import ExactValues
internal import FieldTree
internal import KubernetesTypes

/// Converts an object from one version of its group to another, where that is known: mostly nothing but the name of the
/// version changes (`pkg/apis/<group>/<version>/conversion.go`).
struct VersionConversion {
    /// The declared CustomResourceDefinition of the object's kind, for custom resources.
    let definition: FieldValue?

    /// - Parameters:
    ///   - object: completed.
    ///   - apiVersion: of the same group.
    /// - Returns: nil when the conversion is not known.
    func convert(_ object: FieldValue, to apiVersion: String) -> FieldValue? {
        let own = object["apiVersion"]?.string ?? ""
        if ExactText.equal(own, apiVersion) { return object }
        let from = Self.parts(own)
        let to = Self.parts(apiVersion)
        guard ExactText.equal(from.group, to.group), let kind = object["kind"]?.string else { return nil }
        if let definition { return isSame(in: definition) ? Self.renamed(object, apiVersion) : nil }
        if Self.isSame(kind: kind, group: from.group, from.version, to.version, object) {
            return Self.renamed(object, apiVersion)
        }
        switch (from.group, kind, from.version, to.version) {
        case ("autoscaling", "HorizontalPodAutoscaler", "v1", "v2"),
            ("autoscaling", "HorizontalPodAutoscaler", "v1", "v2beta2"):
            return Self.withMetrics(Self.renamed(object, apiVersion))
        case ("autoscaling", "HorizontalPodAutoscaler", "v2", "v1"),
            ("autoscaling", "HorizontalPodAutoscaler", "v2beta2", "v1"):
            return Self.withPercentage(Self.renamed(object, apiVersion))
        case ("networking.k8s.io", "Ingress", "v1beta1", "v1"): return Self.ingress(Self.renamed(object, apiVersion))
        default: return nil
        }
    }

    private static func parts(_ apiVersion: String) -> (group: String, version: String) {
        guard let slash = apiVersion.utf8.firstIndex(of: UInt8(ascii: "/")) else { return ("", apiVersion) }
        return (String(apiVersion[..<slash]), String(apiVersion[apiVersion.utf8.index(after: slash)...]))
    }

    private static func renamed(_ object: FieldValue, _ apiVersion: String) -> FieldValue {
        var object = object
        object.set("apiVersion", .string(apiVersion))
        return object
    }

    /// A custom resource without a conversion webhook is the same in every version, but for what a version's schema lacks.
    private func isSame(in definition: FieldValue) -> Bool {
        (definition["spec"]?["conversion"]?["strategy"] ?? "None") == "None"
    }

    // MARK: Versions with the same form

    /// The kinds of a group, and the versions in which they have the same form.
    private static let same: [(group: String, kinds: [String], versions: [String])] = [
        ("autoscaling", ["HorizontalPodAutoscaler"], ["v2", "v2beta2"]),
        ("batch", ["CronJob"], ["v1", "v1beta1"]),
        ("certificates.k8s.io", ["CertificateSigningRequest"], ["v1", "v1beta1"]),
        ("coordination.k8s.io", ["Lease"], ["v1", "v1beta1"]),
        ("flowcontrol.apiserver.k8s.io", ["FlowSchema"], ["v1", "v1beta1", "v1beta2", "v1beta3"]),
        ("flowcontrol.apiserver.k8s.io", ["PriorityLevelConfiguration"], ["v1", "v1beta3"]),
        ("networking.k8s.io", ["IPAddress", "IngressClass", "ServiceCIDR"], ["v1", "v1beta1"]),
        ("node.k8s.io", ["RuntimeClass"], ["v1", "v1beta1"]),
        ("policy", ["PodDisruptionBudget"], ["v1", "v1beta1"]),
        (
            "rbac.authorization.k8s.io", ["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"],
            ["v1", "v1beta1"]
        ),
        ("resource.k8s.io", ["DeviceClass", "ResourceClaim", "ResourceClaimTemplate"], ["v1", "v1beta2"]),
        ("scheduling.k8s.io", ["PriorityClass"], ["v1", "v1alpha1", "v1beta1"]),
        (
            "storage.k8s.io",
            [
                "CSIDriver", "CSINode", "CSIStorageCapacity", "StorageClass", "VolumeAttachment",
                "VolumeAttributesClass",
            ],
            ["v1", "v1beta1"]
        ),
    ]

    private static func isSame(
        kind: String, group: String, _ from: String, _ to: String, _ object: FieldValue
    ) -> Bool {
        // An empty selector selects nothing in the first version of budgets, and everything in the second.
        if kind == "PodDisruptionBudget", object["spec"]?["selector"]?.isEmpty ?? true { return false }
        return same.contains { row in
            ExactText.equal(row.group, group) && row.kinds.contains(kind) && row.versions.contains(from)
                && row.versions.contains(to)
        }
    }

    // MARK: Autoscalers

    private static func withMetrics(_ object: FieldValue) -> FieldValue? {
        var object = object
        object.update("spec") { spec in
            guard let percentage = spec["targetCPUUtilizationPercentage"] else { return }
            spec.set("targetCPUUtilizationPercentage", nil)
            let target: FieldValue = ["type": "Utilization", "averageUtilization": percentage]
            spec.set("metrics", [["type": "Resource", "resource": ["name": "cpu", "target": target]]])
        }
        return object
    }

    /// Only what the first version has a field for: other metrics and behaviour would stand in annotations there.
    private static func withPercentage(_ object: FieldValue) -> FieldValue? {
        guard let metrics = object["spec"]?["metrics"]?.list, metrics.count == 1, let metric = metrics.first,
            object["spec"]?["behavior"] == nil, metric["type"] == "Resource", metric["resource"]?["name"] == "cpu",
            metric["resource"]?["target"]?["type"] == "Utilization",
            let percentage = metric["resource"]?["target"]?["averageUtilization"]
        else { return nil }
        var object = object
        object.update("spec") { spec in
            spec.set("metrics", nil)
            spec.set("targetCPUUtilizationPercentage", percentage)
        }
        return object
    }

    // MARK: Ingresses

    /// Backends name a service and a port in members of their own (`pkg/apis/networking/v1beta1/conversion.go`).
    private static func ingress(_ object: FieldValue) -> FieldValue? {
        var object = object
        object.update("spec") { spec in
            if var backend = spec["backend"] {
                convert(&backend)
                spec.set("backend", nil)
                spec.set("defaultBackend", backend)
            }
            spec.updateEach("rules") { rule in
                rule.update("http") { $0.updateEach("paths") { $0.update("backend", convert) } }
            }
        }
        return object
    }

    private static func convert(_ backend: inout FieldValue) {
        guard let name = backend["serviceName"] else { return }
        let port = backend["servicePort"] ?? 0
        let member = port.string == nil ? "number" : "name"
        backend.set("serviceName", nil)
        backend.set("servicePort", nil)
        backend.set(
            "service",
            ["name": name, "port": .map(FieldMap(unsorted: [.init(key: member, value: port)]) ?? FieldMap())])
    }
}
