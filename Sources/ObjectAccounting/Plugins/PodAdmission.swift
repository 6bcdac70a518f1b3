internal import ExactValues
public import FieldTree

/// What the API server's built-in mutating admission plugins do to a new Pod: ServiceAccount, DefaultTolerationSeconds,
/// Priority and LimitRanger. Each is a sanctioned mutation of one exact shape.
///
/// Where a plugin may or may not have acted (a LimitRange that the server's cache has not seen yet) there is a variant
/// for each; the one nearest to the Pod at hand is the one to compare with.
public struct PodAdmission: Sendable {
    /// The API server's version.
    public let version: KubernetesVersion
    /// What the plugins look up.
    public let context: NamespaceContext

    public init(version: KubernetesVersion, context: NamespaceContext) {
        self.version = version
        self.context = context
    }

    /// The forms in which `pod` may arrive.
    /// - Parameters:
    ///   - pod: the Pod as asked for, completed by ``ServerDefaults``.
    ///   - actual: the Pod that arrived: only names that the server draws at random are taken from it, and only when
    ///     they have the form that the server gives them.
    /// - Returns: at least one form, the likeliest first.
    public func variants(of pod: FieldValue, actual: FieldValue) -> [FieldValue] {
        var base = pod
        base.update("spec") { spec in
            priority(&spec, given: actual["spec"]?["priorityClassName"]?.string)
            runtimeClass(&spec)
            tolerations(&spec)
        }
        schedulingGates(&base)
        let hasMark = actual["metadata"]?["annotations"]?[LimitRanger.annotation] != nil
        let limited = LimitRanger(ranges: context.limitRanges).apply(to: base)
        let limitForms = limited == base ? [base] : hasMark ? [limited, base] : [base, limited]
        let forms = limitForms.flatMap { form in tokenVolumes(form, actual).map { withServiceAccount(form, volume: $0) }
        }
        return forms.map(Self.withQualityOfService)
    }

    private static func withQualityOfService(_ pod: FieldValue) -> FieldValue {
        var pod = pod
        let quality = PodQuality.of(pod["spec"] ?? [:])
        pod.update("status") { $0.set("qosClass", .string(quality)) }
        return pod
    }

    // MARK: Priority and tolerations

    /// - Parameter given: the class that arrived: one that is declared as the default for all may have been added, or
    ///   the server does not know it yet.
    private func priority(_ spec: inout FieldValue, given: String?) {
        let builtIn: [String: Int64] = [
            "system-cluster-critical": 2_000_000_000, "system-node-critical": 2_000_001_000,
        ]
        if spec["priorityClassName"] == nil, let given, context.priorityClasses[given]?["globalDefault"] == true {
            spec.set("priorityClassName", .string(given))
        }
        let name = spec["priorityClassName"]?.string
        let declared = name.flatMap { context.priorityClasses[$0] }
        let value = declared?["value"] ?? name.flatMap { builtIn[$0] }.map { .integer($0) } ?? 0
        spec.set("priority", value)
        spec.setDefault("preemptionPolicy", declared?["preemptionPolicy"] ?? "PreemptLowerPriority")
    }

    private func tolerations(_ spec: inout FieldValue) {
        let present = spec["tolerations"]?.list ?? []
        for key in ["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"] {
            let isTolerated = present.contains { toleration in
                let names = toleration["key"]?.string ?? ""
                let effect = toleration["effect"]?.string ?? ""
                return (names == key || names.isEmpty) && (effect == "NoExecute" || effect.isEmpty)
            }
            guard !isTolerated else { continue }
            spec.append(
                "tolerations",
                ["key": .string(key), "operator": "Exists", "effect": "NoExecute", "tolerationSeconds": 300])
        }
    }

    /// The RuntimeClass plugin: what a declared class asks for (`plugin/pkg/admission/runtimeclass`).
    private func runtimeClass(_ spec: inout FieldValue) {
        guard let name = spec["runtimeClassName"]?.string, let declared = context.runtimeClasses[name] else { return }
        if let overhead = declared["overhead"]?["podFixed"] { spec.setDefault("overhead", overhead) }
        let scheduling = declared["scheduling"]
        if let selector = scheduling?["nodeSelector"]?.map {
            spec.updateOrCreate("nodeSelector") { $0.fill(from: selector) }
        }
        for toleration in scheduling?["tolerations"]?.list ?? [] {
            let isThere = spec["tolerations"]?.list?.contains(toleration) ?? false
            if !isThere { spec.append("tolerations", toleration) }
        }
    }

    /// A Pod with scheduling gates waits, and says so (`pkg/registry/core/pod/strategy.go`,
    /// `applySchedulingGatedCondition`); since when, ``ServerChoices`` says.
    private func schedulingGates(_ pod: inout FieldValue) {
        guard pod["spec"]?["schedulingGates"]?.isEmpty == false else { return }
        pod.update("status") { status in
            status.append(
                "conditions",
                [
                    "type": "PodScheduled", "status": "False", "reason": "SchedulingGated",
                    "message": "Scheduling is blocked due to non-empty scheduling gates",
                ])
        }
    }

