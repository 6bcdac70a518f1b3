internal import DesiredState
internal import ExactValues
internal import FieldTree
internal import ObjectAccounting

/// Endpoints and EndpointSlices: the addresses of live Pods that a Service selects, and nothing else.
extension Judgement {
    /// Endpoints of a declared Service of that name, or of the gate's own: everything but the addresses follows from it.
    func endpointsOutcome(changes: [Difference]) throws(MissingLiveState) -> RowOutcome {
        let reference = ObjectReference(group: "", kind: "Service", namespace: request.namespace, name: request.name)
        var services: [FieldValue] = []
        if let declared = desired.object(reference) {
            services = expectedForms(declared, actual: declared.value, previous: nil)
        } else if rules.isOwnService(reference), let live = try lookUp(reference) {
            services = [live]
        }
        guard !services.isEmpty else { return .notMeant }
        guard
            services.contains(where: {
                !($0["spec"]?["selector"] ?? .null).isEmpty && $0["spec"]?["type"] != "ExternalName"
            })
        else {
            return .refused(
                deny(
                    .lineage, "\(self.reference): \(reference) selects no Pods, so no controller writes its addresses",
                    path: FieldPath("metadata", "name")))
        }
        let forms = services.map { EndpointsTemplate(service: $0, version: version).endpoints(object) }
        return formsOutcome([forms], changes: changes)
    }

    /// Every address that is new is that of a live Pod that the Service selects, under that Pod's uid and on its node.
    func addressesOutcome() throws(MissingLiveState) -> RowOutcome {
        let known = Set(addresses(of: oldObject).map(\.value))
        let new = addresses(of: object).filter { !known.contains($0.value) }
        guard !new.isEmpty else { return .holds }
        let isSlice = request.kind == "EndpointSlice"
        let name = isSlice ? KubernetesObject(object).label("kubernetes.io/service-name") ?? "" : request.name
        let reference = ObjectReference(group: "", kind: "Service", namespace: request.namespace, name: name)
        let service = try lookUp(reference) ?? desired.object(reference)?.value
        let selection = PodSelection(namespace: request.namespace, labels: service?["spec"]?["selector"])
        guard !selection.labels.isEmpty else { return refusedAddress(new[0].path, "its Service selects no Pods") }
        var pods: [Name: FieldValue] = [:]
        for pod in try lookUp(selection) { pods[Name(KubernetesObject(pod).name)] = pod }
        for address in new {
            let target = address.value["targetRef"]
            guard let pod = pods[Name(target?["name"]?.string ?? "")], target?["uid"] == pod["metadata"]?["uid"] else {
                return refusedAddress(address.path, "it is no live Pod that \(reference) selects")
            }
            guard Self.isAddress(address.value, of: pod) else {
                return refusedAddress(address.path, "it is not the address of \(KubernetesObject(pod).reference)")
            }
        }
        return .holds
    }

    private func refusedAddress(_ path: FieldPath, _ reason: String) -> RowOutcome {
        .refused(
            deny(.lineage, "\(reference): \(path) is not accounted for: \(reason)", path: path))
    }

    /// The addresses of an Endpoints or an EndpointSlice and where they stand.
    private func addresses(of object: FieldValue) -> [(path: FieldPath, value: FieldValue)] {
        if request.kind == "EndpointSlice" {
            return (object["endpoints"]?.list ?? []).enumerated().map { index, value in
                (FieldPath("endpoints").appending(.index(index)), value)
            }
        }
        var found: [(path: FieldPath, value: FieldValue)] = []
        for (index, subset) in (object["subsets"]?.list ?? []).enumerated() {
            for list in ["addresses", "notReadyAddresses"] {
                let path = FieldPath("subsets").appending(.index(index)).appending(list)
                for (place, value) in (subset[list]?.list ?? []).enumerated() {
                    found.append((path.appending(.index(place)), value))
                }
            }
        }
        return found
    }

    /// Whether an address is one that a Pod has, on the node that it runs on.
    private static func isAddress(_ address: FieldValue, of pod: FieldValue) -> Bool {
        let status = pod["status"] ?? [:]
        let own = [status["podIP"]].compactMap { $0 } + (status["podIPs"]?.list ?? []).compactMap { $0["ip"] }
        let given = address["addresses"]?.list ?? [address["ip"] ?? .null]
        let node = address["nodeName"]
        return !given.isEmpty && given.allSatisfy { own.contains($0) }
            && (node == nil || node == pod["spec"]?["nodeName"])
    }

    // MARK: Mirroring

    /// The slices of Endpoints that Git declares for a Service without a selector: they say what the Endpoints say.
    func mirrorOutcome() throws(MissingLiveState) -> RowOutcome {
        let slice = KubernetesObject(object)
        let name = slice.label("kubernetes.io/service-name") ?? ""
        let reference = ObjectReference(group: "", kind: "Endpoints", namespace: request.namespace, name: name)
        guard desired.object(reference) != nil, let live = try lookUp(reference) else { return .notMeant }
        let owners = slice.owners
        guard owners.count == 1, owners[0]["kind"] == "Endpoints", owners[0]["uid"] == live["metadata"]?["uid"],
            slice.label("endpointslice.kubernetes.io/managed-by") == "endpointslicemirroring-controller.k8s.io"
        else { return refusedAddress(FieldPath("metadata", "ownerReferences"), "it is not that of \(reference)") }
        var known: Set<FieldValue> = []
        for subset in live["subsets"]?.list ?? [] {
            for address in (subset["addresses"]?.list ?? []) + (subset["notReadyAddresses"]?.list ?? []) {
                if let ip = address["ip"] { known.insert(ip) }
            }
        }
        for (path, endpoint) in addresses(of: object) {
            for address in endpoint["addresses"]?.list ?? [] where !known.contains(address) {
                return refusedAddress(path, "\(reference) has no such address")
            }
        }
        return .holds
    }
}
