internal import DesiredState
internal import FieldTree
internal import JSONDocument
internal import ObjectAccounting

extension Judgement {
    private var advice: String { "Change it in Git on \(branch), or send what Git declares." }

    // MARK: CREATE

    /// CREATE of a declared object: every leaf is as declared, a computed default, or the server's.
    func declaredCreation(_ declared: DeclaredObject) -> Verdict {
        if let incomparable = incomparable(declared) { return incomparable }
        let forms = expectedForms(declared, actual: object, previous: nil).map { withStamps($0, of: declared) }
        let findings = nearest(forms, to: object)
        guard !findings.isEmpty else { return allow(.declared, declared) }
        return deny(.declared, findings, declared: declared, basis: "Git", next: advice)
    }

    /// The findings of the form that is nearest to `actual`: none when one fits.
    func nearest(_ forms: [FieldValue], to actual: FieldValue) -> [Finding] {
        var best: [Finding]?
        let stripped = ServerOwned.stripped(actual)
        for form in forms {
            let findings = ObjectComparison(form, stripped).differences.map { Finding($0, expected: $0.before) }
            if findings.isEmpty { return [] }
            if findings.count < best?.count ?? .max { best = findings }
        }
        return best ?? []
    }

    /// The forms in which a declared object may arrive, see ``PodAdmission/variants(of:actual:)``.
    func expectedForms(_ declared: DeclaredObject, actual: FieldValue, previous: FieldValue?) -> [FieldValue] {
        let definition = desired.definition(group: declared.reference.group, kind: declared.reference.kind)
        let written = VersionConversion.convert(declared.value, to: requestedVersion) ?? declared.value
        var complete = ServerDefaults(version: version, definition: definition?.value).complete(written)
        complete.updateOrCreate("metadata") { metadata in
            let namespace = declared.reference.namespace
            metadata.set("namespace", namespace.isEmpty ? nil : .string(namespace))
        }
        var forms = [complete]
        if declared.reference.kind == "Pod", declared.reference.group.isEmpty {
            forms = PodAdmission(version: version, context: admissionContext).variants(of: complete, actual: actual)
        }
        let choices = ServerChoices(version: version)
        return forms.map { form in
            withLastApplied(choices.fill(form, from: actual, previous: previous), declared: declared, actual: actual)
        }
    }

    /// What admission plugins of the API server look up in this request's namespace.
    var admissionContext: NamespaceContext {
        var context = NamespaceContext()
        let defaults = ServerDefaults(version: version)
        for object in desired.objects(in: request.namespace, group: "", kind: "ServiceAccount") {
            context.serviceAccounts[object.reference.name] = object.value
        }
        for object in desired.objects(in: request.namespace, group: "", kind: "LimitRange") {
            context.limitRanges.append(defaults.complete(object.value))
        }
        for object in desired.objects(in: "", group: "scheduling.k8s.io", kind: "PriorityClass") {
            context.priorityClasses[object.reference.name] = defaults.complete(object.value)
        }
        return context
    }

    // MARK: kubectl's annotation

    static let lastApplied = "kubectl.kubernetes.io/last-applied-configuration"

    /// `kubectl apply` writes what it was given into an annotation: that is accounted for when it says what Git says.
    private func withLastApplied(_ form: FieldValue, declared: DeclaredObject, actual: FieldValue) -> FieldValue {
        guard let text = actual["metadata"]?["annotations"]?[Self.lastApplied]?.string,
            declared.value["metadata"]?["annotations"]?[Self.lastApplied] == nil,
            isLastApplied(text, of: declared)
        else { return form }
        var form = form
        form.updateOrCreate("metadata") { metadata in
            metadata.updateOrCreate("annotations") { $0.set(Self.lastApplied, .string(text)) }
        }
        return form
    }

    /// Whether the annotation's JSON is the manifest itself; kubectl adds only an empty `annotations`.
    private func isLastApplied(_ text: String, of declared: DeclaredObject) -> Bool {
        guard let reader = try? JSONReader(), let applied = try? reader.read(text) else { return false }
        var left = applied.withoutNulls
        var right = declared.value.withoutNulls
        for isLeft in [true, false] {
            var side = isLeft ? left : right
            side.update("metadata") { metadata in
                metadata.setDefault("annotations", [:])
                metadata.set("creationTimestamp", nil)
                if !declared.reference.namespace.isEmpty {
                    metadata.setDefault("namespace", .string(declared.reference.namespace))
                }
            }
            if isLeft { left = side } else { right = side }
        }
        return left == right
    }
}
