internal import ExactValues
internal import FieldTree

extension ServerDefaults {
    /// A Service's defaults that do not depend on addresses; those are in ``ServerChoices``.
    func service(_ object: inout FieldValue) {
        object.updateOrCreate("spec") { spec in
            spec.setDefault("type", "ClusterIP")
            spec.setDefault("sessionAffinity", "None")
            if spec["sessionAffinity"] == "ClientIP" {
                spec.updateOrCreate("sessionAffinityConfig") { config in
                    config.updateOrCreate("clientIP") { $0.setDefault("timeoutSeconds", 10800) }
                }
            }
            let type = spec["type"]
            if type == "LoadBalancer" || type == "NodePort" {
                spec.setDefault("externalTrafficPolicy", "Cluster")
            }
            if version.isAtLeast(22) {
                if type != "ExternalName" { spec.setDefault("internalTrafficPolicy", "Cluster") }
                if type == "LoadBalancer" { spec.setDefault("allocateLoadBalancerNodePorts", true) }
            }
            spec.dropEmpty("selector", "externalIPs", "loadBalancerSourceRanges")
            spec.dropZero("publishNotReadyAddresses", "externalName", "loadBalancerIP")
            spec.updateEach("ports") { port in
                port.setDefault("protocol", "TCP")
                port.dropZero("name", "nodePort")
                if let number = port["port"] { port.setDefault("targetPort", number) }
            }
        }
        object.set("status", ["loadBalancer": [:]])
    }

    func namespace(_ object: inout FieldValue) {
        if version.isAtLeast(21), let name = object["metadata"]?["name"] {
            object.updateOrCreate("metadata") { metadata in
                metadata.updateOrCreate("labels") { $0.set("kubernetes.io/metadata.name", name) }
            }
        }
        object.updateOrCreate("spec") { $0.setDefault("finalizers", ["kubernetes"]) }
        object.set("status", ["phase": "Active"])
    }

    /// `stringData` is written into `data` as base64 (RFC 4648) and is never stored itself.
    func secret(_ object: inout FieldValue) {
        object.setDefault("type", "Opaque")
        if let texts = object["stringData"]?.map {
            object.updateOrCreate("data") { data in
                for member in texts.members {
                    data.set(member.key, .string(Base64.encode(Array((member.value.string ?? "").utf8))))
                }
            }
            object.set("stringData", nil)
        }
        object.dropEmpty("data")
    }

    func persistentVolume(_ object: inout FieldValue) {
        object.updateOrCreate("metadata") { $0.protect("kubernetes.io/pv-protection") }
        object.update("spec") { spec in
            spec.setDefault("persistentVolumeReclaimPolicy", "Retain")
            spec.setDefault("volumeMode", "Filesystem")
            spec.canonicalQuantities("capacity")
            spec.update("hostPath") { $0.setDefault("type", "") }
            spec.dropZero("storageClassName")
        }
        object.set("status", version.isAtLeast(29) ? ["phase": "Pending"] : [:])
    }

    func persistentVolumeClaim(_ object: inout FieldValue) {
        object.updateOrCreate("metadata") { $0.protect("kubernetes.io/pvc-protection") }
        object.update("spec") { claimSpec(&$0) }
        object.set("status", [:])
    }

    func claimSpec(_ spec: inout FieldValue) {
        spec.setDefault("volumeMode", "Filesystem")
        spec.update("resources") { $0.canonicalQuantities("requests", "limits") }
        spec.dropZero("volumeName")
    }

    func resourceQuota(_ object: inout FieldValue) {
        object.updateOrCreate("spec") { $0.canonicalQuantities("hard") }
        object.set("status", [:])
    }

    /// For containers, limits default from the maximum and requests from the limits, then from the minimum.
    func limitRange(_ object: inout FieldValue) {
        object.update("spec") { spec in
            spec.updateEach("limits") { item in
                item.canonicalQuantities("max", "min", "default", "defaultRequest", "maxLimitRequestRatio")
                guard item["type"] == "Container" else { return }
                item.fillMap("default", from: "max")
                item.fillMap("defaultRequest", from: "default")
                item.fillMap("defaultRequest", from: "min")
            }
        }
    }
}

extension FieldValue {
    /// Adds a finalizer that an admission plugin puts on every new object, unless it is there.
    fileprivate mutating func protect(_ finalizer: String) {
        let present = self["finalizers"]?.list ?? []
        if !present.contains(.string(finalizer)) { append("finalizers", .string(finalizer)) }
    }

    /// Fills the map `key` with those members of the map `source` that it lacks.
    fileprivate mutating func fillMap(_ key: String, from source: String) {
        guard let members = self[source]?.map?.members, !members.isEmpty else { return }
        updateOrCreate(key) { target in
            for member in members { target.setDefault(member.key, member.value) }
        }
    }
}
