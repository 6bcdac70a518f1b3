internal import FieldTree

extension ServerDefaults {
    func ingress(_ object: inout FieldValue) {
        object.set("status", ["loadBalancer": [:]])
    }

    func networkPolicy(_ object: inout FieldValue) {
        object.update("spec") { spec in
            let hasEgress = spec["egress"]?.list?.isEmpty == false
            spec.setDefault("policyTypes", hasEgress ? ["Ingress", "Egress"] : ["Ingress"])
            for direction in ["ingress", "egress"] {
                spec.updateEach(direction) { $0.updateEach("ports") { $0.setDefault("protocol", "TCP") } }
            }
            spec.dropEmpty("ingress", "egress")
        }
        // Status existed as an alpha from 1.24 to 1.27 and was never written on create.
    }

    func horizontalPodAutoscaler(_ object: inout FieldValue) {
        object.update("spec") { spec in
            spec.setDefault("minReplicas", 1)
            if spec["metrics"]?.list?.isEmpty ?? true {
                spec.set(
                    "metrics",
                    [
                        [
                            "type": "Resource",
                            "resource": ["name": "cpu", "target": ["type": "Utilization", "averageUtilization": 80]],
                        ]
                    ])
            }
        }
        object.set(
            "status",
            version.isAtLeast(26)
                ? ["desiredReplicas": 0, "currentMetrics": .null]
                : ["currentReplicas": 0, "desiredReplicas": 0, "currentMetrics": .null, "conditions": .null])
    }

    func podDisruptionBudget(_ object: inout FieldValue) {
        object.set(
            "status", ["disruptionsAllowed": 0, "currentHealthy": 0, "desiredHealthy": 0, "expectedPods": 0])
    }

    func role(_ object: inout FieldValue) {
        object.updateEach("rules") {
            $0.dropEmpty("apiGroups", "resources", "resourceNames", "nonResourceURLs")
        }
        if object["rules"]?.isEmpty == true { object.set("rules", nil) }
    }

    func roleBinding(_ object: inout FieldValue) {
        let group: FieldValue = "rbac.authorization.k8s.io"
        object.update("roleRef") { $0.setDefault("apiGroup", group) }
        object.updateEach("subjects") { subject in
            if subject["kind"] == "ServiceAccount" {
                subject.dropZero("apiGroup")
            } else {
                subject.setDefault("apiGroup", group)
            }
        }
        object.dropEmpty("subjects")
    }

    func priorityClass(_ object: inout FieldValue) {
        object.setDefault("preemptionPolicy", "PreemptLowerPriority")
        object.dropZero("globalDefault", "description")
    }

    func storageClass(_ object: inout FieldValue) {
        object.setDefault("reclaimPolicy", "Delete")
        object.setDefault("volumeBindingMode", "Immediate")
        object.dropEmpty("parameters", "mountOptions", "allowedTopologies")
    }

    func customResourceDefinition(_ object: inout FieldValue) {
        object.update("spec") { spec in
            spec.updateOrCreate("names") { names in
                if let kind = names["kind"]?.string {
                    names.setDefault("singular", .string(kind.lowercased()))
                    names.setDefault("listKind", .string(kind + "List"))
                }
                names.dropEmpty("shortNames", "categories")
            }
            spec.updateOrCreate("conversion") { $0.setDefault("strategy", "None") }
            spec.dropZero("preserveUnknownFields")
        }
        var stored: [FieldValue] = []
        for version in object["spec"]?["versions"]?.list ?? [] where version["storage"] == true {
            stored.append(version["name"] ?? .null)
        }
        object.set(
            "status",
            ["conditions": .null, "acceptedNames": ["plural": "", "kind": ""], "storedVersions": .list(stored)])
    }
}
