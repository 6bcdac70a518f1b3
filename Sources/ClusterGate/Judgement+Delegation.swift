internal import DesiredState
internal import FieldTree
internal import ObjectAccounting

extension Judgement {
    /// Whether one changed path is written by the controller that it belongs to, in the form in which it writes it.
    func isDelegated(_ change: Difference, before: FieldValue, after: FieldValue) throws(MissingLiveObject) -> Bool {
        if isFinalizerWork(change) { return true }
        switch (reference.group, reference.kind) {
        case ("", "PersistentVolume"): return try isVolumeBinding(change, after: after)
        case ("", "PersistentVolumeClaim"): return try isClaimBinding(change, after: after)
        case ("", "ServiceAccount"): return isTokenSecretReference(change)
        default: return false
        }
    }

    // MARK: Finalizers

    private static let finalizerOwners: [String: [String]] = [
        "kubernetes.io/pvc-protection": ["pvc-protection-controller"],
        "kubernetes.io/pv-protection": ["pv-protection-controller"],
        "foregroundDeletion": ["generic-garbage-collector"],
        "orphan": ["generic-garbage-collector"],
        "batch.kubernetes.io/job-tracking": ["job-controller"],
        "service.kubernetes.io/load-balancer-cleanup": ["service-controller"],
    ]

    /// A finalizer that its own controller removes; a cloud's service controller also adds its own.
    private func isFinalizerWork(_ change: Difference) -> Bool {
        guard change.path.starts(with: FieldPath("metadata", "finalizers")) else { return false }
        if change.path.steps.count == 2 { return change.before?.isEmpty ?? true && change.after?.isEmpty ?? true }
        guard let name = (change.before ?? change.after)?.string, let owners = Self.finalizerOwners[name],
            identity.isController(in: owners)
        else { return false }
        return change.after == nil || owners == ["service-controller"]
    }

    // MARK: Volumes

    /// The binder writes the claim that a volume is bound to: one that is there, by name and uid.
    private func isVolumeBinding(_ change: Difference, after: FieldValue) throws(MissingLiveObject) -> Bool {
        guard identity.isController("persistent-volume-binder") else { return false }
        if isAnnotation(change, "pv.kubernetes.io/bound-by-controller") { return change.after == "yes" }
        guard change.path.starts(with: FieldPath("spec", "claimRef")), let claim = after["spec"]?["claimRef"] else {
            return false
        }
        let known = ["apiVersion", "kind", "name", "namespace", "resourceVersion", "uid"]
        guard change.path.steps.count == 3, case .member(let key) = change.path.steps[2], known.contains(key) else {
            return false
        }
        if key == "apiVersion" { return change.after == "v1" }
        if key == "kind" { return change.after == "PersistentVolumeClaim" }
        if key == "resourceVersion" { return change.after?.string?.utf8.allSatisfy { (48...57).contains($0) } ?? false }
        let reference = ObjectReference(
            group: "", kind: "PersistentVolumeClaim", namespace: claim["namespace"]?.string ?? "",
            name: claim["name"]?.string ?? "")
        guard let live = try lookUp(reference), change.after != nil else { return false }
        return key != "uid" || live["metadata"]?["uid"] == claim["uid"]
    }

    /// The binder writes the volume that a claim is bound to: one whose `claimRef` is this claim.
    private func isClaimBinding(_ change: Difference, after: FieldValue) throws(MissingLiveObject) -> Bool {
        if identity.isScheduler { return isAnnotation(change, "volume.kubernetes.io/selected-node") }
        guard identity.isController("persistent-volume-binder") else { return false }
        for name in ["pv.kubernetes.io/bind-completed", "pv.kubernetes.io/bound-by-controller"]
        where isAnnotation(change, name) {
            return change.after == "yes"
        }
        guard change.path == FieldPath("spec", "volumeName"), change.before == nil, let name = change.after?.string
        else {
            return false
        }
        let reference = ObjectReference(group: "", kind: "PersistentVolume", namespace: "", name: name)
        guard let volume = try lookUp(reference), let claim = volume["spec"]?["claimRef"] else { return false }
        return claim["uid"] == object["metadata"]?["uid"] && claim["name"] == .string(request.name)
            && claim["namespace"] == .string(request.namespace)
    }

    private func isAnnotation(_ change: Difference, _ name: String) -> Bool {
        change.path == FieldPath("metadata", "annotations").appending(name)
    }

    // MARK: Service accounts before 1.24

    /// Up to 1.23 the controller manager lists the token Secret that it made for an account in the account.
    private func isTokenSecretReference(_ change: Difference) -> Bool {
        guard !version.isAtLeast(24), identity.isControllerManager || identity.isController("tokens-controller"),
            change.path.starts(with: FieldPath("secrets"))
        else { return false }
        guard let name = change.after?.string else { return false }
        guard case .member("name")? = change.path.steps.last else { return false }
        return PodAdmission.isGenerated(name, prefix: request.name + "-token-")
    }
}
