internal import DesiredState
internal import ExactValues
internal import FieldTree
internal import ObjectAccounting

extension Judgement {
    // MARK: CREATE

    /// CREATE of an object that Git does not declare: by a row of the controllers table, or not at all.
    func undeclaredCreation() throws(MissingLiveState) -> Verdict {
        let held = rows(.create)
        if let verdict = try tableVerdict(held) { return verdict }
        let kinds = held.compactMap(\.ownerKind)
        guard !kinds.isEmpty, let owner = KubernetesObject(object).owners.first else {
            return undeclared(hasOwner: !KubernetesObject(object).owners.isEmpty)
        }
        let known = kinds.map(\.description).joined(separator: " or ")
        return deny(
            .lineage, "\(reference): its owner \(quoted(owner["kind"]?.string ?? "")) is no \(known). \(lineageAdvice)",
            path: FieldPath("metadata", "ownerReferences").appending(.index(0)).appending("kind"))
    }

    // MARK: UPDATE

    /// UPDATE of an object that Git does not declare: field by field by whom they belong to, or as a whole in its form.
    func undeclaredChange() throws(MissingLiveState) -> Verdict {
        let before = ServerOwned.stripped(oldObject)
        let after = ServerOwned.stripped(object)
        let changes = ObjectComparison(before, after).differences
        guard !changes.isEmpty else { return allow(.delta) }
        let (open, refusal, rule) = try undelegated(changes)
        guard !open.isEmpty else { return allow(rule ?? .lineage) }
        if let verdict = cordon(open) { return verdict }
        let hasOwner = !KubernetesObject(oldObject).owners.isEmpty
        guard oldObject["metadata"]?["ownerReferences"] == object["metadata"]?["ownerReferences"] else {
            return undeclared(hasOwner: hasOwner, path: FieldPath("metadata", "ownerReferences"))
        }
        let whole = rows(.update).filter(\.fields.isEmpty)
        if let verdict = try tableVerdict(whole, changes: open) { return verdict }
        if let refusal { return refusal }
        guard open.count == changes.count else {
            let findings = open.map { Finding($0, expected: $0.before) }
            return deny(
                .controlPlane, findings, declared: nil, basis: "the stored object",
                next: "The rest of the change is its writer's; this is nobody's.")
        }
        return undeclared(hasOwner: hasOwner, path: open.first?.path)
    }

    // MARK: Templates

    /// Whether a child is what its controller makes of the owner: as a whole on CREATE, change by change on UPDATE.
    func templateOutcome(_ kind: GroupKind, changes: [Difference]) throws(MissingLiveState) -> RowOutcome {
        guard case .found(let owner) = try liveOwner(kind) else { return .notMeant }
        let actual = object
        var owners = [owner.value]
        if let declared = desired.object(owner.reference) {
            owners += expectedForms(declared, actual: owner.value, previous: owner.value).prefix(1).map { form in
                var form = form
                let revision = "deployment.kubernetes.io/revision"
                form.updateOrCreate("metadata") { metadata in
                    metadata.set("uid", owner.object.uid)
                    guard let number = owner.object.annotation(revision) else { return }
                    metadata.updateOrCreate("annotations") { $0.set(revision, .string(number)) }
                }
                return form
            }
        }
        let template = ChildTemplate(
            version: version, ownerKind: kind, childKind: request.kind, actual: actual, context: admissionContext,
            isUpdate: request.operation == .update,
            revision: try revision(named: KubernetesObject(actual).label("controller-revision-hash"), of: owner))
        return formsOutcome(owners.map { template.forms(of: $0).map(ServerOwned.stripped) }, changes: changes)
    }

    /// Whether the object has one of several forms, those of one owner beside each other: the live one, the declared one.
    func formsOutcome(_ forms: [[FieldValue]], changes: [Difference]) -> RowOutcome {
        guard request.operation == .update else {
            let findings = nearest(forms.flatMap { $0 }, to: object)
            return findings.isEmpty ? .holds : refusedTemplate(findings)
        }
        let before = ServerOwned.stripped(oldObject)
        let after = ServerOwned.stripped(object)
        var best: [Finding]?
        for form in forms.flatMap({ likeliest($0) }) {
            let target = DeltaTarget(before: before, after: after, expected: form)
            let findings = target.findings(changes.filter { !Self.isRevisionNote($0, in: form) })
            if findings.isEmpty { return .holds }
            if findings.count < best?.count ?? .max { best = findings }
        }
        return refusedTemplate(best ?? changes.map { Finding($0, expected: $0.before) })
    }

