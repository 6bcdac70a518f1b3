internal import DesiredState
internal import ExactValues
internal import FieldTree

/// The owner of a child as it is in the cluster, and what it is traced to.
struct LiveOwner {
    let reference: ObjectReference
    let value: FieldValue
    /// The declared object at the end of the chain of owners; nil for the gate's own Service.
    let root: DeclaredObject?

    var object: KubernetesObject { KubernetesObject(value) }
}

/// What comes of looking for the owner that a child names.
enum OwnerOutcome {
    case found(LiveOwner)
    /// It names an owner of another kind.
    case notMeant
    case refused(Verdict)
}

extension Judgement {
    var lineageAdvice: String {
        "A child is made by its controller, for an owner that is in the cluster and declared, from the owner's template."
    }

    func ownerOutcome(_ kind: GroupKind) throws(MissingLiveState) -> RowOutcome {
        switch try liveOwner(kind) {
        case .found: .holds
        case .notMeant: .notMeant
        case .refused(let verdict): .refused(verdict)
        }
    }

    private func refusedOwner(_ reason: String, _ path: FieldPath) -> OwnerOutcome {
        .refused(deny(.lineage, "\(reference): \(reason). \(lineageAdvice)", path: path))
    }

    /// The one owner that the object names: of `kind`, in the cluster under that very uid, not being deleted, and
    /// declared or traced to what is.
    func liveOwner(_ kind: GroupKind) throws(MissingLiveState) -> OwnerOutcome {
        let references = KubernetesObject(object).owners
        let list = FieldPath("metadata", "ownerReferences")
        guard references.count == 1, let named = references.first else {
            return refusedOwner("it names \(references.count) owners, its controller names one", list)
        }
        let path = list.appending(.index(0))
        guard Name(named["kind"]?.string ?? "") == kind.kind else { return .notMeant }
        let owner = ObjectReference(
            group: kind.group.text, kind: kind.kind.text, namespace: request.namespace,
            name: named["name"]?.string ?? "")
        guard let live = try lookUp(owner) else {
            return refusedOwner("its owner \(owner) is not in the cluster", path.appending("name"))
        }
        guard let uid = live["metadata"]?["uid"], uid == named["uid"] else {
            return refusedOwner("its owner \(owner) has another uid", path.appending("uid"))
        }
        guard request.operation != .create || !KubernetesObject(live).isBeingDeleted else {
            return refusedOwner("its owner \(owner) is being deleted", path.appending("name"))
        }
        let root = try declaredRoot(of: owner, live: live)
        guard root != nil || rules.isOwnService(owner) else {
            return .refused(
                deny(
                    .undeclared, "\(reference): its owner \(owner) is traced to nothing that Git declares on \(branch)",
                    path: path.appending("name")))
        }
        return .found(LiveOwner(reference: owner, value: live, root: root))
    }

    /// The declared object that an owner chain ends at; nil when it ends at something undeclared. Chains are two long
    /// at most in Kubernetes (Pod, ReplicaSet, Deployment); four is a bound, not a rule.
    private func declaredRoot(
        of reference: ObjectReference, live: FieldValue, depth: Int = 4
    ) throws(MissingLiveState) -> DeclaredObject? {
        if let declared = desired.object(reference) { return declared }
        let owners = KubernetesObject(live).owners.filter { $0["controller"] == true }
        guard depth > 0, owners.count == 1, let owner = owners.first, let kind = owner["kind"]?.string else {
            return nil
        }
        let group = ObjectReference.group(ofAPIVersion: owner["apiVersion"]?.string ?? "")
        let above = GroupKind(group: group, kind: kind)
        guard rules.table.rows(for: .create, on: reference).contains(where: { $0.ownerKind == above }) else {
            return nil
        }
        let next = ObjectReference(
            group: group, kind: kind, namespace: reference.namespace, name: owner["name"]?.string ?? "")
        guard let value = try lookUp(next), value["metadata"]?["uid"] == owner["uid"] else { return nil }
        return try declaredRoot(of: next, live: value, depth: depth - 1)
    }
}
