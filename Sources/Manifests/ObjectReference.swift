internal import ExactValues

/// Which object of a cluster is meant: its API group, kind, namespace and name. The version does not tell objects apart.
public struct ObjectReference: Sendable, Hashable, CustomStringConvertible {
    /// The API group; empty for the core group.
    public let group: String
    public let kind: String
    /// The namespace; empty for an object of the whole cluster.
    public let namespace: String
    public let name: String

    public init(group: String, kind: String, namespace: String, name: String) {
        self.group = group
        self.kind = kind
        self.namespace = namespace
        self.name = name
    }

    /// For people: `Deployment shop/web`.
    public var description: String {
        namespace.isEmpty ? "\(kind) \(name)" : "\(kind) \(namespace)/\(name)"
    }

    /// The name under which the API server stores the object: some kinds are served by two groups.
    ///
    /// - `extensions` Ingress is the one of `networking.k8s.io` (until 1.21), `events.k8s.io` Event that of the core
    ///   group (kubernetes/pkg/kubeapiserver/default_storage_factory_builder.go, `AddCohabitatingResources`).
    public var canonical: ObjectReference {
        let group =
            switch (Name(group), Name(kind)) {
            case ("extensions", "Ingress"): "networking.k8s.io"
            case ("events.k8s.io", "Event"): ""
            default: group
            }
        return ObjectReference(group: group, kind: kind, namespace: namespace, name: name)
    }

    /// The group of an `apiVersion`: `apps` of `apps/v1`, empty of `v1`.
    public static func group(ofAPIVersion apiVersion: String) -> String {
        guard let slash = apiVersion.utf8.firstIndex(of: UInt8(ascii: "/")) else { return "" }
        return String(apiVersion[..<slash])
    }

    public static func == (left: Self, right: Self) -> Bool {
        ExactText.equal(left.name, right.name) && ExactText.equal(left.namespace, right.namespace)
            && ExactText.equal(left.kind, right.kind) && ExactText.equal(left.group, right.group)
    }
}
