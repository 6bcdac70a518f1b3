internal import FieldTree

extension ServerDefaults {
    /// Defaults of a pod template: labels and annotations that are empty vanish, the pod specification is completed.
    func podTemplate(_ template: inout FieldValue) {
        template.updateOrCreate("metadata") { $0.dropEmpty("labels", "annotations", "finalizers") }
        template.update("spec") { podSpec(&$0, isTemplate: true) }
    }

    /// Defaults of a Pod itself, before admission plugins: requests are taken from limits here only.
    func pod(_ pod: inout FieldValue) {
        pod.update("spec") { spec in
            podSpec(&spec, isTemplate: false)
            spec.setDefault("enableServiceLinks", true)
            for list in ["containers", "initContainers"] {
                spec.updateEach(list) { Self.requestsFromLimits(&$0) }
            }
        }
        pod.set("status", ["phase": "Pending", "qosClass": .string(Self.qualityOfService(pod["spec"] ?? [:]))])
    }

    private static func requestsFromLimits(_ container: inout FieldValue) {
        container.update("resources") { resources in
            guard let limits = resources["limits"]?.map else { return }
            resources.updateOrCreate("requests") { requests in
                for member in limits.members { requests.setDefault(member.key, member.value) }
            }
        }
    }

    /// The quality-of-service class by `pkg/apis/core/v1/helper/qos`.
    static func qualityOfService(_ spec: FieldValue) -> String {
        let containers = (spec["containers"]?.list ?? []) + (spec["initContainers"]?.list ?? [])
        var isBestEffort = true
        var isGuaranteed = !containers.isEmpty
        for container in containers {
            let limits = container["resources"]?["limits"]
            let requests = container["resources"]?["requests"]
            for name in ["cpu", "memory"] {
                if limits?[name] != nil || requests?[name] != nil { isBestEffort = false }
                if limits?[name] == nil || (requests?[name] ?? limits?[name]) != limits?[name] { isGuaranteed = false }
            }
        }
        return isBestEffort ? "BestEffort" : isGuaranteed ? "Guaranteed" : "Burstable"
    }

    func podSpec(_ spec: inout FieldValue, isTemplate: Bool) {
        spec.setDefault("restartPolicy", "Always")
        spec.setDefault("terminationGracePeriodSeconds", 30)
        spec.setDefault("dnsPolicy", "ClusterFirst")
        spec.setDefault("securityContext", [:])
        spec.setDefault("schedulerName", "default-scheduler")
        spec.dropZero("hostNetwork", "hostPID", "hostIPC", "hostname", "subdomain", "nodeName", "priorityClassName")
        spec.dropEmpty(
            "volumes", "initContainers", "nodeSelector", "imagePullSecrets", "tolerations", "hostAliases",
            "readinessGates", "topologySpreadConstraints", "overhead")
        serviceAccountAlias(&spec)
        spec.canonicalQuantities("overhead")
        // Templates have had host ports defaulted up to 1.27 only.
        let hasHostNetwork = spec["hostNetwork"] == true && !(isTemplate && version.isAtLeast(28))
        for list in ["initContainers", "containers"] {
            spec.updateEach(list) { container(&$0, hasHostNetwork: hasHostNetwork) }
        }
        spec.updateEach("volumes") { volume(&$0) }
    }

    /// `serviceAccount` is the deprecated alias of `serviceAccountName`; the server writes both.
    private func serviceAccountAlias(_ spec: inout FieldValue) {
        spec.dropZero("serviceAccountName", "serviceAccount")
        if let name = spec["serviceAccountName"] ?? spec["serviceAccount"] {
            spec.set("serviceAccountName", name)
            spec.set("serviceAccount", name)
        }
    }

