public import FieldTree
internal import KubernetesTypes

/// Computes what the API server makes of a declared object before admission sees it: read into its types and written
/// out again, with defaults and the initial status.
///
/// The result is the whole object as it has to arrive, leaf by leaf, but for fields that the server chooses (uid,
/// allocated addresses). So a default that is missing in a request is as visible as one that has another value.
/// What a field is comes from the type table; what is conditional is here, one function a kind. Sources: a kind's
/// `pkg/apis/<group>/<version>/defaults.go` and the `PrepareForCreate` of `pkg/registry/<group>/<resource>/strategy.go`
/// of Kubernetes; another source is named where it counts.
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
        let apiVersion = declared["apiVersion"]?.string ?? ""
        let kind = declared["kind"]?.string ?? ""
        guard let entry = TypeTable.builtIn.kind(apiVersion: apiVersion, kind: kind) else {
            return customResource(declared)
        }
        let writing = FieldWriting(minor: version.tableMinor)
        var object = writing.written(declared, as: .object(entry.type))
        object.update("metadata") { systemMetadata(&$0) }
        if Self.hasInitialStatus(entry) { object.set("status", nil) }
        if let complete = Self.builtIn["\(entry.group)/\(kind)"] { complete(self, &object) }
        return writing.written(object, as: .object(entry.type))
    }

    /// Fields of an object's metadata that a client cannot set (`k8s.io/apiserver/pkg/registry/rest/create.go`).
    private func systemMetadata(_ metadata: inout FieldValue) {
        let owned = [
            "clusterName", "creationTimestamp", "deletionGracePeriodSeconds", "deletionTimestamp", "generation",
            "managedFields", "resourceVersion", "selfLink", "uid",
        ]
        for key in owned { metadata.set(key, nil) }
    }

    /// Whether the strategy of a kind drops the status that a client sends: all do but that of Nodes.
    private static func hasInitialStatus(_ entry: KindEntry) -> Bool {
        !(entry.group.isEmpty && entry.kind == "Node")
            && TypeTable.builtIn[entry.type].fields.contains { $0.name == "status" }
    }

    private func customResource(_ declared: FieldValue) -> FieldValue {
        var object = declared
        if let type = TypeTable.builtIn.type("apis/meta/v1.ObjectMeta") {
            let writing = FieldWriting(minor: version.tableMinor)
            object.updateOrCreate("metadata") { metadata in
                metadata = writing.written(metadata, as: .object(type))
                systemMetadata(&metadata)
            }
        }
        if let definition { CustomResourceDefaults(definition: definition).complete(&object) }
        return object
    }

    /// What is conditional, by group and kind; a kind that is not here has no defaults but those of its types.
    private static let builtIn: [String: @Sendable (ServerDefaults, inout FieldValue) -> Void] = [
        "/Endpoints": { $0.endpoints(&$1) },
        "/LimitRange": { $0.limitRange(&$1) },
        "/Namespace": { $0.namespace(&$1) },
        "/Node": { $0.node(&$1) },
        "/PersistentVolume": { $0.persistentVolume(&$1) },
        "/PersistentVolumeClaim": { $0.persistentVolumeClaim(&$1) },
        "/Pod": { $0.pod(&$1) },
        "/PodTemplate": { defaults, object in object.update("template") { defaults.podTemplate(&$0) } },
        "/ReplicationController": { $0.replicationController(&$1) },
        "/Secret": { $0.secret(&$1) },
        "/Service": { $0.service(&$1) },
        "/ServiceAccount": { $0.serviceAccount(&$1) },
        "admissionregistration.k8s.io/MutatingAdmissionPolicy": { $0.admissionPolicy(&$1) },
        "admissionregistration.k8s.io/MutatingAdmissionPolicyBinding": { $0.admissionPolicyBinding(&$1) },
        "admissionregistration.k8s.io/MutatingWebhookConfiguration": { $0.webhookConfiguration(&$1, isMutating: true) },
        "admissionregistration.k8s.io/ValidatingAdmissionPolicy": { $0.admissionPolicy(&$1) },
        "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding": { $0.admissionPolicyBinding(&$1) },
        "admissionregistration.k8s.io/ValidatingWebhookConfiguration": {
            $0.webhookConfiguration(&$1, isMutating: false)
        },
        "apiextensions.k8s.io/CustomResourceDefinition": { $0.customResourceDefinition(&$1) },
        "apiregistration.k8s.io/APIService": { $0.apiService(&$1) },
        "apps/DaemonSet": { $0.daemonSet(&$1) },
        "apps/Deployment": { $0.deployment(&$1) },
        "apps/ReplicaSet": { $0.replicaSet(&$1) },
        "apps/StatefulSet": { $0.statefulSet(&$1) },
        "autoscaling/HorizontalPodAutoscaler": { $0.horizontalPodAutoscaler(&$1) },
        "batch/CronJob": { $0.cronJob(&$1) },
        "batch/Job": { $0.job(&$1) },
        "certificates.k8s.io/CertificateSigningRequest": { $0.certificateSigningRequest(&$1) },
        "discovery.k8s.io/EndpointSlice": { $0.endpointSlice(&$1) },
        "extensions/Ingress": { $0.ingress(&$1) },
        "flowcontrol.apiserver.k8s.io/FlowSchema": { $0.flowSchema(&$1) },
        "flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration": { $0.priorityLevel(&$1) },
        "networking.k8s.io/Ingress": { $0.ingress(&$1) },
        "networking.k8s.io/IngressClass": { $0.ingressClass(&$1) },
        "networking.k8s.io/NetworkPolicy": { $0.networkPolicy(&$1) },
        "policy/PodSecurityPolicy": { $0.podSecurityPolicy(&$1) },
        "rbac.authorization.k8s.io/ClusterRoleBinding": { $0.roleBinding(&$1) },
        "rbac.authorization.k8s.io/RoleBinding": { $0.roleBinding(&$1) },
        "resource.k8s.io/ResourceClaim": { $0.resourceClaim(&$1) },
        "resource.k8s.io/ResourceClaimTemplate": { $0.resourceClaimTemplate(&$1) },
        "scheduling.k8s.io/PriorityClass": { $0.priorityClass(&$1) },
        "storage.k8s.io/CSIDriver": { $0.csiDriver(&$1) },
        "storage.k8s.io/StorageClass": { $0.storageClass(&$1) },
        "storage.k8s.io/VolumeAttributesClass": { $0.volumeAttributesClass(&$1) },
    ]
}

extension KubernetesVersion {
    /// The minor version to ask the type table for: the newest that it knows stands for all newer ones.
    var tableMinor: Int { major == 1 ? min(max(minor, 20), 36) : 36 }
}