    // MARK: Service account

    private static let mountPath = "/var/run/secrets/kubernetes.io/serviceaccount"

    /// The token volumes that the server may add, by the random name that `actual` has.
    private func tokenVolumes(_ pod: FieldValue, _ actual: FieldValue) -> [FieldValue] {
        if version.isAtLeast(21) {
            let name = Self.generatedName("kube-api-access-", in: actual)
            let plain = Self.projectedToken(name, hasServiceCA: false)
            let distribution = Self.projectedToken(name, hasServiceCA: true)
            let volumes = actual["spec"]?["volumes"]?.list ?? []
            let isDistribution = volumes.contains { volume in
                (volume["projected"]?["sources"]?.list ?? []).contains {
                    $0["configMap"]?["name"] == "openshift-service-ca.crt"
                }
            }
            return isDistribution ? [distribution, plain] : [plain, distribution]
        }
        let account = pod["spec"]?["serviceAccountName"]?.string ?? "default"
        let name = Self.generatedName(account + "-token-", in: actual)
        return [["name": .string(name), "secret": ["secretName": .string(name)]]]
    }

    /// The generated name that most of a Pod's token volume and mounts agree on, or the bare prefix, which none has.
    private static func generatedName(_ prefix: String, in pod: FieldValue) -> String {
        let containers = (pod["spec"]?["initContainers"]?.list ?? []) + (pod["spec"]?["containers"]?.list ?? [])
        let mounts = containers.flatMap { $0["volumeMounts"]?.list ?? [] }.filter {
            $0["mountPath"] == .string(mountPath)
        }
        let names = ((pod["spec"]?["volumes"]?.list ?? []) + mounts).compactMap { $0["name"]?.string }
        var best = (name: prefix, count: 0)
        for name in names where isGenerated(name, prefix: prefix) {
            let count = names.count { ExactText.equal($0, name) }
            if count > best.count { best = (name, count) }
        }
        return best.name
    }

    /// - Parameter hasServiceCA: the variant of distributions that publish a second ConfigMap of certificates.
    private static func projectedToken(_ name: String, hasServiceCA: Bool) -> FieldValue {
        var sources: [FieldValue] = [
            ["serviceAccountToken": ["expirationSeconds": 3607, "path": "token"]],
            ["configMap": ["name": "kube-root-ca.crt", "items": [["key": "ca.crt", "path": "ca.crt"]]]],
            [
                "downwardAPI": [
                    "items": [
                        ["path": "namespace", "fieldRef": ["apiVersion": "v1", "fieldPath": "metadata.namespace"]]
                    ]
                ]
            ],
        ]
        if hasServiceCA {
            sources.append([
                "configMap": [
                    "name": "openshift-service-ca.crt", "items": [["key": "service-ca.crt", "path": "service-ca.crt"]],
                ]
            ])
        }
        return ["name": .string(name), "projected": ["sources": .list(sources), "defaultMode": 420]]
    }

    private func withServiceAccount(_ pod: FieldValue, volume: FieldValue) -> FieldValue {
        var pod = pod
        pod.update("spec") { spec in
            spec.setDefault("serviceAccountName", "default")
            let name = spec["serviceAccountName"] ?? "default"
            spec.set("serviceAccount", name)
            let account = name.string.flatMap { context.serviceAccounts[$0] }
            if spec["imagePullSecrets"] == nil, let secrets = account?["imagePullSecrets"] {
                spec.set("imagePullSecrets", secrets)
            }
            let automount = spec["automountServiceAccountToken"] ?? account?["automountServiceAccountToken"] ?? true
            guard automount == true else { return }
            var isMounted = false
            for list in ["initContainers", "containers"] {
                spec.updateEach(list) { container in
                    let mounts = container["volumeMounts"]?.list ?? []
                    guard !mounts.contains(where: { $0["mountPath"] == .string(Self.mountPath) }) else { return }
                    isMounted = true
                    container.append(
                        "volumeMounts",
                        ["name": volume["name"] ?? "", "readOnly": true, "mountPath": .string(Self.mountPath)])
                }
            }
            if isMounted { spec.append("volumes", volume) }
        }
        return pod
    }

    /// Whether `name` is `prefix` and five characters of the alphabet that the API server draws suffixes from
    /// (`k8s.io/apimachinery/pkg/util/rand`).
    public static func isGenerated(_ name: String, prefix: String) -> Bool {
        let suffix = name.utf8.dropFirst(prefix.utf8.count)
        return name.utf8.starts(with: prefix.utf8) && suffix.count == 5
            && suffix.allSatisfy { "bcdfghjklmnpqrstvwxz2456789".utf8.contains($0) }
    }
}