    private func container(_ container: inout FieldValue, hasHostNetwork: Bool) {
        container.setDefault("resources", [:])
        container.update("resources") { $0.canonicalQuantities("limits", "requests") }
        container.setDefault("terminationMessagePath", "/dev/termination-log")
        container.setDefault("terminationMessagePolicy", "File")
        container.setDefault("imagePullPolicy", .string(Self.pullPolicy(container["image"]?.string ?? "")))
        container.dropZero("stdin", "stdinOnce", "tty", "workingDir")
        container.dropEmpty("command", "args", "ports", "env", "envFrom", "volumeMounts", "volumeDevices")
        container.updateEach("ports") { port in
            port.setDefault("protocol", "TCP")
            port.dropZero("hostPort", "name", "hostIP")
            if hasHostNetwork, let number = port["containerPort"] { port.setDefault("hostPort", number) }
        }
        container.updateEach("env") { environment(&$0) }
        container.updateEach("volumeMounts") { $0.dropZero("readOnly", "subPath", "subPathExpr") }
        for probe in ["livenessProbe", "readinessProbe", "startupProbe"] {
            container.update(probe) { Self.probe(&$0) }
        }
        container.update("lifecycle") { lifecycle in
            for hook in ["postStart", "preStop"] {
                lifecycle.update(hook) { $0.update("httpGet") { Self.httpGet(&$0) } }
            }
        }
    }

    /// `Always` for the tag `latest` or none, else `IfNotPresent`; a digest is not `latest`.
    static func pullPolicy(_ image: String) -> String {
        let name = image.split(separator: "/").last ?? ""
        if image.contains("@") { return name.contains(":latest@") ? "Always" : "IfNotPresent" }
        guard let colon = name.lastIndex(of: ":") else { return "Always" }
        return name[name.index(after: colon)...] == "latest" ? "Always" : "IfNotPresent"
    }

    private func environment(_ variable: inout FieldValue) {
        variable.dropZero("value")
        variable.update("valueFrom") { source in
            source.update("fieldRef") { $0.setDefault("apiVersion", "v1") }
            source.update("resourceFieldRef") { reference in
                reference.setDefault("divisor", "0")
                reference.canonicalQuantity("divisor")
            }
        }
    }

    private static func probe(_ probe: inout FieldValue) {
        probe.setDefault("timeoutSeconds", 1)
        probe.setDefault("periodSeconds", 10)
        probe.setDefault("successThreshold", 1)
        probe.setDefault("failureThreshold", 3)
        probe.dropZero("initialDelaySeconds")
        probe.update("httpGet") { httpGet(&$0) }
        probe.update("grpc") { $0.setDefault("service", "") }
    }

    private static func httpGet(_ action: inout FieldValue) {
        action.setDefault("path", "/")
        action.setDefault("scheme", "HTTP")
        action.dropEmpty("httpHeaders")
        action.dropZero("host")
    }

    private func volume(_ volume: inout FieldValue) {
        let members = volume.map?.members ?? []
        if !members.contains(where: { $0.key != "name" }) { volume.set("emptyDir", [:]) }
        for source in ["secret", "configMap", "downwardAPI", "projected"] {
            volume.update(source) { $0.setDefault("defaultMode", 420) }
        }
        volume.update("hostPath") { $0.setDefault("type", "") }
        volume.update("persistentVolumeClaim") { $0.dropZero("readOnly") }
        volume.update("emptyDir") { emptyDir in
            emptyDir.dropZero("medium")
            emptyDir.canonicalQuantity("sizeLimit")
        }
        volume.update("downwardAPI") { $0.updateEach("items") { downwardItem(&$0) } }
        volume.update("projected") { projected in
            projected.updateEach("sources") { source in
                source.update("serviceAccountToken") { $0.setDefault("expirationSeconds", 3600) }
                source.update("downwardAPI") { $0.updateEach("items") { downwardItem(&$0) } }
            }
        }
    }

    private func downwardItem(_ item: inout FieldValue) {
        item.update("fieldRef") { $0.setDefault("apiVersion", "v1") }
        item.update("resourceFieldRef") { $0.setDefault("divisor", "0") }
    }
}
