internal import DesiredState
internal import FieldTree
internal import ObjectAccounting

extension Judgement {
    private var lineageAdvice: String {
        "A child is made by its controller, for an owner that is in the cluster and declared, from the owner's template."
    }

    // MARK: CREATE

    /// CREATE of an object that Git does not declare: a child of a declared one, or nothing.
    func childCreation() throws(MissingLiveObject) -> Verdict {
        switch try childForms(actual: object) {
        case .notAChild(let verdict): return verdict
        case .forms(let forms, let owner):
            let findings = nearest(forms.map(ServerOwned.stripped), to: object)
            guard !findings.isEmpty else { return allow(.lineage, owner) }
            return deny(
                .lineage, findings, declared: nil, basis: "the template of its owner", next: lineageAdvice)
        }
    }

    /// How a request's object relates to an owner.
    enum Childhood {
        /// It has no owner that accounts for it; the verdict says why.
        case notAChild(Verdict)
        /// The forms in which its controller writes it, and the declared object at the root.
        case forms([FieldValue], DeclaredObject)
    }

    /// The forms that an object may have as a child, from its live owner and from the declared one.
    func childForms(actual: FieldValue) throws(MissingLiveObject) -> Childhood {
        if let claims = try claimForms(actual) { return claims }
        if let endpoints = endpointsForms(actual) { return endpoints }
        let lineages = Lineage.of(group: request.group, kind: request.kind)
        let references = actual["metadata"]?["ownerReferences"]?.list ?? []
        guard let lineage = lineages.first(where: { identity.isController($0.controller) }) else {
            return .notAChild(undeclared(hasOwner: !references.isEmpty))
        }
        guard references.count == 1, let reference = references.first else {
            return .notAChild(
                deny(
                    .lineage,
                    "\(self.reference) names \(references.count) owners, its controller names one. \(lineageAdvice)",
                    path: FieldPath("metadata", "ownerReferences")))
        }
        return try childForms(actual, lineage, ownerReference: reference)
    }

    private func childForms(
        _ actual: FieldValue, _ lineage: Lineage, ownerReference: FieldValue
    ) throws(MissingLiveObject) -> Childhood {
        let path = FieldPath([.member("metadata"), .member("ownerReferences"), .index(0)])
        let name = ownerReference["name"]?.string ?? ""
        guard ownerReference["kind"] == .string(lineage.ownerKind) else {
            return .notAChild(
                deny(
                    .lineage, "\(reference): its owner is no \(lineage.ownerKind). \(lineageAdvice)",
                    path: path.appending("kind")))
        }
        let owner = ObjectReference(
            group: lineage.ownerGroup, kind: lineage.ownerKind, namespace: request.namespace, name: name)
        guard let live = try lookUp(owner) else {
            return .notAChild(
                deny(
                    .lineage, "\(reference): its owner \(owner) is not in the cluster. \(lineageAdvice)",
                    path: path.appending("name")))
        }
        guard let uid = live["metadata"]?["uid"], uid == ownerReference["uid"] else {
            return .notAChild(
                deny(
                    .lineage, "\(reference): its owner \(owner) has another uid. \(lineageAdvice)",
                    path: path.appending("uid")))
        }
        guard let root = try declaredRoot(of: owner, live: live) else {
            return .notAChild(
                deny(
                    .undeclared, "\(reference): its owner \(owner) is traced to nothing that Git declares on \(branch)",
                    path: path.appending("name")))
        }
        var owners = [live]
        if let declared = desired.object(owner) {
            owners += expectedForms(declared, actual: live, previous: live).prefix(1).map { form in
                var form = form
                form.updateOrCreate("metadata") { $0.set("uid", uid) }
                return form
            }
        }
        let template = ChildTemplate(
            version: version, lineage: lineage, actual: actual, context: admissionContext,
            isUpdate: request.operation == .update,
            revision: try revision(named: Self.revisionName(actual), uid: uid))
        return .forms(owners.flatMap { template.forms(of: $0) }, root)
    }

    /// The declared object that an owner chain ends at; nil when it ends at something undeclared. Chains are two long
    /// at most in Kubernetes (Pod, ReplicaSet, Deployment); four is a bound, not a rule.
    private func declaredRoot(
        of reference: ObjectReference, live: FieldValue, depth: Int = 4
    ) throws(MissingLiveObject) -> DeclaredObject? {
        if let declared = desired.object(reference) { return declared }
        let owners = (live["metadata"]?["ownerReferences"]?.list ?? []).filter { $0["controller"] == true }
        guard depth > 0, owners.count == 1, let owner = owners.first, let kind = owner["kind"]?.string,
            Lineage.of(group: reference.group, kind: reference.kind).contains(where: { $0.ownerKind == kind })
        else { return nil }
        let above = ObjectReference(
            group: ObjectReference.group(ofAPIVersion: owner["apiVersion"]?.string ?? ""), kind: kind,
            namespace: reference.namespace, name: owner["name"]?.string ?? "")
        guard let next = try lookUp(above), next["metadata"]?["uid"] == owner["uid"] else { return nil }
        return try declaredRoot(of: above, live: next, depth: depth - 1)
    }

    // MARK: Revisions

