internal import DesiredState

/// Kinds that the API server serves under more than one group: the object is the same one.
enum GroupAlias {
    /// Group and kind, and the other groups that serve it (until 1.22 in part).
    private static let groups: [(kind: String, groups: [String])] = [
        ("Ingress", ["networking.k8s.io", "extensions"]),
        ("NetworkPolicy", ["networking.k8s.io", "extensions"]),
        ("Deployment", ["apps", "extensions"]),
        ("ReplicaSet", ["apps", "extensions"]),
        ("DaemonSet", ["apps", "extensions"]),
        ("PodSecurityPolicy", ["policy", "extensions"]),
        ("Event", ["", "events.k8s.io"]),
    ]

    /// The same object under its other groups.
    static func others(of reference: ObjectReference) -> [ObjectReference] {
        guard let row = groups.first(where: { $0.kind == reference.kind && $0.groups.contains(reference.group) }) else {
            return []
        }
        return row.groups.filter { $0 != reference.group }.map { group in
            ObjectReference(group: group, kind: reference.kind, namespace: reference.namespace, name: reference.name)
        }
    }
}
