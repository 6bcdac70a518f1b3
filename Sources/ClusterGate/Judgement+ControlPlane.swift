internal import DesiredState
internal import ExactValues
internal import FieldTree
internal import ObjectAccounting

extension Judgement {
    // MARK: CREATE

    /// CREATE of a record that the control plane keeps for itself; nil when the request is of another kind.
    func controlPlaneCreation() throws(MissingLiveObject) -> Verdict? {
        switch (request.group, request.kind) {
        case ("", "Event"), ("events.k8s.io", "Event"): return eventCreation()
        case ("coordination.k8s.io", "Lease"): return leaseVerdict()
        case ("networking.k8s.io", "IPAddress"): return exactly(addressForm(), .controlPlane)
        case ("apiregistration.k8s.io", "APIService"): return exactly(serviceRegistrationForm(), .controlPlane)
        case ("", "ConfigMap"): return exactly(publishedForm(), .controlPlane)
        case ("", "ServiceAccount"): return exactly(defaultAccountForm(), .controlPlane)
        case ("", "Secret"): return exactly(try tokenSecretForm(), .controlPlane)
        case ("authentication.k8s.io", _), ("authorization.k8s.io", _): return reviewVerdict()
        default: return nil
        }
    }

    /// Allows the object when it has one exact form, denies it with the paths where it has not; nil without a form.
    private func exactly(_ form: FieldValue?, _ rule: Verdict.Rule) -> Verdict? {
        guard let form else { return nil }
        let findings = nearest([form], to: object)
        guard !findings.isEmpty else { return allow(rule) }
        return deny(
            rule, findings, declared: nil, basis: "the control plane's own form",
            next: "Only the control plane's own record is accounted for.")
    }

    /// Reviews (TokenReview, SubjectAccessReview and their kin) store nothing.
    private func reviewVerdict() -> Verdict? {
        request.kind.hasSuffix("Review") ? allow(.controlPlane) : nil
    }

    // MARK: Events

    private static let eventMembers: Set<String> = [
        "action", "apiVersion", "count", "eventTime", "firstTimestamp", "involvedObject", "kind", "lastTimestamp",
        "message", "metadata", "reason", "related", "reportingComponent", "reportingInstance", "series", "source",
        "type",
    ]

    /// An event is written by the component that it names as its source, about one object of its namespace.
    private func eventCreation() -> Verdict? {
        guard identity.isControlPlane else { return nil }
        let members = object.map?.members ?? []
        for member in members where !Self.eventMembers.contains(member.key) {
            return deny(.controlPlane, "an Event has no field \(member.key)", path: FieldPath(member.key))
        }
        let involved = object["involvedObject"] ?? [:]
        let metadata = ServerOwned.stripped(object)["metadata"]?.map?.members ?? []
        for member in metadata where !["name", "namespace"].contains(member.key) {
            let path = FieldPath("metadata", member.key)
            return deny(.controlPlane, "\(reference): an event has no \(path)", path: path)
        }
        let name = involved["name"]?.string ?? ""
        let type = object["type"]
        let checks: [(Bool, FieldPath, String)] = [
            (type == "Normal" || type == "Warning", FieldPath("type"), "is Normal or Warning"),
            (
                isEventName(object["metadata"]?["name"]?.string ?? "", involved: name), FieldPath("metadata", "name"),
                "is the involved object's name, a dot and a number"
            ),
            (isSource(object["source"]?["component"]), FieldPath("source", "component"), "is the sender's own name"),
            (
                isSource(object["reportingComponent"]), FieldPath("reportingComponent"), "is the sender's own name"
            ),
            (
                Set(involved.map?.keys.map { $0 } ?? []).isSubset(of: Self.involvedMembers),
                FieldPath("involvedObject"),
                "names one object"
            ),
            (
                Set(object["source"]?.map?.keys.map { $0 } ?? []).isSubset(of: ["component", "host"]),
                FieldPath("source"), "names one component"
            ),
            (isLiveUID(involved), FieldPath("involvedObject", "uid"), "is the live object's"),
            (object["count"] == nil || object["count"] == 1, FieldPath("count"), "starts at 1"),
            (object["lastTimestamp"] == object["firstTimestamp"], FieldPath("lastTimestamp"), "starts as the first"),
            (
                ["", request.namespace].contains(involved["namespace"]?.string ?? ""),
                FieldPath("involvedObject", "namespace"), "is the event's own namespace"
            ),
        ]
        for (holds, path, meaning) in checks where !holds {
            return deny(.controlPlane, "\(reference): \(path) \(meaning), and here is not", path: path)
        }
        return allow(.controlPlane)
    }