    private static func revisionName(_ actual: FieldValue) -> String? {
        actual["metadata"]?["labels"]?["controller-revision-hash"]?.string
    }

    /// The live ControllerRevision that a Pod's label names, if its owner has it. A StatefulSet's label is the whole
    /// name, a DaemonSet's the hash alone.
    private func revision(named label: String?, uid: FieldValue) throws(MissingLiveObject) -> FieldValue? {
        guard let label, request.kind == "Pod" else { return nil }
        let owner = object["metadata"]?["ownerReferences"]?.list?.first
        let isHash = owner?["kind"] == "DaemonSet"
        let name = isHash ? "\(owner?["name"]?.string ?? "")-\(label)" : label
        let revision = try lookUp(
            ObjectReference(group: "apps", kind: "ControllerRevision", namespace: request.namespace, name: name))
        guard let revision, revision["metadata"]?["ownerReferences"]?.list?.first?["uid"] == uid else { return nil }
        return revision
    }

    // MARK: Claims of a StatefulSet

    /// The declared StatefulSet that a PersistentVolumeClaim belongs to by its name: `<claim>-<set>-<ordinal>`.
    func claimOwner() throws(MissingLiveObject) -> ObjectReference? {
        guard reference.kind == "PersistentVolumeClaim", reference.group.isEmpty else { return nil }
        for set in desired.objects(in: request.namespace, group: "apps", kind: "StatefulSet") {
            if ClaimName(request.name, set: set.value) != nil { return set.reference }
        }
        return nil
    }

    private func claimForms(_ actual: FieldValue) throws(MissingLiveObject) -> Childhood? {
        guard let owner = try claimOwner(), identity.isController("statefulset-controller"),
            let declared = desired.object(owner)
        else { return nil }
        guard let live = try lookUp(owner) else {
            return .notAChild(
                deny(
                    .lineage, "\(reference): its StatefulSet \(owner) is not in the cluster. \(lineageAdvice)",
                    path: FieldPath("metadata", "name")))
        }
        let forms = ([live] + expectedForms(declared, actual: live, previous: live)).compactMap { set in
            ClaimName(request.name, set: set).map { $0.claim(of: set, version: version) }
        }
        guard !forms.isEmpty else {
            return .notAChild(
                deny(
                    .lineage, "\(reference): \(owner) has no such claim or ordinal. \(lineageAdvice)",
                    path: FieldPath("metadata", "name")))
        }
        return .forms(forms, declared)
    }

    // MARK: Endpoints

    private func endpointsForms(_ actual: FieldValue) -> Childhood? {
        guard request.kind == "Endpoints", request.group.isEmpty, identity.isController("endpoint-controller") else {
            return nil
        }
        let service = ObjectReference(group: "", kind: "Service", namespace: request.namespace, name: request.name)
        guard let declared = desired.object(service) else { return nil }
        let forms = expectedForms(declared, actual: declared.value, previous: nil).map {
            EndpointsTemplate(service: $0, version: version).endpoints(actual)
        }
        return .forms(forms, declared)
    }

    // MARK: UPDATE

    /// UPDATE of an object that Git does not declare: by whom it belongs to, in its form.
    func undeclaredChange() throws(MissingLiveObject) -> Verdict {
        let before = ServerOwned.stripped(oldObject)
        let after = ServerOwned.stripped(object)
        let changes = ObjectComparison(before, after).differences
        guard !changes.isEmpty else { return allow(.delta) }
        if let verdict = try controlPlaneChange(changes) { return verdict }
        var open: [Difference] = []
        for change in changes where !(try isDelegated(change, before: before, after: after)) { open.append(change) }
        guard !open.isEmpty else { return allow(.lineage) }
        let hasOwner = oldObject["metadata"]?["ownerReferences"]?.isEmpty == false
        guard oldObject["metadata"]?["ownerReferences"] == object["metadata"]?["ownerReferences"] else {
            return undeclared(hasOwner: hasOwner, path: FieldPath("metadata", "ownerReferences"))
        }
        switch try childForms(actual: object) {
        case .notAChild: return undeclared(hasOwner: hasOwner, path: open.first?.path)
        case .forms(let forms, let owner):
            var best: [Finding]?
            for form in likeliest(forms.map(ServerOwned.stripped)) {
                let target = DeltaTarget(before: before, after: after, expected: form)
                let findings = open.filter { !target.accepts($0) && !Self.isRevisionNote($0, in: form) }.map {
                    Finding(path: $0.path, expected: form[$0.path], requested: $0.after, note: $0.note)
                }
                if findings.isEmpty { return allow(.lineage, owner) }
                if findings.count < best?.count ?? .max { best = findings }
            }
            return deny(
                .lineage, best ?? [], declared: nil, basis: "the template of its owner", next: lineageAdvice)
        }
    }

    /// The deployment controller's own annotations on its ReplicaSets: the form already holds their values.
    private static func isRevisionNote(_ change: Difference, in form: FieldValue) -> Bool {
        guard change.path.steps.count == 3, change.path.starts(with: FieldPath("metadata", "annotations")),
            case .member(let key) = change.path.steps[2], key.hasPrefix("deployment.kubernetes.io/")
        else { return false }
        return change.after == form[change.path]
    }

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
