import ClusterGate
import DesiredState
import ExactValues
import FieldTree
import GitNames
import ObjectAccounting
import Testing

/// A cluster of a test's own: what Git declares, what is live, and requests made of a few words each.
struct ReviewScene {
    static let controllers = "system:serviceaccount:kube-system:"

    let desired: DesiredState
    let version: KubernetesVersion
    let rules: ClusterRules
    var live = ObservedState(isComplete: true)
    var now: Timestamp?

    /// - Parameter manifests: what Git declares, as YAML.
    init(_ manifests: String, version: KubernetesVersion = .newestKnown, rules: ClusterRules = .none) {
        desired = DesiredState(
            manifests: [Manifest(file: "all.yaml", bytes: Array(manifests.utf8))], commit: .zero)
        self.version = version
        self.rules = rules
    }

    /// One object written as YAML.
    static func object(_ yaml: String) throws -> FieldValue {
        let state = DesiredState(manifests: [Manifest(file: "a.yaml", bytes: Array(yaml.utf8))], commit: .zero)
        return try #require(state.allObjects.first?.value)
    }

    static func reference(_ object: FieldValue) -> ObjectReference {
        ObjectReference(
            group: ObjectReference.group(ofAPIVersion: object["apiVersion"]?.string ?? ""),
            kind: object["kind"]?.string ?? "", namespace: object["metadata"]?["namespace"]?.string ?? "",
            name: object["metadata"]?["name"]?.string ?? "")
    }

    /// A declared object as the API server stores it, with a uid.
    func stored(_ kind: String, _ name: String, uid: String = "u-1") throws -> FieldValue {
        let declared = try #require(
            desired.allObjects.first { $0.reference.kind == kind && $0.reference.name == name })
        var object = ServerDefaults(version: version).complete(declared.value)
        object.update("metadata") { metadata in
            metadata.set("uid", .string(uid))
            metadata.set("generation", 1)
            metadata.set(
                "namespace", declared.reference.namespace.isEmpty ? nil : .string(declared.reference.namespace))
        }
        return object
    }

    /// Puts objects into the cluster as they are.
    mutating func add(_ objects: FieldValue...) {
        for object in objects { live.observe(Self.reference(object), object) }
    }

    // MARK: Requests

    private func judge(
        _ operation: String, _ object: FieldValue?, _ old: FieldValue?, by user: String, subresource: String = "",
        resource: (group: String, kind: String)? = nil, options: FieldValue = [:]
    ) throws -> Verdict {
        let shown = object ?? old ?? .null
        let apiVersion = shown["apiVersion"]?.string ?? ""
        let group = ObjectReference.group(ofAPIVersion: apiVersion)
        let kind = shown["kind"]?.string ?? ""
        let target = resource ?? (group, kind)
        let entry = desired.catalog.entry(group: target.group, kind: target.kind)
        let plural = entry?.resource ?? target.kind.lowercased() + "s"
        let version: FieldValue = .string(apiVersion.split(separator: "/").last.map(String.init) ?? "")
        var request: FieldValue = [
            "uid": "r-1", "operation": .string(operation),
            "kind": ["group": .string(group), "version": version, "kind": .string(kind)],
            "resource": ["group": .string(target.group), "version": version, "resource": .string(plural)],
            "userInfo": ["username": .string(user)], "options": options,
        ]
        request.set("name", shown["metadata"]?["name"])
        request.set("namespace", shown["metadata"]?["namespace"])
        if !subresource.isEmpty { request.set("subResource", .string(subresource)) }
        request.set("object", object)
        request.set("oldObject", old)
        let review: FieldValue = [
            "kind": "AdmissionReview", "apiVersion": "admission.k8s.io/v1", "request": request,
        ]
        let evaluator = ReviewEvaluator(
            desired: desired, version: self.version, branch: "refs/heads/main", rules: rules)
        switch evaluator.evaluate(try AdmissionRequest(review: review), live: live, at: now) {
        case .verdict(let verdict): return verdict
        case .needs(let query): throw Recording.Unknown(query: query)
        }
    }

    func create(
        _ object: FieldValue, by user: String, subresource: String = "", of kind: String? = nil
    ) throws -> Verdict {
        try judge("CREATE", object, nil, by: user, subresource: subresource, resource: kind.map { ("", $0) })
    }

    func update(
        _ old: FieldValue, by user: String, subresource: String = "", of resource: (group: String, kind: String)? = nil,
        _ change: (inout FieldValue) -> Void
    ) throws -> Verdict {
        var object = old
        change(&object)
        return try judge("UPDATE", object, old, by: user, subresource: subresource, resource: resource)
    }

    func delete(_ object: FieldValue, by user: String) throws -> Verdict {
        try judge("DELETE", nil, object, by: user)
    }

    func connect(_ pod: FieldValue, _ subresource: String, by user: String) throws -> Verdict {
        let options: FieldValue = [
            "apiVersion": "v1", "kind": "PodExecOptions", "metadata": pod["metadata"] ?? [:],
        ]
        return try judge("CONNECT", options, nil, by: user, subresource: subresource, resource: ("", "Pod"))
    }
}

extension FieldValue {
    /// Changes the value at a path of members in place.
    mutating func edit(_ path: String..., change: (inout FieldValue) -> Void) {
        edit(path[...], change)
    }

    private mutating func edit(_ path: ArraySlice<String>, _ change: (inout FieldValue) -> Void) {
        guard let first = path.first else { return change(&self) }
        updateOrCreate(first) { $0.edit(path.dropFirst(), change) }
    }
}
