internal import DesiredState
internal import ExactValues
internal import FieldTree
internal import ObjectAccounting

/// The exact forms of what the control plane writes for itself.
extension Judgement {
    func formOutcome(_ form: ControlPlaneForm) throws(MissingLiveState) -> RowOutcome {
        switch form {
        case .event: return eventOutcome()
        case .lease: return isLeaseOfControlPlane ? .holds : .notMeant
        case .address: return exactly(addressForm())
        case .serviceRegistration: return exactly(serviceRegistrationForm())
        case .certificateBundle: return try bundleOutcome()
        case .defaultAccount: return exactly(self.form("v1", "ServiceAccount", [:]))
        case .ownAccount: return exactly(ownAccountForm())
        case .tokenSecret: return exactly(try tokenSecretForm())
        case .tokenRequest: return tokenRequestOutcome()
        case .review: return .holds
        case .binding: return try bindingOutcome()
        case .releaseSecret: return releaseSecretOutcome()
        case .volumeAttachment: return try attachmentOutcome()
        case .mirrorPod: return try mirrorPodOutcome()
        case .ephemeralClaim: return try ephemeralClaimOutcome()
        case .authenticationConfiguration: return authenticationConfigurationOutcome()
        case .bootstrapRole: return bootstrapRoleOutcome()
        case .bootstrapBinding: return exactly(bootstrapBindingForms())
        case .bootstrapNamespace: return exactly(bootstrapNamespaceForm())
        case .bootstrapPriorityClass: return exactly(bootstrapPriorityClassForm())
        case .bootstrapFlow: return bootstrapFlowOutcome()
        case .bootstrapService: return bootstrapServiceOutcome()
        case .bootstrapEndpoints: return bootstrapEndpointsOutcome()
        }
    }

    /// Whether the object has one exact form; a denial names the paths where it has not. Without a form it is not meant.
    func exactly(_ form: FieldValue?) -> RowOutcome {
        exactly(form.map { [$0] } ?? [])
    }

    /// Whether the object has one of some exact forms.
    func exactly(_ forms: [FieldValue]) -> RowOutcome {
        guard !forms.isEmpty else { return .notMeant }
        let findings = nearest(forms, to: object)
        return findings.isEmpty ? .holds : refusedForm(findings)
    }

    func refusedForm(_ findings: [Finding]) -> RowOutcome {
        .refused(
            deny(
                .controlPlane, findings, declared: nil, basis: "the control plane's own form",
                next: "Only the control plane's own record is accounted for."))
    }

    /// The refusal of one path of the control plane's own record.
    func refusedForm(_ path: FieldPath, expected: FieldValue? = nil) -> RowOutcome {
        refusedForm([Finding(path: path, expected: expected, requested: object[path])])
    }

    func form(_ apiVersion: String, _ kind: String, _ metadata: FieldValue) -> FieldValue {
        var metadata = metadata
        metadata.set("name", .string(request.name))
        if !request.namespace.isEmpty { metadata.set("namespace", .string(request.namespace)) }
        return ["apiVersion": .string(apiVersion), "kind": .string(kind), "metadata": metadata]
    }

    // MARK: Leases

    /// Leases are held by the control plane in its own namespaces.
    private var isLeaseOfControlPlane: Bool {
        let isNodeLease = request.namespace == "kube-node-lease" && identity.node == request.name
        return request.namespace == "kube-system" || isNodeLease
    }

    /// Whether the lease is its holder's own: the API server's and the nodes' never change hands; a leader's does.
    var isOwnLease: Bool {
        identity.node != nil || request.name.hasPrefix("apiserver-") || request.name.hasPrefix("kube-apiserver-")
    }

    // MARK: Addresses and registrations

    /// The record of an address that the API server allocated for a declared Service.
    private func addressForm() -> FieldValue? {
        guard ServerChoices.isAddress(.string(request.name)) else { return nil }
        let isIPv6 = request.name.utf8.contains(UInt8(ascii: ":"))
        var form = form(
            object["apiVersion"]?.string ?? "", "IPAddress",
            [
                "labels": [
                    "ipaddress.kubernetes.io/ip-family": isIPv6 ? "IPv6" : "IPv4",
                    "ipaddress.kubernetes.io/managed-by": "ipallocator.k8s.io",
                ]
            ])
        let parent = object["spec"]?["parentRef"] ?? [:]
        let service = ObjectReference(
            group: "", kind: "Service", namespace: parent["namespace"]?.string ?? "", name: parent["name"]?.string ?? ""
        )
        let isOwn = service.namespace == "default" && service.name == "kubernetes"
        let isDeclared = desired.object(service) != nil || isOwn
        form.set(
            "spec",
            [
                "parentRef": [
                    "resource": "services", "namespace": isDeclared ? .string(service.namespace) : "",
                    "name": isDeclared ? .string(service.name) : "",
                ]
            ])
        return form
    }

    /// The registration that the API server writes for each version of a declared CustomResourceDefinition.
    private func serviceRegistrationForm() -> FieldValue? {
        guard let dot = request.name.firstIndex(of: ".") else { return nil }
        let version = String(request.name[..<dot])
        let group = String(request.name[request.name.index(after: dot)...])
        let definitions = desired.objects(in: "", group: "apiextensions.k8s.io", kind: "CustomResourceDefinition")
        let isDeclared = definitions.contains { object in
            object.value["spec"]?["group"] == .string(group)
                && (object.value["spec"]?["versions"]?.list ?? []).contains { $0["name"] == .string(version) }
        }
        guard isDeclared else { return builtInRegistrationForm(group: group, version: version) }
        var form = form(
            "apiregistration.k8s.io/v1", "APIService", ["labels": ["kube-aggregator.kubernetes.io/automanaged": "true"]]
        )
        form.set(
            "spec",
            [
                "group": .string(group), "version": .string(version), "groupPriorityMinimum": 1000,
                "versionPriority": 100,
            ])
        var condition: FieldValue = [
            "type": "Available", "status": "True", "reason": "Local",
            "message": "Local APIServices are always available",
        ]
        condition.set("lastTransitionTime", object["status"]?["conditions"]?.list?.first?["lastTransitionTime"])
        form.set("status", ["conditions": [condition]])
        return form
    }

    /// The registration of a group that the API server serves itself: it names no Service, so it gives nobody anything.
    private func builtInRegistrationForm(group: String, version: String) -> FieldValue? {
        guard APIGroups.builtIn.contains(group), object["spec"]?["service"] == nil else { return nil }
        let label = object["metadata"]?["labels"]?["kube-aggregator.kubernetes.io/automanaged"] ?? "onstart"
        var form = form(
            "apiregistration.k8s.io/v1", "APIService",
            ["labels": ["kube-aggregator.kubernetes.io/automanaged": label == "true" ? "true" : "onstart"]])
        form.set("spec", ["group": .string(group), "version": .string(version)])
        for key in ["groupPriorityMinimum", "versionPriority"] {
            let number = object["spec"]?[key]?.integer ?? 0
            form.update("spec") { $0.set(key, .integer(max(1, min(number, 20_000)))) }
        }
        form.set("status", object["status"])
        return form
    }

    // MARK: Accounts

    /// The accounts that the controller manager makes for itself.
    private func ownAccountForm() -> FieldValue? {
        guard request.namespace == "kube-system", ControlPlaneAccounts.controllers.contains(request.name) else {
            return nil
        }
        return form("v1", "ServiceAccount", [:])
    }
}
