internal import DesiredState

/// Who keeps an object of the control plane that has no owner reference.
struct Publisher {
    /// For people: the controller's name.
    let name: String

    /// Whether `identity` is the publisher.
    func isHeld(by identity: Identity) -> Bool {
        name == "the API server" ? identity.isAPIServer : identity.isController(name)
    }

    /// The publisher of an object, by its kind and name; nil when it has none.
    static func of(_ reference: ObjectReference, declaredServices desired: DesiredState) -> Publisher? {
        switch (reference.group, reference.kind, reference.name) {
        case ("", "ConfigMap", "kube-root-ca.crt"): return Publisher(name: "root-ca-cert-publisher")
        // A distribution's variant: a second bundle of certificates in every namespace.
        case ("", "ConfigMap", "openshift-service-ca.crt"): return Publisher(name: "service-ca-cert-publisher")
        case ("", "ServiceAccount", "default"): return Publisher(name: "service-account-controller")
        case ("networking.k8s.io", "IPAddress", _), ("apiregistration.k8s.io", "APIService", _):
            return Publisher(name: "the API server")
        case ("", "Endpoints", _):
            let service = ObjectReference(
                group: "", kind: "Service", namespace: reference.namespace, name: reference.name)
            return desired.object(service) == nil ? nil : Publisher(name: "endpoint-controller")
        default: return nil
        }
    }
}
