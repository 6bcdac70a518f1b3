internal import ExactValues
internal import FieldTree

extension ServerDefaults {
    /// A Service's defaults that do not depend on addresses; those are in ``ServerChoices``.
    func service(_ object: inout FieldValue) {
        object.updateOrCreate("spec") { spec in
            spec.fill("type", "ClusterIP")
            spec.fill("sessionAffinity", "None")
            sessionAffinity(&spec)
            let type = spec["type"]
            let hasAddresses = spec["externalIPs"]?.isEmpty == false
            let isReachable = type == "LoadBalancer" || type == "NodePort" || (hasAddresses && version.isAtLeast(26))
            if isReachable, type != "ExternalName" { spec.fill("externalTrafficPolicy", "Cluster") }
            if version.isAtLeast(22) {
                if type != "ExternalName" { spec.setDefault("internalTrafficPolicy", "Cluster") }
                if type == "LoadBalancer" { spec.setDefault("allocateLoadBalancerNodePorts", true) }
            }
            spec.updateEach("ports") { port in
                port.fill("protocol", "TCP")
                if let number = port["port"] { port.fill("targetPort", number) }
            }
        }
    }

    private func sessionAffinity(_ spec: inout FieldValue) {
        if spec["sessionAffinity"] == "None" { spec.set("sessionAffinityConfig", nil) }
        guard spec["sessionAffinity"] == "ClientIP" else { return }
        spec.updateOrCreate("sessionAffinityConfig") { config in
            config.updateOrCreate("clientIP") { $0.setDefault("timeoutSeconds", 10800) }
        }
    }

    func endpoints(_ object: inout FieldValue) {
        object.updateEach("subsets") { subset in
            subset.updateEach("ports") { $0.fill("protocol", "TCP") }
        }
    }

    func endpointSlice(_ object: inout FieldValue) {
        object.updateEach("ports") { port in
            port.setDefault("name", "")
            port.setDefault("protocol", "TCP")
        }
        // Topology is the first versions' (`pkg/registry/discovery/endpointslice/strategy.go`, `dropTopologyOnV1`).
        guard object["apiVersion"] == "discovery.k8s.io/v1" else { return }
        object.updateEach("endpoints") { $0.set("deprecatedTopology", nil) }
    }

    func namespace(_ object: inout FieldValue) {
        if version.isAtLeast(21), let name = object["metadata"]?["name"] {
            object.updateOrCreate("metadata") { metadata in
                metadata.updateOrCreate("labels") { $0.set("kubernetes.io/metadata.name", name) }
            }
        }
        object.updateOrCreate("spec") { $0.addFinalizer("kubernetes") }
        object.set("status", ["phase": "Active"])
    }

    /// The taint is the TaintNodesByCondition plugin's.
    func node(_ object: inout FieldValue) {
        let taint: FieldValue = ["key": "node.kubernetes.io/not-ready", "effect": "NoSchedule"]
        object.updateOrCreate("spec") { spec in
            if version.isAtLeast(22) { spec.set("configSource", nil) }
            let isTainted = (spec["taints"]?.list ?? []).contains {
                $0["key"] == taint["key"] && $0["effect"] == taint["effect"]
            }
            if !isTainted { spec.append("taints", taint) }
        }
        object.updateOrCreate("status") { status in
            if let capacity = status["capacity"] { status.setDefault("allocatable", capacity) }
        }
    }

    /// `stringData` is written into `data` as base64 (RFC 4648) and is never stored itself.
    func secret(_ object: inout FieldValue) {
        object.fill("type", "Opaque")
        if let texts = object["stringData"]?.map {
            object.updateOrCreate("data") { data in
                for member in texts.members {
                    data.set(member.key, .string(Base64.encode(Array((member.value.string ?? "").utf8))))
                }
            }
            object.set("stringData", nil)
        }
    }

    /// Of references to Secrets only the names are kept (`pkg/registry/core/serviceaccount/strategy.go`).
    func serviceAccount(_ object: inout FieldValue) {
        object.updateEach("secrets") { secret in
            secret = secret["name"].map { ["name": $0] } ?? [:]
        }
    }

    func replicationController(_ object: inout FieldValue) {
        let labels = object["spec"]?["template"]?["metadata"]?["labels"]
        if let labels {
            object.updateOrCreate("metadata") { $0.fill("labels", labels) }
        }
        object.updateOrCreate("spec") { spec in
            if let labels { spec.fill("selector", labels) }
            spec.setDefault("replicas", 1)
            spec.update("template") { podTemplate(&$0) }
        }
    }

    /// For containers, limits default from the maximum and requests from the limits, then from the minimum.
    func limitRange(_ object: inout FieldValue) {
        object.updateOrCreate("spec") { spec in
            spec.updateEach("limits") { item in
                guard item["type"] == "Container" else { return }
                for (target, source) in [("default", "max"), ("defaultRequest", "default"), ("defaultRequest", "min")] {
                    guard let values = item[source]?.map else { continue }
                    item.updateOrCreate(target) { $0.fill(from: values) }
                }
            }
        }
    }
}
