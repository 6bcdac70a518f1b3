internal import ExactValues
internal import FieldTree

extension ServerDefaults {
    /// Annotations of init containers' first form: dropped wherever they stand (`pkg/apis/core/v1/conversion.go`).
    private static let dropped = [
        "pod.alpha.kubernetes.io/init-container-statuses", "pod.alpha.kubernetes.io/init-containers",
        "pod.beta.kubernetes.io/init-container-statuses", "pod.beta.kubernetes.io/init-containers",
    ]

    /// A pod template of a workload.
    func podTemplate(_ template: inout FieldValue) {
        dropInitContainerAnnotations(&template)
        template.updateOrCreate("spec") { podSpec(&$0, isTemplate: true) }
    }

    /// A Pod itself, before admission plugins: requests are taken from limits here only.
    func pod(_ pod: inout FieldValue) {
        dropInitContainerAnnotations(&pod)
        let labels = pod["metadata"]?["labels"]
        pod.updateOrCreate("spec") { spec in
            podSpec(&spec, isTemplate: false)
            spec.setDefault("enableServiceLinks", true)
            for list in ["containers", "initContainers"] {
                spec.updateEach(list) { Self.requestsFromLimits(&$0) }
            }
            if version.isAtLeast(34) { PodLevelResources.complete(&spec) }
            if version.isAtLeast(31) { matchLabelKeys(&spec, labels: labels?.map ?? FieldMap()) }
        }
        profileAnnotations(&pod)
        pod.set("status", ["phase": "Pending", "qosClass": .string(PodQuality.of(pod["spec"] ?? [:]))])
    }

    private func dropInitContainerAnnotations(_ object: inout FieldValue) {
        object.update("metadata") { metadata in
            metadata.update("annotations") { annotations in
                for key in Self.dropped { annotations.set(key, nil) }
            }
        }
    }

    private static func requestsFromLimits(_ container: inout FieldValue) {
        container.update("resources") { resources in
            guard let limits = resources["limits"]?.map else { return }
            resources.updateOrCreate("requests") { $0.fill(from: limits) }
        }
    }

    func podSpec(_ spec: inout FieldValue, isTemplate: Bool) {
        spec.fill("restartPolicy", "Always")
        spec.setDefault("terminationGracePeriodSeconds", 30)
        spec.fill("dnsPolicy", "ClusterFirst")
        spec.setDefault("securityContext", [:])
        spec.fill("schedulerName", "default-scheduler")
        // `serviceAccount` is the deprecated alias: the server writes both (`pkg/apis/core/v1/conversion.go`).
        if spec["serviceAccountName"] == nil { spec.set("serviceAccountName", spec["serviceAccount"]) }
        spec.set("serviceAccount", spec["serviceAccountName"])
        // Templates have had host ports defaulted up to 1.27 only.
        let hasHostNetwork = spec["hostNetwork"] == true && !(isTemplate && version.isAtLeast(28))
        for list in ["initContainers", "containers"] {
            spec.updateEach(list) { container(&$0, hasHostNetwork: hasHostNetwork) }
        }
        spec.updateEach("ephemeralContainers") { container(&$0, hasHostNetwork: false) }
        spec.updateEach("volumes") { volume(&$0) }
    }

    private func container(_ container: inout FieldValue, hasHostNetwork: Bool) {
        container.fill("terminationMessagePath", "/dev/termination-log")
        container.fill("terminationMessagePolicy", "File")
        container.fill("imagePullPolicy", .string(ImageName.pullPolicy(container["image"]?.string ?? "")))
        container.updateEach("ports") { port in
            port.fill("protocol", "TCP")
            if hasHostNetwork, let number = port["containerPort"] { port.fill("hostPort", number) }
        }
        container.updateEach("env") { variable in
            variable.update("valueFrom") { source in
                source.update("fieldRef") { $0.fill("apiVersion", "v1") }
                source.update("fileKeyRef") { $0.setDefault("optional", false) }
            }
        }
        for probe in ["livenessProbe", "readinessProbe", "startupProbe"] {
            container.update(probe) { Self.probe(&$0) }
        }
        container.update("lifecycle") { lifecycle in
            for hook in ["postStart", "preStop"] {
                lifecycle.update(hook) { $0.update("httpGet") { Self.httpGet(&$0) } }
            }
        }
    }

    private static func probe(_ probe: inout FieldValue) {
        probe.fill("timeoutSeconds", 1)
        probe.fill("periodSeconds", 10)
        probe.fill("successThreshold", 1)
        probe.fill("failureThreshold", 3)
        probe.update("httpGet") { httpGet(&$0) }
        probe.update("grpc") { $0.setDefault("service", "") }
    }

    private static func httpGet(_ action: inout FieldValue) {
        action.fill("path", "/")
        action.fill("scheme", "HTTP")
    }

    /// Label keys of affinity terms become requirements of their selectors (`pkg/registry/core/pod/strategy.go`,
    /// `mutatePodAffinity`), since 1.35 those of spread constraints too.
    private func matchLabelKeys(_ spec: inout FieldValue, labels: FieldMap) {
        let required = "requiredDuringSchedulingIgnoredDuringExecution"
        let preferred = "preferredDuringSchedulingIgnoredDuringExecution"
        spec.update("affinity") { affinity in
            for kind in ["podAffinity", "podAntiAffinity"] {
                affinity.update(kind) { terms in
                    terms.updateEach(required) { Self.requireLabels(&$0, labels) }
                    terms.updateEach(preferred) { $0.update("podAffinityTerm") { Self.requireLabels(&$0, labels) } }
                }
            }
        }
        guard version.isAtLeast(34) else { return }
        spec.updateEach("topologySpreadConstraints") { Self.requireLabels(&$0, labels) }
    }

    private static func requireLabels(_ term: inout FieldValue, _ labels: FieldMap) {
        guard term["labelSelector"] != nil else { return }
        for (list, word) in [("matchLabelKeys", "In"), ("mismatchLabelKeys", "NotIn")] {
            for key in term[list]?.list ?? [] {
                guard let name = key.string, let value = labels[name] else { continue }
                term.update("labelSelector") {
                    $0.append("matchExpressions", ["key": key, "operator": .string(word), "values": [value]])
                }
            }
        }
    }
}
