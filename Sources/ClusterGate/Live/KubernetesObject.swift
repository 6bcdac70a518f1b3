internal import DesiredState
internal import FieldTree

/// What every Kubernetes object has, read from its value (https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/).
struct KubernetesObject {
    let value: FieldValue

    init(_ value: FieldValue) {
        self.value = value
    }

    var metadata: FieldValue { value["metadata"] ?? [:] }
    var name: String { metadata["name"]?.string ?? "" }
    var namespace: String { metadata["namespace"]?.string ?? "" }
    var uid: FieldValue? { metadata["uid"] }
    var kind: String { value["kind"]?.string ?? "" }
    var group: String { ObjectReference.group(ofAPIVersion: value["apiVersion"]?.string ?? "") }
    var isBeingDeleted: Bool { metadata["deletionTimestamp"] ?? .null != .null }
    var owners: [FieldValue] { metadata["ownerReferences"]?.list ?? [] }
    var controllerReference: FieldValue? { owners.first { $0["controller"] == true } }

    var reference: ObjectReference {
        ObjectReference(group: group, kind: kind, namespace: namespace, name: name)
    }

    func label(_ key: String) -> String? { metadata["labels"]?[key]?.string }
    func annotation(_ key: String) -> String? { metadata["annotations"]?[key]?.string }

    /// Whether its status says that a condition of this type is true.
    func hasCondition(_ type: String, reason: String? = nil) -> Bool {
        (value["status"]?["conditions"]?.list ?? []).contains { condition in
            condition["type"] == .string(type) && condition["status"] == "True"
                && (reason == nil || condition["reason"] == reason.map { .string($0) })
        }
    }
}
