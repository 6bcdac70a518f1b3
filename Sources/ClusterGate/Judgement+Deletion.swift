internal import DesiredState
internal import FieldTree

extension Judgement {
    /// DELETE, and each object of a deletecollection: C4 of the design.
    func deletion() throws(MissingLiveObject) -> Verdict {
        if try isNamespaceCleanup() { return allow(.deletion) }
        if isKubeletFinishing { return allow(.deletion) }
        if let declared = desired.object(reference) {
            return deny(
                .deletion,
                "\(reference) is declared at \(declared.file):\(declared.line(of: FieldPath())); remove it in Git on \(branch) first",
                path: FieldPath("metadata", "name"), source: "\(declared.file):\(declared.line(of: FieldPath()))")
        }
        if let verdict = unsettledDeletion() ?? contentsDeclared() { return verdict }
        if leavesWorkloads {
            return deny(
                .deletion,
                "\(reference): deleting it with Orphan propagation would leave its workloads behind without an owner",
                path: FieldPath("propagationPolicy"))
        }
        if let verdict = try publishedDeletion() { return verdict }
        return try ownedDeletion() ?? allow(.deletion)
    }

    /// What Git claims without declaring it is not free to go: declared twice, or in a file that cannot be read now.
    private func unsettledDeletion() -> Verdict? {
        let path = FieldPath("metadata", "name")
        switch desired.standing(of: reference) {
        case .declared, .undeclared: return nil
        case .contested(let places):
            let listed = places.prefix(3).map(\.description).joined(separator: " and ")
            return deny(
                .deletion, "\(reference) is declared at \(listed); remove all of them in Git on \(branch) first",
                path: path, source: places.first?.description)
        case .unreadable(let place):
            return deny(
                .deletion,
                """
                \(reference) was declared at \(place), which Git on \(branch) no longer says readably at \(shortCommit); \
                mend that file, or remove it, first
                """, path: path, source: place.description)
        }
    }

    /// Everything in a namespace that is being deleted goes, by the namespace controller alone.
    private func isNamespaceCleanup() throws(MissingLiveObject) -> Bool {
        guard identity.isController("namespace-controller"), !request.namespace.isEmpty else { return false }
        let namespace = ObjectReference(group: "", kind: "Namespace", namespace: "", name: request.namespace)
        guard let live = try lookUp(namespace) else { return false }
        return live["metadata"]?["deletionTimestamp"] != nil
    }

    /// The kubelet removes a Pod of its node whose deletion was admitted before.
    private var isKubeletFinishing: Bool {
        guard reference.kind == "Pod", let node = identity.node else { return false }
        return oldObject["metadata"]?["deletionTimestamp"] != nil && oldObject["spec"]?["nodeName"] == .string(node)
    }

    /// A Namespace or a CustomResourceDefinition takes everything of it along, the latter without a review.
    private func contentsDeclared() -> Verdict? {
        if reference.kind == "Namespace", reference.group.isEmpty,
            let first = desired.anyObject(in: request.name)
        {
            return deny(
                .deletion, "\(reference): Git declares \(first.reference) in it (\(first.file)); remove that first",
                path: FieldPath("metadata", "name"), source: "\(first.file):\(first.line(of: FieldPath()))")
        }
        if reference.kind == "CustomResourceDefinition",
            let group = oldObject["spec"]?["group"]?.string, let kind = oldObject["spec"]?["names"]?["kind"]?.string,
            desired.declaresAny(group: group, kind: kind)
        {
            return deny(
                .deletion,
                "\(reference): Git declares objects of \(kind); deleting the definition would delete them unseen",
                path: FieldPath("metadata", "name"))
        }
        return nil
    }

    private var leavesWorkloads: Bool {
        request.options?["propagationPolicy"] == "Orphan" || request.options?["orphanDependents"] == true
    }

    /// What a publisher of the control plane keeps is deleted by nobody else.
    private func publishedDeletion() throws(MissingLiveObject) -> Verdict? {
        guard let publisher = Publisher.of(reference, declaredServices: desired) else { return nil }
        if publisher.isHeld(by: identity) { return allow(.deletion) }
        return deny(
            .deletion, "\(reference) is kept by \(publisher.name), and \(request.username) has no grant to delete it",
            path: FieldPath("metadata", "name"))
    }

    /// What a controller owns is deleted by that controller, or by the garbage collector once the owner is gone.
    private func ownedDeletion() throws(MissingLiveObject) -> Verdict? {
        let owners = oldObject["metadata"]?["ownerReferences"]?.list ?? []
        if owners.isEmpty {
            guard let owner = try claimOwner() else { return nil }
            return ownedByOther(owner.description)
        }
        for owner in owners where owner["controller"] == true {
            let controllers = Lineage.controllers(ofOwnerKind: owner["kind"]?.string ?? "", child: reference.kind)
            if identity.isController(in: controllers) { return allow(.deletion) }
        }
        if reference.kind == "Pod", identity.isController("pod-garbage-collector") { return allow(.deletion) }
        if reference.kind == "Job", identity.isController("ttl-after-finished-controller") { return allow(.deletion) }
        if identity.isController("generic-garbage-collector") {
            for owner in owners where try isAlive(owner) {
                return deny(
                    .deletion,
                    "\(reference): its owner \(owner["kind"]?.string ?? "") \(owner["name"]?.string ?? "") is still there",
                    path: FieldPath("metadata", "ownerReferences"))
            }
            return allow(.deletion)
        }
        let owner = owners[0]
        return ownedByOther("\(owner["kind"]?.string ?? "") \(owner["name"]?.string ?? "")")
    }

    private func ownedByOther(_ owner: String) -> Verdict {
        deny(
            .deletion,
            "\(reference) belongs to \(owner): its controller deletes it, and \(request.username) has no grant",
            path: FieldPath("metadata", "name"))
    }

    /// Whether an owner is in the cluster under this very uid and not itself being deleted.
    private func isAlive(_ owner: FieldValue) throws(MissingLiveObject) -> Bool {
        let group = ObjectReference.group(ofAPIVersion: owner["apiVersion"]?.string ?? "")
        let kind = owner["kind"]?.string ?? ""
        let isNamespaced = desired.catalog.entry(group: group, kind: kind)?.isNamespaced ?? true
        let live = try lookUp(
            ObjectReference(
                group: group, kind: kind, namespace: isNamespaced ? request.namespace : "",
                name: owner["name"]?.string ?? ""))
        guard let live, live["metadata"]?["uid"] == owner["uid"] else { return false }
        return live["metadata"]?["deletionTimestamp"] == nil
    }
}
