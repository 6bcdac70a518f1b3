internal import DesiredState
internal import FieldTree
internal import ObjectAccounting

extension Judgement {
    /// Of the forms that an object may have, those that the stored object resembles most: an update does not move an
    /// object from one form of admission to another.
    func likeliest(_ forms: [FieldValue], shape: FieldShape? = nil) -> [FieldValue] {
        guard forms.count > 1 else { return forms }
        let stored = ServerOwned.stripped(oldObject)
        let ranked = forms.map { ($0, ObjectComparison($0, stored, shape: shape).differences.count) }
        let least = ranked.map(\.1).min() ?? 0
        return ranked.filter { $0.1 == least }.map(\.0)
    }

    /// UPDATE of a declared object: every changed path moves to what Git declares, heals, or is delegated.
    func declaredChange(_ declared: DeclaredObject) throws(MissingLiveState) -> Verdict {
        let before = ServerOwned.stripped(oldObject)
        let after = ServerOwned.stripped(object)
        let shape = expected.object(declared, in: requestedVersion)?.shape
        let changes = ObjectComparison(before, after, shape: shape).differences
        guard !changes.isEmpty else { return allow(.delta, declared) }
        if shape == nil, !areVersionless(changes) { return denyVersion(declared) }
        let others = othersFields(declared)
        var best: [Finding]?
        for form in likeliest(expectedForms(declared, actual: object, previous: oldObject), shape: shape) {
            let target = DeltaTarget(
                before: before, after: after, expected: withStamps(form, of: declared), written: declared.value,
                others: others, shape: shape)
            let open = try undelegated(target.unaccepted(changes)).open
            var findings = open.map { target.finding($0) }
            if findings.isEmpty { findings = target.mixed(changes) }
            if findings.isEmpty { return allow(.delta, declared) }
            if findings.count < best?.count ?? .max { best = findings }
        }
        return deny(
            .delta, best ?? [], declared: declared, basis: "Git",
            next: "Change it in Git on \(branch), or send what Git declares.")
    }

    /// Fields of a declared object that are others' to write: what rows of the controllers table delegate, and the
    /// replica count that Git leaves to an autoscaler.
    private func othersFields(_ declared: DeclaredObject) -> [FieldPattern] {
        var fields = delegatedFields()
        if declared.value["rules"] != nil { fields.removeAll { $0 == "rules" } }
        if declared.value["spec"]?["replicas"] == nil, autoscaler(of: declared) != nil {
            fields.append("spec.replicas")
        }
        return fields
    }
}
