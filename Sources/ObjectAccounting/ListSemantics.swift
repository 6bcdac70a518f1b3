/// How the elements of a list are told apart, by the list's field name.
///
/// Kubernetes documents these as `x-kubernetes-list-type` and `-map-keys`; where order has a meaning (env, init
/// containers) it counts here although the server merges by key.
public enum ListSemantics: Sendable, Hashable {
    /// Elements are told apart by these members; their order has no meaning.
    case keyed([String])
    /// Elements are told apart by these members and their order has a meaning.
    case orderedKeyed([String])
    /// Elements stand for themselves; their order has no meaning.
    case set
    /// The list is one value: position counts.
    case ordered

    /// The semantics of the list at a member called `name`, whose parent member is called `parent`.
    public static func of(_ name: String, under parent: String?) -> ListSemantics {
        switch name {
        case "containers", "ephemeralContainers", "volumes", "imagePullSecrets": .keyed(["name"])
        case "initContainers", "env": .orderedKeyed(["name"])
        case "volumeMounts": .keyed(["mountPath"])
        case "volumeDevices": .keyed(["devicePath"])
        case "ports" where parent == "spec": .keyed(["port", "protocol"])
        case "ports" where parent == "containers" || parent == "initContainers": .keyed(["containerPort", "protocol"])
        case "hostAliases": .keyed(["ip"])
        case "finalizers": .set
        case "versions", "webhooks": .keyed(["name"])
        default: .ordered
        }
    }
}
