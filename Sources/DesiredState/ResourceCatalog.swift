internal import FieldTree

/// Which kinds there are: the built-in ones and those of declared CustomResourceDefinitions.
public struct ResourceCatalog: Sendable {
    /// One kind and how it is addressed.
    public struct Entry: Sendable, Hashable {
        public let group: String
        public let version: String
        public let resource: String
        public let kind: String
        public let isNamespaced: Bool
    }

    private var entries: [Entry]

    /// The built-in kinds alone.
    public init() {
        entries = Self.builtIn
    }

    /// The entry of a kind, or nil when it is unknown.
    public func entry(group: String, kind: String) -> Entry? {
        entries.first { $0.kind == kind && $0.group == group }
    }

    /// The entry of a resource (plural name), or nil when it is unknown.
    public func entry(group: String, resource: String) -> Entry? {
        entries.first { $0.resource == resource && $0.group == group }
    }

    /// Adds the kind that a CustomResourceDefinition (apiextensions.k8s.io/v1) declares, at its storage version.
    mutating func add(definition: FieldValue) {
        guard let spec = definition["spec"], let group = spec["group"]?.string,
            let kind = spec["names"]?["kind"]?.string, let plural = spec["names"]?["plural"]?.string
        else { return }
        let versions = spec["versions"]?.list ?? []
        let stored = versions.first { $0["storage"] == true } ?? versions.first
        guard entry(group: group, kind: kind) == nil else { return }
        entries.append(
            Entry(
                group: group, version: stored?["name"]?.string ?? "v1", resource: plural, kind: kind,
                isNamespaced: spec["scope"] == "Namespaced"))
    }

    private static func kinds(_ group: String, _ version: String, _ isNamespaced: Bool, _ names: String) -> [Entry] {
        names.split(separator: " ").map { pair in
            let parts = pair.split(separator: ":")
            return Entry(
                group: group, version: version, resource: String(parts[1]), kind: String(parts[0]),
                isNamespaced: isNamespaced)
        }
    }

    private static let builtIn: [Entry] =
        kinds(
            "", "v1", true,
            """
            Pod:pods Service:services ConfigMap:configmaps Secret:secrets ServiceAccount:serviceaccounts \
            Endpoints:endpoints Event:events PersistentVolumeClaim:persistentvolumeclaims \
            ResourceQuota:resourcequotas LimitRange:limitranges ReplicationController:replicationcontrollers \
            PodTemplate:podtemplates
            """)
        + kinds("", "v1", false, "Namespace:namespaces Node:nodes PersistentVolume:persistentvolumes")
        + kinds(
            "apps", "v1", true,
            """
            Deployment:deployments ReplicaSet:replicasets StatefulSet:statefulsets DaemonSet:daemonsets \
            ControllerRevision:controllerrevisions
            """)
        + kinds("batch", "v1", true, "Job:jobs CronJob:cronjobs")
        + kinds("autoscaling", "v2", true, "HorizontalPodAutoscaler:horizontalpodautoscalers")
        + kinds("policy", "v1", true, "PodDisruptionBudget:poddisruptionbudgets")
        + kinds("policy", "v1beta1", false, "PodSecurityPolicy:podsecuritypolicies")
        + kinds("networking.k8s.io", "v1", true, "Ingress:ingresses NetworkPolicy:networkpolicies")
        + kinds("networking.k8s.io", "v1", false, "IngressClass:ingressclasses IPAddress:ipaddresses")
        + kinds("discovery.k8s.io", "v1", true, "EndpointSlice:endpointslices")
        + kinds("coordination.k8s.io", "v1", true, "Lease:leases")
        + kinds("events.k8s.io", "v1", true, "Event:events")
        + kinds("rbac.authorization.k8s.io", "v1", true, "Role:roles RoleBinding:rolebindings")
        + kinds(
            "rbac.authorization.k8s.io", "v1", false, "ClusterRole:clusterroles ClusterRoleBinding:clusterrolebindings")
        + kinds("scheduling.k8s.io", "v1", false, "PriorityClass:priorityclasses")
        + kinds("storage.k8s.io", "v1", false, "StorageClass:storageclasses CSIDriver:csidrivers CSINode:csinodes")
        + kinds("apiextensions.k8s.io", "v1", false, "CustomResourceDefinition:customresourcedefinitions")
        + kinds("apiregistration.k8s.io", "v1", false, "APIService:apiservices")
        + kinds(
            "admissionregistration.k8s.io", "v1", false,
            """
            ValidatingWebhookConfiguration:validatingwebhookconfigurations \
            MutatingWebhookConfiguration:mutatingwebhookconfigurations \
            ValidatingAdmissionPolicy:validatingadmissionpolicies \
            ValidatingAdmissionPolicyBinding:validatingadmissionpolicybindings
            """)
}
