internal import ExactValues
internal import FieldTree
internal import ObjectAccounting

/// The name of a PersistentVolumeClaim that a StatefulSet makes from a claim template
/// (https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-storage).
struct ClaimName {
    let name: String
    let template: FieldValue
    /// The number of the replica that the claim is for.
    let ordinal: Int64
    /// Whether the set has a replica of that number.
    let isWanted: Bool

    /// - Returns: nil when `name` is no claim of `set` for any ordinal.
    init?(_ name: String, set: FieldValue) {
        let setName = set["metadata"]?["name"]?.string ?? ""
        for template in set["spec"]?["volumeClaimTemplates"]?.list ?? [] {
            let prefix = "\(template["metadata"]?["name"]?.string ?? "")-\(setName)-"
            guard let ordinal = Self.ordinal(name, after: prefix) else { continue }
            self.name = name
            self.template = template
            self.ordinal = ordinal
            isWanted = Self.ordinals(of: set).contains(ordinal)
            return
        }
        return nil
    }

    /// The number after a prefix, in the one spelling that a controller writes; nil when there is none.
    static func ordinal(_ name: String, after prefix: String) -> Int64? {
        guard name.utf8.starts(with: prefix.utf8) else { return nil }
        let digits = String(decoding: name.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
        guard let number = Int64(digits), number >= 0, ExactText.equal(String(number), digits) else { return nil }
        return number
    }

    /// The numbers of a set's replicas (`ordinals.start` since 1.26).
    static func ordinals(of set: FieldValue) -> Range<Int64> {
        let start = max(0, set["spec"]?["ordinals"]?["start"]?.integer ?? 0)
        let (end, isOver) = start.addingReportingOverflow(max(0, set["spec"]?["replicas"]?.integer ?? 1))
        return isOver ? start..<start : start..<end
    }

    /// The claim as the controller makes it: the template's specification, the set's selector labels; and with the owner
    /// that a retention policy of the set asks for.
    func forms(of set: FieldValue, uid: FieldValue?, version: KubernetesVersion) -> [FieldValue] {
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
        let plain = ServerDefaults(version: version).complete(claim)
        guard set["spec"]?["persistentVolumeClaimRetentionPolicy"]?["whenDeleted"] == "Delete" else { return [plain] }
        var owner: FieldValue = [
            "apiVersion": "apps/v1", "kind": "StatefulSet", "name": set["metadata"]?["name"] ?? .null,
            "uid": uid ?? .null,
        ]
        let named = Self.owned(plain, by: owner)
        owner.set("controller", true)
        owner.set("blockOwnerDeletion", true)
        return [plain, named, Self.owned(plain, by: owner)]
    }

    private static func owned(_ claim: FieldValue, by owner: FieldValue) -> FieldValue {
        var claim = claim
        claim.updateOrCreate("metadata") { $0.set("ownerReferences", [owner]) }
        return claim
    }
}
