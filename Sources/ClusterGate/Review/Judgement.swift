internal import DesiredState
internal import ExactValues
internal import FieldTree
internal import GitNames
internal import ObjectAccounting

/// One request on its way to a verdict: the order of the questions, and what all of them share.
struct Judgement {
    let request: AdmissionRequest
    let desired: DesiredState
    let expected: ExpectedObjects
    let version: KubernetesVersion
    let branch: String
    let rules: ClusterRules
    let live: any LiveState
    /// The moment that rules with a time are judged at.
    let now: Timestamp?

    func verdict() throws(MissingLiveState) -> Verdict {
        if let contradiction { return contradiction }
        if request.operation == .connect { return operationVerdict() }
        if !request.subresource.isEmpty { return try subresourceVerdict() }
        switch request.operation {
        case .create: return try creation()
        case .update: return try change()
        case .delete: return try deletion()
        case .connect: return operationVerdict()
        }
    }

    private func creation() throws(MissingLiveState) -> Verdict {
        if let declared { return declaredCreation(declared) }
        return try undeclaredCreation()
    }

    private func change() throws(MissingLiveState) -> Verdict {
        if let declared { return try declaredChange(declared) }
        return try undeclaredChange()
    }

    // MARK: The request

    /// The object that the request is about; of a subresource, the object it belongs to.
    var reference: ObjectReference {
        ObjectReference(group: targetGroup, kind: targetKind, namespace: request.namespace, name: request.name)
    }

    private var targetGroup: String { request.subresource.isEmpty ? request.group : request.resourceGroup }

    private var targetKind: String {
        if request.subresource.isEmpty { return request.kind }
        return desired.catalog.entry(group: request.resourceGroup, resource: request.resource)?.kind ?? request.kind
    }

    /// What Git declares of the object that the request is about.
    var declared: DeclaredObject? { desired.object(reference) }

    var object: FieldValue { request.object ?? .null }
    var oldObject: FieldValue { request.oldObject ?? .null }
    var identity: Identity { Identity(username: request.username) }

    /// A request whose parts name different objects is nobody's: the API server sends none.
    private var contradiction: Verdict? {
        guard ["", "status"].contains(request.subresource), request.operation != .connect else { return nil }
        for (value, isNew) in [(request.object, true), (request.oldObject, false)] {
            guard let value else { continue }
            let apiVersion = request.group.isEmpty ? request.version : "\(request.group)/\(request.version)"
            let checks: [(FieldPath, String?, String)] = [
                (FieldPath("kind"), value["kind"]?.string, request.kind),
                (FieldPath("apiVersion"), value["apiVersion"]?.string, apiVersion),
                (FieldPath("metadata", "name"), value["metadata"]?["name"]?.string, request.name),
                (FieldPath("metadata", "namespace"), value["metadata"]?["namespace"]?.string ?? "", request.namespace),
            ]
            for (path, found, meant) in checks where !ExactText.equal(found ?? "", meant) {
                let side = isNew ? "object" : "oldObject"
                return deny(
                    .request, "the request is for \(path) \(quoted(meant)), its \(side) says \(quoted(found ?? ""))",
                    path: path)
            }
        }
        return nil
    }

    // MARK: Live state

    /// The object as stored in the cluster, nil when it is not there.
    func lookUp(_ reference: ObjectReference) throws(MissingLiveState) -> FieldValue? {
        switch live.object(reference) {
        case .present(let value): return value
        case .absent: return nil
        case .unknown: throw MissingLiveState(query: .object(reference))
        }
    }

    /// The Pods of a selection, those being deleted included.
    func lookUp(_ selection: PodSelection) throws(MissingLiveState) -> [FieldValue] {
        guard let pods = live.pods(selection) else { throw MissingLiveState(query: .pods(selection)) }
        return pods
    }

    // MARK: Verdicts

    func allow(_ rule: Verdict.Rule, _ declared: DeclaredObject? = nil, grant: String? = nil) -> Verdict {
        Verdict(
            allowed: true, rule: rule, message: "", path: nil, commit: desired.commit,
            source: declared.map { "\($0.file):\($0.line(of: FieldPath()))" }, grant: grant)
    }

    func deny(_ rule: Verdict.Rule, _ reason: String, path: FieldPath? = nil, source: String? = nil) -> Verdict {
        let named = path.map { reason.contains($0.description) ? "" : " (at \($0))" } ?? ""
        return Verdict(
            allowed: false, rule: rule, message: "sallyport: \(reason)\(named)", path: path, commit: desired.commit,
            source: source)
    }

    func quoted(_ text: String) -> String {
        JSONText.quoted(String(text.prefix(200)))
    }

    var shortCommit: String { String(desired.commit.description.prefix(12)) }
}
