public import FieldTree

/// Fields that the API server chooses itself: allocated addresses and ports, names and labels drawn from a uid.
///
/// An expected object takes them from the object at hand, but only in the form in which the server writes them and
/// only where Git says nothing; everything else about the object stays as declared.
public struct ServerChoices: Sendable {
    /// The API server's version.
    public let version: KubernetesVersion

    public init(version: KubernetesVersion) {
        self.version = version
    }

    /// `expected` with the server's choices filled in.
    /// - Parameters:
    ///   - expected: a completed object, see ``ServerDefaults``.
    ///   - actual: the object of the request.
    ///   - previous: the stored object on UPDATE: what the server once chose stays.
    public func fill(_ expected: FieldValue, from actual: FieldValue, previous: FieldValue? = nil) -> FieldValue {
        var object = expected
        switch (expected["apiVersion"]?.string ?? "", expected["kind"]?.string ?? "") {
        case ("v1", "Service"): service(&object, actual, previous)
        case ("batch/v1", "Job"): job(&object, actual, previous)
        case ("v1", "PersistentVolume"): persistentVolume(&object, actual)
        case ("apps/v1", "DaemonSet"): daemonSet(&object, actual, previous)
        default: break
        }
        return object
    }

    // MARK: Service

    private func service(_ object: inout FieldValue, _ actual: FieldValue, _ previous: FieldValue?) {
        let chosen = actual["spec"] ?? [:]
        let stored = previous?["spec"] ?? [:]
        object.update("spec") { spec in
            if spec["type"] == "ExternalName" { return }
            addresses(&spec, chosen: chosen, stored: stored)
            nodePorts(&spec, chosen: chosen, stored: stored)
        }
    }

    private func addresses(_ spec: inout FieldValue, chosen: FieldValue, stored: FieldValue) {
        if spec["clusterIP"] == nil {
            let address = Self.isAddress(stored["clusterIP"]) ? stored["clusterIP"] : chosen["clusterIP"]
            if Self.isAddress(address) { spec.set("clusterIP", address) }
        }
        guard let address = spec["clusterIP"] else { return }
        if spec["clusterIPs"] == nil {
            let more = (chosen["clusterIPs"]?.list ?? []).dropFirst().prefix(1).filter { Self.isAddress($0) }
            let hasTwo = spec["ipFamilyPolicy"].map { $0 != "SingleStack" } ?? false
            spec.set("clusterIPs", .list([address] + (hasTwo ? Array(more) : [])))
        }
        guard version.isAtLeast(21) else { return }
        if spec["ipFamilies"] == nil {
            let addresses = spec["clusterIPs"]?.list ?? []
            let families = addresses.map { Self.family($0) }
            let isKnown = address != "None"
            let headless = (chosen["ipFamilies"]?.list ?? []).filter { $0 == "IPv4" || $0 == "IPv6" }
            spec.set("ipFamilies", .list(isKnown ? families : Array(headless.prefix(2))))
        }
        spec.setDefault("ipFamilyPolicy", "SingleStack")
    }

    private func nodePorts(_ spec: inout FieldValue, chosen: FieldValue, stored: FieldValue) {
        let type = spec["type"]
        let isAllocated = spec["allocateLoadBalancerNodePorts"] != false
        guard type == "NodePort" || (type == "LoadBalancer" && isAllocated) else { return }
        spec.updateEach("ports") { port in
            guard port["nodePort"] == nil else { return }
            let key = FieldPath.Step.element(["port", "protocol"].map { .init(name: $0, value: port[$0] ?? .null) })
            let old = stored["ports"]?.child(key)?["nodePort"]
            if let number = old ?? chosen["ports"]?.child(key)?["nodePort"], Self.isPort(number) {
                port.set("nodePort", number)
            }
        }
        if spec["externalTrafficPolicy"] == "Local", type == "LoadBalancer", spec["healthCheckNodePort"] == nil,
            let number = stored["healthCheckNodePort"] ?? chosen["healthCheckNodePort"], Self.isPort(number)
        {
            spec.set("healthCheckNodePort", number)
        }
    }

    private static func isPort(_ value: FieldValue) -> Bool {
        (1...65535).contains(value.integer ?? 0)
    }

    private static func family(_ address: FieldValue) -> FieldValue {
        address.string?.utf8.contains(UInt8(ascii: ":")) == true ? "IPv6" : "IPv4"
    }

    /// Whether this is the text of an IPv4 or IPv6 address, as far as its form goes.
    public static func isAddress(_ value: FieldValue?) -> Bool {
        guard let text = value?.string, (2...45).contains(text.utf8.count) else { return false }
        if text.utf8.contains(UInt8(ascii: ":")) {
            return text.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: ":")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { part in UInt8(part).map { String($0) == part } ?? false }
    }

    // MARK: Job, PersistentVolume, DaemonSet

    /// A Job without a manual selector selects, and labels its Pods with, its own uid and name.
    private func job(_ object: inout FieldValue, _ actual: FieldValue, _ previous: FieldValue?) {
        guard object["spec"]?["manualSelector"] != true else { return }
        guard let uid = (previous ?? actual)["metadata"]?["uid"]?.string else { return }
        let name = object["metadata"]?["name"] ?? .null
        let isPrefixed = version.isAtLeast(27)
        object.update("spec") { spec in
            let selector = isPrefixed ? "batch.kubernetes.io/controller-uid" : "controller-uid"
            spec.set("selector", ["matchLabels": [selector: .string(uid)]])
            spec.update("template") { template in
                template.updateOrCreate("metadata") { metadata in
                    metadata.updateOrCreate("labels") { labels in
                        labels.set("controller-uid", .string(uid))
                        labels.set("job-name", name)
                        guard isPrefixed else { return }
                        labels.set("batch.kubernetes.io/controller-uid", .string(uid))
                        labels.set("batch.kubernetes.io/job-name", name)
                    }
                }
            }
        }
    }

    private func persistentVolume(_ object: inout FieldValue, _ actual: FieldValue) {
        guard version.isAtLeast(29), let time = actual["status"]?["lastPhaseTransitionTime"], time.string != nil else {
            return
        }
        object.update("status") { $0.setDefault("lastPhaseTransitionTime", time) }
    }

    /// The template generation rises by one with each change of the template.
    private func daemonSet(_ object: inout FieldValue, _ actual: FieldValue, _ previous: FieldValue?) {
        let name = "deprecated.daemonset.template.generation"
        guard let previous, let old = previous["metadata"]?["annotations"]?[name]?.string, let number = Int64(old)
        else {
            return
        }
        let isChanged = previous["spec"]?["template"] != actual["spec"]?["template"]
        object.update("metadata") { metadata in
            metadata.update("annotations") { $0.set(name, .string(String(isChanged ? number + 1 : number))) }
        }
    }
}