    private static let involvedMembers: Set<String> = [
        "apiVersion", "fieldPath", "kind", "name", "namespace", "resourceVersion", "uid",
    ]

    /// Whether the event is about the object that is in the cluster, as far as that is known without asking.
    private func isLiveUID(_ involved: FieldValue) -> Bool {
        let reference = ObjectReference(
            group: ObjectReference.group(ofAPIVersion: involved["apiVersion"]?.string ?? ""),
            kind: involved["kind"]?.string ?? "", namespace: involved["namespace"]?.string ?? "",
            name: involved["name"]?.string ?? "")
        guard case .present(let object) = live.object(reference), let uid = involved["uid"] else { return true }
        return object["metadata"]?["uid"] == uid
    }

    private func isEventName(_ name: String, involved: String) -> Bool {
        guard name.hasPrefix(involved + ".") else { return false }
        let number = name.dropFirst(involved.count + 1)
        return !number.isEmpty && number.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    /// Components write events under the name of their service account; the scheduler, nodes and the API server under
    /// their own.
    private func isSource(_ component: FieldValue?) -> Bool {
        guard let component = component?.string, !component.isEmpty else { return true }
        if identity.isController(component) { return true }
        if identity.isScheduler { return component == "default-scheduler" }
        if identity.node != nil { return component == "kubelet" || component == "kube-proxy" }
        let aliases: [String: [String]] = [
            "persistent-volume-binder": ["persistentvolume-controller"],
            "daemon-set-controller": ["daemonset-controller"],
            "disruption-controller": ["controllermanager"], "cronjob-controller": ["cronjob-controller"],
            "endpointslice-controller": ["endpoint-slice-controller"],
            "endpointslicemirroring-controller": ["endpoint-slice-mirroring-controller"],
            "node-controller": ["node-controller", "controllermanager"], "service-controller": ["service-controller"],
            "generic-garbage-collector": ["garbage-collector-controller"],
            "resourcequota-controller": ["resource-quota-controller"],
            "taint-eviction-controller": ["taint-eviction-controller"],
        ]
        for (controller, names) in aliases where identity.isController(controller) { return names.contains(component) }
        return identity.isControllerManager || identity.isAPIServer
    }

    private static let eventCounters: [FieldPath] = [
        FieldPath("count"), FieldPath("lastTimestamp"), FieldPath("message"), FieldPath("series"),
    ]

    // MARK: Leases

    /// Leases are held by the control plane in its own namespaces.
    private func leaseVerdict() -> Verdict? {
        let isNodeLease = request.namespace == "kube-node-lease" && identity.node == request.name
        guard identity.isControlPlane, request.namespace == "kube-system" || isNodeLease else { return nil }
        return allow(.controlPlane)
    }

    /// The API server's and the nodes' leases are renewed and never change hands; a leader's may.
    private func leaseFields() -> [FieldPath] {
        let isOwn =
            identity.node != nil || request.name.hasPrefix("apiserver-") || request.name.hasPrefix("kube-apiserver-")
        let fields = isOwn ? ["renewTime"] : ["acquireTime", "holderIdentity", "leaseTransitions", "renewTime"]
        return fields.map { FieldPath("spec", $0) }
    }

    // MARK: Exact forms

    private func form(_ apiVersion: String, _ kind: String, _ metadata: FieldValue) -> FieldValue {
        var metadata = metadata
        metadata.set("name", .string(request.name))
        if !request.namespace.isEmpty { metadata.set("namespace", .string(request.namespace)) }
        return ["apiVersion": .string(apiVersion), "kind": .string(kind), "metadata": metadata]
    }

    /// The record of an address that the API server allocated for a declared Service.
    private func addressForm() -> FieldValue? {
        guard identity.isAPIServer, ServerChoices.isAddress(.string(request.name)) else { return nil }
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
        guard identity.isAPIServer, let dot = request.name.firstIndex(of: ".") else { return nil }
        let version = String(request.name[..<dot])
        let group = String(request.name[request.name.index(after: dot)...])
        let definitions = desired.objects(in: "", group: "apiextensions.k8s.io", kind: "CustomResourceDefinition")
        let isDeclared = definitions.contains { object in
            object.value["spec"]?["group"] == .string(group)
                && (object.value["spec"]?["versions"]?.list ?? []).contains { $0["name"] == .string(version) }
        }
        guard isDeclared else { return nil }
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

    private static let rootDescription = """
        Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the \
        internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes \
        clusters.
        """

    /// The certificate bundles that a publisher keeps in every namespace.
    private func publishedForm() -> FieldValue? {
        guard let publisher = Publisher.of(reference, declaredServices: desired), publisher.isHeld(by: identity) else {
            return nil
        }
        let isRoot = request.name == "kube-root-ca.crt"
        let key = isRoot ? "ca.crt" : "service-ca.crt"
        var metadata: FieldValue = [:]
        if isRoot, version.isAtLeast(21) {
            metadata = ["annotations": ["kubernetes.io/description": .string(Self.rootDescription)]]
        } else if !isRoot {
            metadata = ["annotations": ["service.beta.openshift.io/inject-cabundle": "true"]]
        }
        var form = form("v1", "ConfigMap", metadata)
        let bundle = object["data"]?[key]?.string ?? ""
        form.set("data", [key: .string(Self.isCertificateBundle(bundle) ? bundle : "")])
        return form
    }

    /// Whether the text is nothing but PEM certificates; a publisher without a bundle writes an empty one.
    private static func isCertificateBundle(_ text: String) -> Bool {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
        var isInside = false
        for line in lines {
            switch (line, isInside) {
            case ("-----BEGIN CERTIFICATE-----", false): isInside = true
            case ("-----END CERTIFICATE-----", true): isInside = false
            case (_, true):
                let isBase64 = line.utf8.allSatisfy {
                    (65...90).contains($0) || (97...122).contains($0) || (47...57).contains($0) || $0 == 43 || $0 == 61
                }
                guard isBase64, line.utf8.count <= 76 else { return false }
            default: return false
            }
        }
        return !isInside
    }

    /// The account `default` of every namespace, and the accounts that the controller manager makes for itself.
    private func defaultAccountForm() -> FieldValue? {
        let isDefault = request.name == "default" && identity.isController("service-account-controller")
        let isOwn =
            request.namespace == "kube-system" && identity.isControllerManager
            && Self.controllerAccounts.contains(request.name)
        guard isDefault || isOwn else { return nil }
        return form("v1", "ServiceAccount", [:])
    }

    /// Up to 1.23 the controller manager makes a token Secret for each ServiceAccount that is in the cluster.
    private func tokenSecretForm() throws(MissingLiveObject) -> FieldValue? {
        let suffix = "-token-".utf8.count + 5
        let account = String(request.name.dropLast(suffix))
        guard !version.isAtLeast(24), identity.isControllerManager || identity.isController("tokens-controller"),
            PodAdmission.isGenerated(request.name, prefix: account + "-token-")
        else { return nil }
        let live = try lookUp(
            ObjectReference(group: "", kind: "ServiceAccount", namespace: request.namespace, name: account))
        guard let live else { return nil }
        var form = form(
            "v1", "Secret",
            [
                "annotations": [
                    "kubernetes.io/service-account.name": .string(account),
                    "kubernetes.io/service-account.uid": live["metadata"]?["uid"] ?? "",
                ]
            ])
        form.set("type", "kubernetes.io/service-account-token")
        var data: FieldValue = ["namespace": .string(Base64.encode(Array(request.namespace.utf8)))]
        for key in ["ca.crt", "token"] {
            let value = object["data"]?[key]?.string ?? ""
            data.set(key, .string(isEncoded(value) ? value : ""))
        }
        form.set("data", data)
        return form
    }

    /// Whether a text is base64 (RFC 4648) of at least one byte.
    private func isEncoded(_ text: String) -> Bool {
        Base64.decode(text.utf8)?.isEmpty == false
    }

    // MARK: UPDATE

    /// UPDATE of a record of the control plane; nil when the request is of another kind.
    func controlPlaneChange(_ changes: [Difference]) throws(MissingLiveObject) -> Verdict? {
        switch (request.group, request.kind) {
        case ("", "Event"), ("events.k8s.io", "Event"):
            guard identity.isControlPlane, isSource(oldObject["source"]?["component"]) else { return nil }
            return onlyBelow(Self.eventCounters, changes)
        case ("coordination.k8s.io", "Lease"):
            guard leaseVerdict() != nil else { return nil }
            return onlyBelow(leaseFields(), changes)
        case ("", "ConfigMap"): return exactly(publishedForm(), .controlPlane)
        case ("rbac.authorization.k8s.io", "ClusterRole"): return aggregation(changes)
        default: return nil
        }
    }

    private func onlyBelow(_ paths: [FieldPath], _ changes: [Difference]) -> Verdict? {
        let findings = changes.filter { change in !paths.contains { change.path.starts(with: $0) } }.map {
            Finding(path: $0.path, expected: $0.before, requested: $0.after, note: $0.note)
        }
        guard !findings.isEmpty else { return allow(.controlPlane) }
        return deny(
            .controlPlane, findings, declared: nil, basis: "the stored object",
            next: "Only the record's counters and times change.")
    }
}
