internal import DesiredState
internal import ExactValues
internal import FieldTree

/// What the control plane and the gate itself keep in the cluster, whether or not Git declares it.
extension Judgement {
    /// Kind and name of what is kept, and by whom; no name stands for any. The names of others are told by their marks.
    private static let kept: [(kind: GroupKind, namespace: String?, name: String?, keeper: String)] = [
        ("ConfigMap", nil, "kube-root-ca.crt", "root-ca-cert-publisher"),
        ("ConfigMap", nil, "openshift-service-ca.crt", "service-ca-cert-publisher"),
        ("ConfigMap", "kube-system", "extension-apiserver-authentication", "the API server"),
        ("ServiceAccount", nil, "default", "service-account-controller"),
        ("networking.k8s.io/IPAddress", nil, nil, "the API server"),
        ("networking.k8s.io/ServiceCIDR", nil, "kubernetes", "the API server"),
        ("apiregistration.k8s.io/APIService", nil, nil, "the API server"),
        ("Service", "default", "kubernetes", "the API server"),
        ("Endpoints", "default", "kubernetes", "the API server"),
        ("discovery.k8s.io/EndpointSlice", "default", "kubernetes", "the API server"),
        ("Namespace", nil, "default", "the API server"),
        ("Namespace", nil, "kube-system", "the API server"),
        ("Namespace", nil, "kube-public", "the API server"),
        ("Namespace", nil, "kube-node-lease", "the API server"),
        ("scheduling.k8s.io/PriorityClass", nil, "system-node-critical", "the API server"),
        ("scheduling.k8s.io/PriorityClass", nil, "system-cluster-critical", "the API server"),
        ("Node", nil, nil, "its kubelet"),
        ("coordination.k8s.io/Lease", "kube-system", nil, "the control plane"),
        ("coordination.k8s.io/Lease", "kube-node-lease", nil, "its kubelet"),
    ]

    /// Who keeps the object; nil when nobody does.
    func keeper() -> String? {
        let row = Self.kept.first { row in
            row.kind.matches(reference)
                && row.namespace.map { ExactText.equal($0, reference.namespace) } ?? true
                && row.name.map { ExactText.equal($0, reference.name) } ?? true
        }
        return row?.keeper ?? markedKeeper() ?? (rules.isOwnPart(reference) ? "the gate, of which it is a part" : nil)
    }

    private func markedKeeper() -> String? {
        let stored = KubernetesObject(oldObject)
        switch (reference.group, reference.kind) {
        case ("", "Endpoints"):
            let service = ObjectReference(
                group: "", kind: "Service", namespace: reference.namespace, name: reference.name)
            return desired.object(service) == nil ? nil : "endpoint-controller"
        case ("", "ServiceAccount")
        where reference.namespace == "kube-system" && ControlPlaneAccounts.controllers.contains(reference.name):
            return "the controller manager"
        case ("rbac.authorization.k8s.io", _):
            let isBootstrap =
                stored.label("kubernetes.io/bootstrapping") != nil
                || BootstrapPolicy.hasRole(reference.name, namespace: reference.namespace)
                || BootstrapPolicy.binding(reference.name, namespace: reference.namespace) != nil
            return isBootstrap ? "the API server" : nil
        case ("flowcontrol.apiserver.k8s.io", _):
            let isOwn =
                BootstrapPolicy.flows.contains(reference.name)
                || stored.annotation("apf.kubernetes.io/autoupdate-spec") != nil
            return isOwn ? "the API server" : nil
        default: return nil
        }
    }
}
