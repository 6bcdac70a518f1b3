internal import DesiredState
internal import ExactValues
internal import FieldTree

extension Judgement {
    /// DELETE, and each object of a deletecollection: C4 of the design.
    func deletion() throws(MissingLiveState) -> Verdict {
        let held = rows(.delete)
        if let verdict = try tableVerdict(held.filter(\.precedesGit)), verdict.allowed { return verdict }
        if let declaration = declaredDeletion() { return declaration }
        if let verdict = contentsDeclared() { return verdict }
        if leavesWorkloads {
            return deny(
                .deletion,
                "\(reference): deleting it with Orphan propagation would leave its workloads behind without an owner",
                path: FieldPath("propagationPolicy"))
        }
        if let verdict = try tableVerdict(held.filter { !$0.precedesGit }), verdict.allowed { return verdict }
        if let keeper = keeper() {
            return granted("delete")
                ?? deny(
                    .deletion,
                    "\(reference) is kept by \(keeper), and \(request.username) has no grant to delete it",
                    path: FieldPath("metadata", "name"))
        }
        return try ownedDeletion() ?? allow(.deletion)
    }

    // MARK: What Git says

    /// What Git declares is not free to go, nor what it claims without declaring it: twice, or in a file that cannot be
    /// read now.
    private func declaredDeletion() -> Verdict? {
        let path = FieldPath("metadata", "name")
        switch desired.standing(of: reference) {
        case .undeclared: return nil
        case .declared(let declared):
            let place = "\(declared.file):\(declared.line(of: FieldPath()))"
            return deny(
                .deletion, "\(reference) is declared at \(place); remove it in Git on \(branch) first", path: path,
                source: place)
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

    // MARK: Owners

    /// What somebody owns is deleted by its controller, by a grant, or by the garbage collector once the owner is gone.
    private func ownedDeletion() throws(MissingLiveState) -> Verdict? {
        let owners = KubernetesObject(oldObject).owners
        guard let owner = owners.first else {
            guard let owner = claimOwner() else { return nil }
            return granted("delete") ?? ownedByOther(owner.reference.description)
        }
        if identity.isController("generic-garbage-collector") {
            for owner in owners where try isAlive(owner) {
                return deny(
                    .deletion,
                    "\(reference): its owner \(owner["kind"]?.string ?? "") \(owner["name"]?.string ?? "") is still there",
                    path: FieldPath("metadata", "ownerReferences"))
            }
        }
        return granted("delete") ?? ownedByOther("\(owner["kind"]?.string ?? "") \(owner["name"]?.string ?? "")")
    }

    private func ownedByOther(_ owner: String) -> Verdict {
        deny(
            .deletion,
            "\(reference) belongs to \(owner): its controller deletes it, and \(request.username) has no grant; "
                + wantedGrant("delete"),
            path: FieldPath("metadata", "name"))
    }
}
