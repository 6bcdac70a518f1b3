internal import ExactValues
internal import FieldTree

/// Writes a declared object in another API version of its kind, as the API server would: where the versions are known to
/// say the same, or the difference is known.
enum VersionConversion {
    /// Versions of a kind whose fields are the same.
    private static let same: [(kinds: Set<String>, versions: Set<String>)] = [
        (["CronJob"], ["batch/v1", "batch/v1beta1"]),
        (["PodDisruptionBudget"], ["policy/v1", "policy/v1beta1"]),
        (["HorizontalPodAutoscaler"], ["autoscaling/v2", "autoscaling/v2beta2"]),
        (["IngressClass"], ["networking.k8s.io/v1", "networking.k8s.io/v1beta1"]),
        (["NetworkPolicy"], ["networking.k8s.io/v1", "extensions/v1beta1"]),
        (["Ingress"], ["networking.k8s.io/v1beta1", "extensions/v1beta1"]),
        (["PodSecurityPolicy"], ["policy/v1beta1", "extensions/v1beta1"]),
        (
            ["StorageClass", "VolumeAttachment", "CSIDriver", "CSINode"],
            ["storage.k8s.io/v1", "storage.k8s.io/v1beta1"]
        ),
        (
            ["Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding"],
            ["rbac.authorization.k8s.io/v1", "rbac.authorization.k8s.io/v1beta1"]
        ),
        (["PriorityClass"], ["scheduling.k8s.io/v1", "scheduling.k8s.io/v1beta1"]),
        (["Lease"], ["coordination.k8s.io/v1", "coordination.k8s.io/v1beta1"]),
        (["RuntimeClass"], ["node.k8s.io/v1", "node.k8s.io/v1beta1"]),
    ]

    /// The object in `apiVersion`, nil when this is not known.
    static func convert(_ object: FieldValue, to apiVersion: String) -> FieldValue? {
        let from = object["apiVersion"]?.string ?? ""
        let kind = object["kind"]?.string ?? ""
        if ExactText.equal(from, apiVersion) { return object }
        if same.contains(where: { $0.kinds.contains(kind) && $0.versions.isSuperset(of: [from, apiVersion]) }) {
            return marked(object, apiVersion)
        }
        switch (kind, from, apiVersion) {
        case ("Ingress", "networking.k8s.io/v1", _) where isOldIngress(apiVersion):
            return ingress(object, to: apiVersion, isOld: true)
        case ("Ingress", _, "networking.k8s.io/v1") where isOldIngress(from):
            return ingress(object, to: apiVersion, isOld: false)
        case ("HorizontalPodAutoscaler", "autoscaling/v1", "autoscaling/v2"),
            ("HorizontalPodAutoscaler", "autoscaling/v1", "autoscaling/v2beta2"):
            return autoscalerWithMetrics(object, to: apiVersion)
        case ("HorizontalPodAutoscaler", "autoscaling/v2", "autoscaling/v1"),
            ("HorizontalPodAutoscaler", "autoscaling/v2beta2", "autoscaling/v1"):
            return plainAutoscaler(object)
        default: return nil
        }
    }

    private static func isOldIngress(_ apiVersion: String) -> Bool {
        apiVersion == "networking.k8s.io/v1beta1" || apiVersion == "extensions/v1beta1"
    }

    private static func marked(_ object: FieldValue, _ apiVersion: String) -> FieldValue {
        var object = object
        object.set("apiVersion", .string(apiVersion))
        return object
    }

    // MARK: Autoscalers

    /// A target of CPU utilization is a metric of its own from v2 on.
    private static func autoscalerWithMetrics(_ object: FieldValue, to apiVersion: String) -> FieldValue {
        var object = marked(object, apiVersion)
        object.update("spec") { spec in
            let target = spec["targetCPUUtilizationPercentage"]
            spec.set("targetCPUUtilizationPercentage", nil)
            guard let target else { return }
            spec.set(
                "metrics",
                [
                    [
                        "type": "Resource",
                        "resource": ["name": "cpu", "target": ["type": "Utilization", "averageUtilization": target]],
                    ]
                ])
        }
        return object
    }

    /// Only an autoscaler that has no more than CPU utilization can be said in v1 without annotations.
    private static func plainAutoscaler(_ object: FieldValue) -> FieldValue? {
        let metrics = object["spec"]?["metrics"]?.list ?? []
        guard metrics.count <= 1, object["spec"]?["behavior"] == nil else { return nil }
        var plain = marked(object, "autoscaling/v1")
        guard let metric = metrics.first else { return plain }
        let target = metric["resource"]?["target"]
        guard metric["type"] == "Resource", metric["resource"]?["name"] == "cpu", target?["type"] == "Utilization",
            let value = target?["averageUtilization"]
        else { return nil }
        plain.update("spec") { spec in
            spec.set("metrics", nil)
            spec.set("targetCPUUtilizationPercentage", value)
        }
        return plain
    }

    // MARK: Ingress

    /// Before v1 a backend was `serviceName` and `servicePort`, and the default one was `spec.backend`.
    private static func ingress(_ object: FieldValue, to apiVersion: String, isOld: Bool) -> FieldValue {
        var object = marked(object, apiVersion)
        object.update("spec") { spec in
            let (from, into) = isOld ? ("defaultBackend", "backend") : ("backend", "defaultBackend")
            if let standard = spec[from] {
                spec.set(from, nil)
                spec.set(into, backend(standard, isOld: isOld))
            }
            spec.updateEach("rules") { rule in
                rule.update("http") { http in
                    http.updateEach("paths") { path in path.update("backend") { $0 = backend($0, isOld: isOld) } }
                }
            }
        }
        return object
    }

    private static func backend(_ backend: FieldValue, isOld: Bool) -> FieldValue {
        var changed = backend
        if isOld {
            guard let service = backend["service"] else { return backend }
            changed.set("service", nil)
            changed.set("serviceName", service["name"])
            changed.set("servicePort", service["port"]?["number"] ?? service["port"]?["name"])
            return changed
        }
        guard let name = backend["serviceName"] else { return backend }
        let port = backend["servicePort"]
        changed.set("serviceName", nil)
        changed.set("servicePort", nil)
        changed.set("service", ["name": name])
        guard let port else { return changed }
        changed.update("service") { $0.set("port", port.integer == nil ? ["name": port] : ["number": port]) }
        return changed
    }
}