    private func refusedTemplate(_ findings: [Finding]) -> RowOutcome {
        .refused(
            deny(.lineage, findings, declared: nil, basis: "the template of its owner", next: lineageAdvice))
    }

    /// The deployment controller's own annotations on its ReplicaSets: the form already holds their values.
    private static func isRevisionNote(_ change: Difference, in form: FieldValue) -> Bool {
        guard change.path.steps.count == 3, change.path.starts(with: FieldPath("metadata", "annotations")),
            case .member(let key) = change.path.steps[2], key.utf8.starts(with: "deployment.kubernetes.io/".utf8)
        else { return false }
        return change.after == form[change.path]
    }

    /// The live ControllerRevision that a Pod's label names, if its owner has it. A StatefulSet's label is the whole
    /// name, a DaemonSet's the hash alone.
    private func revision(named label: String?, of owner: LiveOwner) throws(MissingLiveState) -> FieldValue? {
        guard let label, request.kind == "Pod" else { return nil }
        let isHash = owner.reference.kind == "DaemonSet"
        let name = isHash ? "\(owner.reference.name)-\(label)" : label
        let revision = try lookUp(
            ObjectReference(group: "apps", kind: "ControllerRevision", namespace: request.namespace, name: name))
        guard let revision, KubernetesObject(revision).owners.first?["uid"] == owner.object.uid else { return nil }
        return revision
    }

    // MARK: Claims of a StatefulSet

    /// The declared StatefulSet that a PersistentVolumeClaim belongs to by its name: `<claim>-<set>-<ordinal>`, also
    /// one that the set has no replica for now: its data is kept.
    func claimOwner() -> DeclaredObject? {
        guard reference.kind == "PersistentVolumeClaim", reference.group.isEmpty else { return nil }
        return desired.objects(in: request.namespace, group: "apps", kind: "StatefulSet").first {
            ClaimName(request.name, set: $0.value) != nil
        }
    }

    func claimOutcome(changes: [Difference]) throws(MissingLiveState) -> RowOutcome {
        guard let declared = claimOwner() else { return .notMeant }
        guard let live = try lookUp(declared.reference) else {
            return .refused(
                deny(
                    .lineage,
                    "\(reference): its StatefulSet \(declared.reference) is not in the cluster. \(lineageAdvice)",
                    path: FieldPath("metadata", "name")))
        }
        let sets = [live] + expectedForms(declared, actual: live, previous: live)
        let forms = sets.map { set in
            ClaimName(request.name, set: set).flatMap {
                $0.isWanted ? $0.forms(of: set, uid: live["metadata"]?["uid"], version: version) : nil
            }
                ?? []
        }
        guard forms.contains(where: { !$0.isEmpty }) else {
            return .refused(
                deny(
                    .lineage, "\(reference): \(declared.reference) has no such claim or ordinal. \(lineageAdvice)",
                    path: FieldPath("metadata", "name")))
        }
        return formsOutcome(forms, changes: changes)
    }

    // MARK: Nobody's

    /// The denial of an object that Git does not declare.
    func undeclared(hasOwner: Bool, path: FieldPath? = nil) -> Verdict {
        if desired.isContested(reference) {
            return deny(
                .undeclared, "\(reference) is declared twice in Git on \(branch), so neither counts", path: path)
        }
        let what = path.map { "\($0) of \(reference) may not be changed: it" } ?? "\(reference)"
        let owned = hasOwner ? "; its owner references do not make it traced" : ""
        return deny(
            .undeclared,
            "\(what) is not declared in Git on \(branch) at \(shortCommit)\(owned). Declare it there, or delete it",
            path: path ?? FieldPath("metadata", "name"))
    }
}
