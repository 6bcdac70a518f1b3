internal import FieldTree
internal import KubernetesTypes

/// Fields behind a feature gate that is off by default, in the versions in which it is: such a server drops them on
/// CREATE, one with the gate on keeps them. Both count as what Git declares.
///
/// Sources: `pkg/features/kube_features.go`, and the `dropDisabled…` functions of `pkg/api/<kind>/util.go` and of the
/// strategies.
enum GatedFields {
    /// One field of a type, and the last minor version in which its gate is off by default; nil while it still is.
    struct Row: Sendable {
        let type: String
        let field: String
        let offUntil: Int?
    }

    static let rows: [Row] = [
        Row(type: "apps/v1.RollingUpdateDaemonSet", field: "maxSurge", offUntil: 21),
        Row(type: "apps/v1.RollingUpdateStatefulSetStrategy", field: "maxUnavailable", offUntil: 34),
        Row(type: "apps/v1.StatefulSetSpec", field: "minReadySeconds", offUntil: 22),
        Row(type: "apps/v1.StatefulSetSpec", field: "ordinals", offUntil: 26),
        Row(type: "apps/v1.StatefulSetSpec", field: "persistentVolumeClaimRetentionPolicy", offUntil: 26),
        Row(type: "batch/v1.CronJobSpec", field: "timeZone", offUntil: 24),
        Row(type: "batch/v1.JobSpec", field: "backoffLimitPerIndex", offUntil: 28),
        Row(type: "batch/v1.JobSpec", field: "completionMode", offUntil: 21),
        Row(type: "batch/v1.JobSpec", field: "managedBy", offUntil: 31),
        Row(type: "batch/v1.JobSpec", field: "maxFailedIndexes", offUntil: 28),
        Row(type: "batch/v1.JobSpec", field: "podFailurePolicy", offUntil: 25),
        Row(type: "batch/v1.JobSpec", field: "podReplacementPolicy", offUntil: 28),
        Row(type: "batch/v1.JobSpec", field: "successPolicy", offUntil: 30),
        Row(type: "batch/v1.JobSpec", field: "suspend", offUntil: 21),
        Row(type: "batch/v1.JobSpec", field: "ttlSecondsAfterFinished", offUntil: 20),
        Row(type: "coordination/v1.LeaseSpec", field: "preferredHolder", offUntil: nil),
        Row(type: "coordination/v1.LeaseSpec", field: "strategy", offUntil: nil),
        Row(type: "core/v1.CSIPersistentVolumeSource", field: "nodeExpandSecretRef", offUntil: 26),
        Row(type: "core/v1.Container", field: "resizePolicy", offUntil: 32),
        Row(type: "core/v1.Container", field: "restartPolicy", offUntil: 28),
        Row(type: "core/v1.Container", field: "restartPolicyRules", offUntil: 34),
        Row(type: "core/v1.EnvVarSource", field: "fileKeyRef", offUntil: 34),
        Row(type: "core/v1.Lifecycle", field: "stopSignal", offUntil: nil),
        Row(type: "core/v1.LifecycleHandler", field: "sleep", offUntil: 29),
        Row(type: "core/v1.PersistentVolumeClaimSpec", field: "dataSourceRef", offUntil: 23),
        Row(type: "core/v1.PersistentVolumeClaimSpec", field: "volumeAttributesClassName", offUntil: 33),
        Row(type: "core/v1.PersistentVolumeSpec", field: "volumeAttributesClassName", offUntil: 33),
        Row(type: "core/v1.PodAffinityTerm", field: "matchLabelKeys", offUntil: 30),
        Row(type: "core/v1.PodAffinityTerm", field: "mismatchLabelKeys", offUntil: 30),
        Row(type: "core/v1.PodAffinityTerm", field: "namespaceSelector", offUntil: 21),
        Row(type: "core/v1.PodSecurityContext", field: "seLinuxChangePolicy", offUntil: 32),
        Row(type: "core/v1.PodSecurityContext", field: "supplementalGroupsPolicy", offUntil: 32),
        Row(type: "core/v1.PodSpec", field: "ephemeralContainers", offUntil: 22),
        Row(type: "core/v1.PodSpec", field: "hostUsers", offUntil: 32),
        Row(type: "core/v1.PodSpec", field: "hostnameOverride", offUntil: 34),
        Row(type: "core/v1.PodSpec", field: "resourceClaims", offUntil: 33),
        Row(type: "core/v1.PodSpec", field: "resources", offUntil: 33),
        Row(type: "core/v1.PodSpec", field: "schedulingGates", offUntil: 26),
        Row(type: "core/v1.PodSpec", field: "schedulingGroup", offUntil: nil),
        Row(type: "core/v1.PodSpec", field: "workloadRef", offUntil: nil),
        Row(type: "core/v1.Probe", field: "grpc", offUntil: 23),
        Row(type: "core/v1.Probe", field: "terminationGracePeriodSeconds", offUntil: 21),
        Row(type: "core/v1.ResourceRequirements", field: "claims", offUntil: 33),
        Row(type: "core/v1.SecurityContext", field: "procMount", offUntil: 32),
        Row(type: "core/v1.ServiceSpec", field: "allocateLoadBalancerNodePorts", offUntil: 21),
        Row(type: "core/v1.ServiceSpec", field: "ipFamilies", offUntil: 20),
        Row(type: "core/v1.ServiceSpec", field: "ipFamilyPolicy", offUntil: 20),
        Row(type: "core/v1.ServiceSpec", field: "loadBalancerClass", offUntil: 21),
        Row(type: "core/v1.ServiceSpec", field: "topologyKeys", offUntil: nil),
        Row(type: "core/v1.ServiceSpec", field: "trafficDistribution", offUntil: 30),
        Row(type: "core/v1.TopologySpreadConstraint", field: "matchLabelKeys", offUntil: 26),
        Row(type: "core/v1.TopologySpreadConstraint", field: "minDomains", offUntil: 24),
        Row(type: "core/v1.TopologySpreadConstraint", field: "nodeAffinityPolicy", offUntil: 25),
        Row(type: "core/v1.TopologySpreadConstraint", field: "nodeTaintsPolicy", offUntil: 25),
        Row(type: "core/v1.Volume", field: "image", offUntil: 34),
        Row(type: "core/v1.VolumeMount", field: "recursiveReadOnly", offUntil: 30),
        Row(type: "core/v1.VolumeProjection", field: "clusterTrustBundle", offUntil: nil),
        Row(type: "core/v1.VolumeProjection", field: "podCertificate", offUntil: nil),
        Row(type: "discovery/v1.Endpoint", field: "hints", offUntil: 22),
        Row(type: "discovery/v1.EndpointConditions", field: "serving", offUntil: 21),
        Row(type: "discovery/v1.EndpointConditions", field: "terminating", offUntil: 21),
        Row(type: "discovery/v1beta1.Endpoint", field: "hints", offUntil: 22),
        Row(type: "discovery/v1beta1.Endpoint", field: "nodeName", offUntil: 20),
        Row(type: "discovery/v1beta1.EndpointConditions", field: "serving", offUntil: 21),
        Row(type: "discovery/v1beta1.EndpointConditions", field: "terminating", offUntil: 21),
        Row(type: "networking/v1.NetworkPolicyPort", field: "endPort", offUntil: 21),
        Row(type: "policy/v1.PodDisruptionBudgetSpec", field: "unhealthyPodEvictionPolicy", offUntil: 26),
        Row(type: "policy/v1beta1.PodSecurityPolicySpec", field: "allowedProcMountTypes", offUntil: nil),
        Row(type: "resource/v1.Device", field: "allNodes", offUntil: 35),
        Row(type: "resource/v1.Device", field: "allowMultipleAllocations", offUntil: 35),
        Row(type: "resource/v1.Device", field: "bindingConditions", offUntil: 35),
        Row(type: "resource/v1.Device", field: "bindingFailureConditions", offUntil: 35),
        Row(type: "resource/v1.Device", field: "bindsToNode", offUntil: 35),
        Row(type: "resource/v1.Device", field: "consumesCounters", offUntil: 35),
        Row(type: "resource/v1.Device", field: "nodeAllocatableResourceMappings", offUntil: nil),
        Row(type: "resource/v1.Device", field: "nodeName", offUntil: 35),
        Row(type: "resource/v1.Device", field: "nodeSelector", offUntil: 35),
        Row(type: "resource/v1.Device", field: "taints", offUntil: 35),
        Row(type: "resource/v1.DeviceCapacity", field: "requestPolicy", offUntil: 35),
        Row(type: "resource/v1.DeviceClassSpec", field: "extendedResourceName", offUntil: 35),
        Row(type: "resource/v1.DeviceConstraint", field: "distinctAttribute", offUntil: 35),
        Row(type: "resource/v1.DeviceSubRequest", field: "capacity", offUntil: 35),
        Row(type: "resource/v1.DeviceSubRequest", field: "tolerations", offUntil: 35),
        Row(type: "resource/v1.ExactDeviceRequest", field: "adminAccess", offUntil: 35),
        Row(type: "resource/v1.ExactDeviceRequest", field: "capacity", offUntil: 35),
        Row(type: "resource/v1.ExactDeviceRequest", field: "tolerations", offUntil: 35),
        Row(type: "resource/v1.ResourceSliceSpec", field: "perDeviceNodeSelection", offUntil: 35),
        Row(type: "resource/v1.ResourceSliceSpec", field: "sharedCounters", offUntil: 35),
        Row(type: "storage/v1.CSIDriverSpec", field: "nodeAllocatableUpdatePeriodSeconds", offUntil: 33),
        Row(type: "storage/v1.CSIDriverSpec", field: "preventPodSchedulingIfMissing", offUntil: nil),
        Row(type: "storage/v1.CSIDriverSpec", field: "requiresRepublish", offUntil: 20),
        Row(type: "storage/v1.CSIDriverSpec", field: "seLinuxMount", offUntil: 26),
        Row(type: "storage/v1.CSIDriverSpec", field: "serviceAccountTokenInSecrets", offUntil: 34),
        Row(type: "storage/v1.CSIDriverSpec", field: "storageCapacity", offUntil: 20),
        Row(type: "storage/v1.CSIDriverSpec", field: "tokenRequests", offUntil: 20),
    ]

