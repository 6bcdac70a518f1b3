internal import DesiredState
internal import ExactValues
internal import FieldTree
internal import ObjectAccounting

/// The conditions that speak of one change.
extension Judgement {
    func holds(_ condition: Condition, for change: Difference) throws(MissingLiveState) -> Bool {
        switch condition {
        case .isAdded: return change.before == nil && change.after != nil
        case .isRemoved: return change.after == nil
        case .becomes(let values): return change.after.map { values.contains($0) } ?? false
        case .isNumber: return change.after?.string.map { UInt64($0) != nil } ?? false
        case .bindsClaim: return try isVolumeBinding(change)
        case .bindsVolume: return try isClaimBinding(change)
        case .namesNode: return change.after?.string.map { !$0.isEmpty } ?? true
        case .namesGeneratedToken: return isTokenSecretReference(change)
        case .isWithinAutoscaler: return isWithinAutoscaler(change)
        case .isProvisionerOfClass: return try isProvisioner(change)
        case .isDefaultClass: return try isDefaultClass(change)
        case .elementIsNamed(let prefix):
            return (change.after ?? change.before)?.string.map { $0.utf8.starts(with: prefix.utf8) } ?? false
        default: return false
        }
    }

    // MARK: Volumes

    /// The claim that a volume is bound to goes from nothing to one that is there, or is the same and gains its uid (and
    /// the resource version that the binder saw).
    private func isVolumeBinding(_ change: Difference) throws(MissingLiveState) -> Bool {
        guard let claim = object["spec"]?["claimRef"] else { return false }
        let known = ["apiVersion", "kind", "name", "namespace", "resourceVersion", "uid"]
        guard change.path.steps.count == 3, case .member(let key) = change.path.steps[2], known.contains(key),
            change.after != nil
        else { return false }
        let stored = oldObject["spec"]?["claimRef"] ?? .null
        if !stored.isEmpty {
            // A claim that Git reserved by name, or that was bound before.
            let isSame = stored["name"] == claim["name"] && stored["namespace"] == claim["namespace"]
            guard isSame, stored["uid"] == nil || stored["uid"] == "" || stored["uid"] == claim["uid"] else {
                return false
            }
        }
        if key == "apiVersion" { return change.after == "v1" }
        if key == "kind" { return change.after == "PersistentVolumeClaim" }
        if key == "resourceVersion" { return change.after?.string?.utf8.allSatisfy { (48...57).contains($0) } ?? false }
        let reference = ObjectReference(
            group: "", kind: "PersistentVolumeClaim", namespace: claim["namespace"]?.string ?? "",
            name: claim["name"]?.string ?? "")
        guard let live = try lookUp(reference) else { return false }
        return key != "uid" || live["metadata"]?["uid"] == claim["uid"]
    }

    /// The binder writes the volume that a claim is bound to: one whose `claimRef` is this claim.
    private func isClaimBinding(_ change: Difference) throws(MissingLiveState) -> Bool {
        guard change.before == nil, let name = change.after?.string else { return false }
        let reference = ObjectReference(group: "", kind: "PersistentVolume", namespace: "", name: name)
        guard let volume = try lookUp(reference), let claim = volume["spec"]?["claimRef"] else { return false }
        return claim["uid"] == object["metadata"]?["uid"] && claim["name"] == .string(request.name)
            && claim["namespace"] == .string(request.namespace)
    }

    /// The class that a claim asks for, as it is in the cluster.
    private func storageClass(_ name: String) throws(MissingLiveState) -> FieldValue? {
        try lookUp(ObjectReference(group: "storage.k8s.io", kind: "StorageClass", namespace: "", name: name))
    }

    private func isProvisioner(_ change: Difference) throws(MissingLiveState) -> Bool {
        guard let name = object["spec"]?["storageClassName"]?.string, let wanted = change.after else { return false }
        return try storageClass(name)?["provisioner"] == wanted
    }

    /// A claim without a class gets the default one, also when that was marked so later.
    private func isDefaultClass(_ change: Difference) throws(MissingLiveState) -> Bool {
        guard let name = change.after?.string, let found = try storageClass(name) else { return false }
        return KubernetesObject(found).annotation("storageclass.kubernetes.io/is-default-class") == "true"
    }

    // MARK: Autoscaling

    private func isWithinAutoscaler(_ change: Difference) -> Bool {
        guard let declared, let bounds = autoscaler(of: declared)?.bounds else { return false }
        return bounds.contains(change.after?.integer ?? 0)
    }

    // MARK: Service accounts before 1.24

    /// Up to 1.23 the controller manager lists the token Secret that it made for an account in the account.
    private func isTokenSecretReference(_ change: Difference) -> Bool {
        guard !version.isAtLeast(24), let name = change.after?.string,
            case .member("name")? = change.path.steps.last
        else { return false }
        return PodAdmission.isGenerated(name, prefix: request.name + "-token-")
    }
}
