internal import DesiredState
internal import FieldTree
internal import JSONDocument
internal import ObjectAccounting

extension Judgement {
    private var advice: String { "Change it in Git on \(branch), or send what Git declares." }

    // MARK: CREATE

    /// CREATE of a declared object: every leaf is as declared, a computed default, or the server's.
    func declaredCreation(_ declared: DeclaredObject) -> Verdict {
        guard let shape = expected.object(declared, in: requestedVersion)?.shape else {
            return denyVersion(declared)
        }
        let forms = expectedForms(declared, actual: object, previous: nil).map { withStamps($0, of: declared) }
        let findings = nearest(forms, to: object, shape: shape)
        guard !findings.isEmpty else { return allow(.declared, declared) }
        return deny(.declared, findings, declared: declared, basis: "Git", next: advice)
    }

    /// Paths of two versions are not compared where the conversion is not known.
    func denyVersion(_ declared: DeclaredObject) -> Verdict {
        deny(
            .declared,
            """
            \(reference) is declared as \(declared.apiVersion) and asked for as \
            \(object["apiVersion"]?.string ?? ""), which is not compared; send it as \(declared.apiVersion)
            """, path: FieldPath("apiVersion"), source: "\(declared.file):\(declared.line(of: FieldPath("apiVersion")))"
        )
    }

    /// The findings of the form that is nearest to `actual`: none when one fits.
    func nearest(_ forms: [FieldValue], to actual: FieldValue, shape: FieldShape? = nil) -> [Finding] {
        var best: [Finding]?
        let stripped = ServerOwned.stripped(actual)
        for form in forms {
            let findings = ObjectComparison(form, stripped, shape: shape).differences.map {
                Finding($0, expected: $0.before)
            }
            if findings.isEmpty { return [] }
            if findings.count < best?.count ?? .max { best = findings }
        }
        return best ?? []
    }

    /// The forms in which a declared object may arrive, see ``ExpectedObject``.
    func expectedForms(_ declared: DeclaredObject, actual: FieldValue, previous: FieldValue?) -> [FieldValue] {
        let apiVersion = actual["apiVersion"]?.string ?? ""
        guard let object = expected.object(declared, in: apiVersion) ?? expected.object(declared) else { return [] }
        let forms = object.forms(
            for: actual, previous: previous, context: admissionContext, requester: request.userInfo)
        return forms.map { withLastApplied($0, declared: declared, actual: actual) }
    }

    /// What admission plugins of the API server look up in this request's namespace.
    var admissionContext: NamespaceContext {
        var context = NamespaceContext()
        for object in desired.objects(in: request.namespace, group: "", kind: "ServiceAccount") {
            context.serviceAccounts[object.reference.name] = object.value
        }
        for object in desired.objects(in: request.namespace, group: "", kind: "LimitRange") {
            context.limitRanges.append(expected.object(object)?.complete ?? .null)
        }
        for object in desired.objects(in: "", group: "scheduling.k8s.io", kind: "PriorityClass") {
            context.priorityClasses[object.reference.name] = expected.object(object)?.complete
        }
        for object in desired.objects(in: "", group: "node.k8s.io", kind: "RuntimeClass") {
            context.runtimeClasses[object.reference.name] = expected.object(object)?.complete
        }
        context.defaultStorageClasses = defaultClasses("storage.k8s.io", "StorageClass", "storageclass")
        context.defaultIngressClasses = defaultClasses("networking.k8s.io", "IngressClass", "ingressclass")
        return context
    }

    /// The names of declared classes that are marked as the default one.
    private func defaultClasses(_ group: String, _ kind: String, _ word: String) -> [String] {
        desired.objects(in: "", group: group, kind: kind).filter { object in
            let annotations = object.value["metadata"]?["annotations"]
            return [group, "\(word).kubernetes.io", "storageclass.beta.kubernetes.io"].contains { prefix in
                annotations?["\(prefix)/is-default-class"] == "true"
            }
        }.map(\.reference.name)
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
