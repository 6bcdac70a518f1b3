internal import DesiredState
internal import FieldTree

/// Events: each is written by the component that it names as its source, about one object of its namespace.
extension Judgement {
    private static let eventMembers: Set<String> = [
        "action", "apiVersion", "count", "eventTime", "firstTimestamp", "involvedObject", "kind", "lastTimestamp",
        "message", "metadata", "reason", "related", "reportingComponent", "reportingInstance", "series", "source",
        "type",
    ]

    /// An event is written by the component that it names as its source, about one object of its namespace.
    func eventOutcome() -> RowOutcome {
        let members = object.map?.members ?? []
        for member in members where !Self.eventMembers.contains(member.key) {
            return .refused(
                deny(.controlPlane, "an Event has no field \(member.key)", path: FieldPath(member.key)))
        }
        let involved = object["involvedObject"] ?? [:]
        let metadata = ServerOwned.stripped(object)["metadata"]?.map?.members ?? []
        for member in metadata where !["name", "namespace"].contains(member.key) {
            let path = FieldPath("metadata", member.key)
            return .refused(deny(.controlPlane, "\(reference): an event has no \(path)", path: path))
        }
        for (holds, path, meaning) in eventChecks(involved) where !holds {
            return .refused(deny(.controlPlane, "\(reference): \(path) \(meaning), and here is not", path: path))
        }
        return .holds
    }

    private func eventChecks(_ involved: FieldValue) -> [(holds: Bool, path: FieldPath, meaning: String)] {
        let name = involved["name"]?.string ?? ""
        let type = object["type"]
        return [
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
    func isSource(_ component: FieldValue?) -> Bool {
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
}
