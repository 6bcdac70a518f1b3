internal import ExactValues
public import FieldTree
internal import KubernetesTypes

/// A declared object as the API server makes it: computed once for an object, a version and a definition, and then
/// fitted to each request that carries it.
public struct ExpectedObject: Sendable {
    /// The object with its defaults and its namespace, without what the server chooses or plugins add.
    public let complete: FieldValue
    /// How to compare it.
    public let shape: FieldShape

    private let version: KubernetesVersion
    /// Fields that a server with its gates at their defaults drops.
    private let gated: [FieldPath]

    /// - Parameters:
    ///   - declared: the object as Git declares it.
    ///   - apiVersion: the version of its group in which it is asked for; nil for its own.
    ///   - namespace: where it goes; empty for an object of the whole cluster.
    ///   - version: the API server's.
    ///   - definition: the declared CustomResourceDefinition of its kind.
    /// - Returns: nil when the conversion to `apiVersion` is not known.
    public init?(
        declared: FieldValue, in apiVersion: String?, namespace: String, version: KubernetesVersion,
        definition: FieldValue?
    ) {
        let defaults = ServerDefaults(version: version, definition: definition)
        var complete = defaults.complete(declared)
        let own = declared["apiVersion"]?.string ?? ""
        if let apiVersion, !ExactText.equal(apiVersion, own) {
            let conversion = VersionConversion(definition: definition)
            guard let converted = conversion.convert(complete, to: apiVersion) else { return nil }
            complete = defaults.complete(converted)
        }
        complete.updateOrCreate("metadata") { $0.set("namespace", namespace.isEmpty ? nil : .string(namespace)) }
        self.complete = complete
        self.version = version
        shape = FieldShape.of(complete, definition: definition)
        let entry = TypeTable.builtIn.kind(apiVersion: apiVersion ?? own, kind: declared["kind"]?.string ?? "")
        gated = entry.map { GatedFields.paths(in: complete, $0.type, minor: version.tableMinor) } ?? []
    }

    /// The forms in which the object may arrive, the likeliest first; see ``PodAdmission/variants(of:actual:)``.
    /// - Parameters:
    ///   - actual: the object of the request: what the server chooses is taken from it where it has the right form.
    ///   - previous: the stored object on UPDATE.
    ///   - context: what admission plugins look up.
    ///   - requester: the request's `userInfo`.
    public func forms(
        for actual: FieldValue, previous: FieldValue? = nil, context: NamespaceContext, requester: FieldValue? = nil
    ) -> [FieldValue] {
        var base = complete
        for path in gated.reversed() where actual[path] == nil || actual[path] == .null { base.remove(path.steps[...]) }
        var forms = [base]
        if base["kind"] == "Pod", base["apiVersion"] == "v1" {
            forms = PodAdmission(version: version, context: context).variants(of: base, actual: actual)
        } else {
            forms = ClassAdmission(context: context).variants(of: base, actual: actual)
        }
        let choices = ServerChoices(version: version)
        return forms.map { choices.fill($0, from: actual, previous: previous, requester: requester) }
    }
}

extension FieldValue {
    /// Removes the member at the end of a way of members and indices.
    fileprivate mutating func remove(_ steps: ArraySlice<FieldPath.Step>) {
        guard let step = steps.first else { return }
        switch step {
        case .member(let key):
            if steps.count == 1 { set(key, nil) } else { update(key) { $0.remove(steps.dropFirst()) } }
        case .index(let index):
            guard case .list(var list) = self, list.indices.contains(index) else { return }
            list[index].remove(steps.dropFirst())
            self = .list(list)
        case .element: break
        }
    }
}
