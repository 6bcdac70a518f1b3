internal import FieldTree
internal import ObjectAccounting

/// The name of a PersistentVolumeClaim that a StatefulSet makes from a claim template
/// (https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-storage).
struct ClaimName {
    let name: String
    let template: FieldValue

    /// - Returns: nil when `name` is no claim of `set`: not one of its templates, or an ordinal beyond its replicas.
    init?(_ name: String, set: FieldValue) {
        let setName = set["metadata"]?["name"]?.string ?? ""
        let replicas = set["spec"]?["replicas"]?.integer ?? 1
        for template in set["spec"]?["volumeClaimTemplates"]?.list ?? [] {
            let prefix = "\(template["metadata"]?["name"]?.string ?? "")-\(setName)-"
            guard name.hasPrefix(prefix), let ordinal = Int64(name.dropFirst(prefix.count)),
                String(ordinal) == name.dropFirst(prefix.count), (0..<max(0, replicas)).contains(ordinal)
            else { continue }
            self.name = name
            self.template = template
            return
        }
        return nil
    }

    /// The claim as the controller makes it: the template's specification, the set's selector labels.
    func claim(of set: FieldValue, version: KubernetesVersion) -> FieldValue {
        var metadata = template["metadata"] ?? [:]
        metadata.set("name", .string(name))
        metadata.set("namespace", set["metadata"]?["namespace"])
        metadata.set("creationTimestamp", nil)
        for member in set["spec"]?["selector"]?["matchLabels"]?.map?.members ?? [] {
            metadata.updateOrCreate("labels") { $0.set(member.key, member.value) }
        }
        let claim: FieldValue = [
            "apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": metadata, "spec": template["spec"] ?? [:],
        ]
        return ServerDefaults(version: version).complete(claim)
    }
}
