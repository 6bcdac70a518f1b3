internal import FieldTree
internal import ObjectAccounting

/// What the endpoint controllers make of a Service. The addresses themselves are theirs to write; everything around
/// them follows from the Service.
struct EndpointsTemplate {
    /// The Service, completed.
    let service: FieldValue
    let version: KubernetesVersion

    private static let trigger = "endpoints.kubernetes.io/last-change-trigger-time"

    private var isHeadless: Bool { service["spec"]?["clusterIP"] == "None" }

    private func metadata(_ actual: FieldValue, name: FieldValue) -> FieldValue {
        var metadata: FieldValue = ["name": name]
        metadata.set("namespace", service["metadata"]?["namespace"])
        if let labels = service["metadata"]?["labels"] { metadata.set("labels", labels) }
        if isHeadless { metadata.updateOrCreate("labels") { $0.set("service.kubernetes.io/headless", "") } }
        if let time = actual["metadata"]?["annotations"]?[Self.trigger], Self.isTime(time) {
            metadata.set("annotations", [Self.trigger: time])
        }
        return metadata
    }

    private static func isTime(_ value: FieldValue) -> Bool {
        guard let text = value.string, (20...35).contains(text.utf8.count), text.hasSuffix("Z") else { return false }
        return text.utf8.allSatisfy { (48...58).contains($0) || [45, 46, 84, 90].contains($0) }
    }

    /// The Endpoints of the Service's name; `subsets` are the controller's when they name Pods of the namespace.
    func endpoints(_ actual: FieldValue) -> FieldValue {
        var metadata = metadata(actual, name: service["metadata"]?["name"] ?? .null)
        if version.isAtLeast(33) {
            metadata.updateOrCreate("labels") {
                $0.set("endpoints.kubernetes.io/managed-by", "endpoint-controller")
            }
        }
        var object: FieldValue = ["apiVersion": "v1", "kind": "Endpoints", "metadata": metadata]
        let subsets = actual["subsets"]?.list ?? []
        if subsets.allSatisfy(isSubset) { object.set("subsets", actual["subsets"]) }
        return object
    }

    private func isSubset(_ subset: FieldValue) -> Bool {
        let known = ["addresses", "notReadyAddresses", "ports"]
        guard (subset.map?.members ?? []).allSatisfy({ known.contains($0.key) }) else { return false }
        let addresses = (subset["addresses"]?.list ?? []) + (subset["notReadyAddresses"]?.list ?? [])
        return addresses.allSatisfy { isPod($0["targetRef"]) } && (subset["ports"]?.list ?? []).allSatisfy(isPort)
    }

    private func isPod(_ target: FieldValue?) -> Bool {
        target?["kind"] == "Pod" && target?["namespace"] == service["metadata"]?["namespace"]
    }

    /// Whether a port is one of the Service's: same name and protocol, and its target where that is a number.
    private func isPort(_ port: FieldValue) -> Bool {
        (service["spec"]?["ports"]?.list ?? []).contains { declared in
            (declared["name"] ?? "") == (port["name"] ?? "") && declared["protocol"] == (port["protocol"] ?? "TCP")
                && (declared["targetPort"]?.integer == nil || declared["targetPort"] == port["port"])
        }
    }

    /// An EndpointSlice of the Service.
    func slice(_ actual: FieldValue, owner: FieldValue) -> FieldValue {
        let prefix = (service["metadata"]?["name"]?.string ?? "") + "-"
        let given = actual["metadata"]?["name"]?.string ?? ""
        let name: FieldValue = .string(PodAdmission.isGenerated(given, prefix: prefix) ? given : prefix)
        var metadata = metadata(actual, name: name)
        metadata.set("generateName", .string(prefix))
        metadata.updateOrCreate("labels") { labels in
            labels.set("endpointslice.kubernetes.io/managed-by", "endpointslice-controller.k8s.io")
            labels.set("kubernetes.io/service-name", service["metadata"]?["name"])
        }
        metadata.set("ownerReferences", [owner])
        var slice: FieldValue = [
            "apiVersion": actual["apiVersion"] ?? .null, "kind": "EndpointSlice", "metadata": metadata,
        ]
        let families = service["spec"]?["ipFamilies"]?.list ?? ["IPv4"]
        let family = actual["addressType"] ?? .null
        slice.set("addressType", families.contains(family) ? family : families.first ?? "IPv4")
        let ports = actual["ports"]?.list ?? []
        if ports.allSatisfy(isPort) { slice.set("ports", actual["ports"]) }
        let endpoints = actual["endpoints"]?.list ?? []
        if endpoints.allSatisfy({ isPod($0["targetRef"]) }) { slice.set("endpoints", actual["endpoints"]) }
        return slice
    }
}
