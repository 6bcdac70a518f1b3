internal import ExactValues
internal import FieldTree

extension ServerDefaults {
    func customResourceDefinition(_ object: inout FieldValue) {
        object.updateOrCreate("spec") { spec in
            spec.updateOrCreate("names") { names in
                if let kind = names["kind"]?.string {
                    names.fill("singular", .string(kind.lowercased()))
                    names.fill("listKind", .string(kind + "List"))
                }
            }
            spec.setDefault("conversion", ["strategy": "None"])
            spec.update("conversion") { conversion in
                conversion.update("webhook") { $0.update("clientConfig") { Self.servicePort(&$0) } }
                conversion.update("webhookClientConfig") { Self.servicePort(&$0) }
            }
        }
        var stored: [FieldValue] = []
        for version in object["spec"]?["versions"]?.list ?? [] where version["storage"] == true {
            stored.append(version["name"] ?? .null)
        }
        object.set("status", ["storedVersions": .list(stored)])
    }

    private static func servicePort(_ config: inout FieldValue) {
        config.update("service") { $0.setDefault("port", 443) }
    }

    /// A service of the server itself is available at once (`k8s.io/kube-aggregator/pkg/registry/apiservice`); when,
    /// ``ServerChoices`` says.
    func apiService(_ object: inout FieldValue) {
        object.updateOrCreate("spec") { Self.servicePort(&$0) }
        guard object["spec"]?["service"] == nil else { return }
        object.set(
            "status",
            [
                "conditions": [
                    [
                        "type": "Available", "status": "True", "reason": "Local",
                        "message": "Local APIServices are always available",
                    ]
                ]
            ])
    }

    // MARK: Admission configuration

    func webhookConfiguration(_ object: inout FieldValue, isMutating: Bool) {
        let isBeta = object["apiVersion"] == "admissionregistration.k8s.io/v1beta1"
        object.updateEach("webhooks") { webhook in
            webhook.setDefault("failurePolicy", isBeta ? "Ignore" : "Fail")
            webhook.setDefault("matchPolicy", isBeta ? "Exact" : "Equivalent")
            webhook.setDefault("namespaceSelector", [:])
            webhook.setDefault("objectSelector", [:])
            webhook.setDefault("timeoutSeconds", isBeta ? 30 : 10)
            if isMutating { webhook.setDefault("reinvocationPolicy", "Never") }
            if isBeta { webhook.setDefault("sideEffects", "Unknown") }
            if isBeta { webhook.fill("admissionReviewVersions", ["v1beta1"]) }
            webhook.updateEach("rules") { $0.setDefault("scope", "*") }
            webhook.update("clientConfig") { Self.servicePort(&$0) }
        }
    }

    func admissionPolicy(_ object: inout FieldValue) {
        object.updateOrCreate("spec") { spec in
            spec.setDefault("failurePolicy", "Fail")
            spec.update("matchConstraints") { Self.matchResources(&$0) }
        }
    }

    func admissionPolicyBinding(_ object: inout FieldValue) {
        object.updateOrCreate("spec") { spec in
            spec.update("matchResources") { Self.matchResources(&$0) }
        }
    }

    private static func matchResources(_ match: inout FieldValue) {
        match.setDefault("matchPolicy", "Equivalent")
        match.setDefault("namespaceSelector", [:])
        match.setDefault("objectSelector", [:])
        for list in ["resourceRules", "excludeResourceRules"] {
            match.updateEach(list) { $0.setDefault("scope", "*") }
        }
    }
}
