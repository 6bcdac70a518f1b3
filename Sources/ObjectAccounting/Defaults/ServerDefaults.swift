public import FieldTree

/// Computes what the API server makes of a declared object before admission sees it: defaults, canonical quantities,
/// initial status.
///
/// The result is the whole object as it has to arrive, leaf by leaf, but for fields that the server chooses (uid,
/// allocated addresses). So a default that is missing in a request is as visible as one that has another value.
/// Sources: `pkg/apis/*/v1/defaults.go` and the `PrepareForCreate` strategies of Kubernetes.
public struct ServerDefaults: Sendable {
    /// The API server's version.
    public let version: KubernetesVersion
    /// The declared CustomResourceDefinition of the object's kind, for custom resources.
    public let definition: FieldValue?

    public init(version: KubernetesVersion = .newestKnown, definition: FieldValue? = nil) {
        self.version = version
        self.definition = definition
    }

    /// The object as it arrives on CREATE.
    /// - Parameter declared: the object as Git declares it.
    public func complete(_ declared: FieldValue) -> FieldValue {
        var object = declared.withoutNulls
        completeMetadata(&object)
        let group = object["apiVersion"]?.string.map { $0.contains("/") ? String($0.prefix { $0 != "/" }) : "" } ?? ""
        if let definition {
            CustomResourceDefaults(definition: definition).complete(&object)
            return object
        }
        completeBuiltIn(&object, group: group, kind: object["kind"]?.string ?? "")
        return object
    }

    private func completeMetadata(_ object: inout FieldValue) {
        object.updateOrCreate("metadata") { metadata in
            metadata.dropEmpty("labels", "annotations", "finalizers", "ownerReferences")
            for key in ["uid", "resourceVersion", "generation", "creationTimestamp", "managedFields", "selfLink"] {
                metadata.set(key, nil)
            }
        }
    }

    private func completeBuiltIn(_ object: inout FieldValue, group: String, kind: String) {
        switch (group, kind) {
        case ("apps", "Deployment"): deployment(&object)
        case ("apps", "ReplicaSet"): replicaSet(&object)
        case ("apps", "StatefulSet"): statefulSet(&object)
        case ("apps", "DaemonSet"): daemonSet(&object)
        case ("batch", "Job"): job(&object)
        case ("batch", "CronJob"): cronJob(&object)
        case ("", "Pod"): pod(&object)
        case ("", "Service"): service(&object)
        case ("", "Namespace"): namespace(&object)
        case ("", "Secret"): secret(&object)
        case ("", "ConfigMap"): object.dropEmpty("data", "binaryData")
        case ("", "PersistentVolume"): persistentVolume(&object)
        case ("", "PersistentVolumeClaim"): persistentVolumeClaim(&object)
        case ("", "ResourceQuota"): resourceQuota(&object)
        case ("", "LimitRange"): limitRange(&object)
        case ("networking.k8s.io", "Ingress"): ingress(&object)
        case ("networking.k8s.io", "NetworkPolicy"): networkPolicy(&object)
        case ("autoscaling", "HorizontalPodAutoscaler"): horizontalPodAutoscaler(&object)
        case ("policy", "PodDisruptionBudget"): podDisruptionBudget(&object)
        case ("rbac.authorization.k8s.io", "Role"), ("rbac.authorization.k8s.io", "ClusterRole"): role(&object)
        case ("rbac.authorization.k8s.io", "RoleBinding"), ("rbac.authorization.k8s.io", "ClusterRoleBinding"):
            roleBinding(&object)
        case ("scheduling.k8s.io", "PriorityClass"): priorityClass(&object)
        case ("storage.k8s.io", "StorageClass"): storageClass(&object)
        case ("apiextensions.k8s.io", "CustomResourceDefinition"): customResourceDefinition(&object)
        default: break
        }
    }
}

extension FieldValue {
    /// Removes members that are empty lists or maps: typed fields marked `omitempty` are not written when empty.
    mutating func dropEmpty(_ keys: String...) {
        for key in keys where self[key]?.isEmpty == true { set(key, nil) }
    }

    /// Removes members whose value is their type's zero: typed scalars marked `omitempty` are not written then.
    mutating func dropZero(_ keys: String...) {
        for key in keys {
            switch self[key] {
            case .bool(false)?, .integer(0)?, .string("")?: set(key, nil)
            default: break
            }
        }
    }

    /// Makes every quantity of the map `key` canonical; numbers become text as well.
    mutating func canonicalQuantities(_ keys: String...) {
        for key in keys {
            updateValues(key) { $0.makeQuantity() }
            dropEmpty(key)
        }
    }

    /// Makes the quantity at the member `key` canonical.
    mutating func canonicalQuantity(_ key: String) {
        update(key) { $0.makeQuantity() }
    }

    private mutating func makeQuantity() {
        let text: String
        switch self {
        case .string(let string): text = string
        case .integer(let integer): text = String(integer)
        case .number(let number): text = "\(number)"
        default: return
        }
        if let canonical = Quantity.canonical(text) { self = .string(canonical) }
    }
}