    private static let fields: [String: [String: Int?]] = Dictionary(
        grouping: rows, by: \.type
    ).mapValues { rows in Dictionary(uniqueKeysWithValues: rows.map { ($0.field, $0.offUntil) }) }

    /// The paths of an object's fields whose gate is off by default.
    /// - Parameters:
    ///   - object: a completed object.
    ///   - type: its type.
    static func paths(in object: FieldValue, _ type: ObjectType.ID, minor: Int) -> [FieldPath] {
        var search = Search(minor: minor)
        search.walk(object, .object(type))
        return search.found
    }

    private struct Search {
        let minor: Int
        var path: [FieldPath.Step] = []
        var found: [FieldPath] = []

        mutating func walk(_ value: FieldValue, _ type: FieldType) {
            switch (type, value) {
            case (.object(let id), .map(let map)): members(map, TypeTable.builtIn[id])
            case (.list(let element, _), .list(let list)):
                guard case .object = element else { return }
                for (index, each) in list.enumerated() { step(.index(index)) { $0.walk(each, element) } }
            default: break
            }
        }

        private mutating func members(_ map: FieldMap, _ type: ObjectType) {
            let gates = GatedFields.fields[type.name] ?? [:]
            for member in map.members where member.value != .null {
                guard let field = type.field(member.key, minor: minor) else { continue }
                step(.member(member.key)) { search in
                    if let gate = gates[member.key], gate.map({ search.minor <= $0 }) ?? true {
                        search.found.append(FieldPath(search.path))
                    } else {
                        search.walk(member.value, field.type)
                    }
                }
            }
        }

        private mutating func step(_ step: FieldPath.Step, _ body: (inout Self) -> Void) {
            path.append(step)
            body(&self)
            path.removeLast()
        }
    }
}
