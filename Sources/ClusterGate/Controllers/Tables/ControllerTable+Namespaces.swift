internal import FieldTree

extension ControllerTable {
    /// What every namespace has: its certificates, its account, its quota.
    static let namespaces: [ControllerRow] = [
        .creates(
            "root-ca-cert-publisher", kind: "ConfigMap",
            when: [.isNamed(["kube-root-ca.crt"]), .hasForm(.certificateBundle)]),
        .rewrites(
            "root-ca-cert-publisher", kind: "ConfigMap",
            when: [.isNamed(["kube-root-ca.crt"]), .hasForm(.certificateBundle)]),
        // A distribution's variant: a second bundle of certificates in every namespace.
        .creates(
            "service-ca-cert-publisher", kind: "ConfigMap",
            when: [.isNamed(["openshift-service-ca.crt"]), .hasForm(.certificateBundle)]),
        .rewrites(
            "service-ca-cert-publisher", kind: "ConfigMap",
            when: [.isNamed(["openshift-service-ca.crt"]), .hasForm(.certificateBundle)]),
        .creates(
            "service-account-controller", kind: "ServiceAccount",
            when: [.isNamed(["default"]), .hasForm(.defaultAccount)]),
        .status("namespace-controller", kind: "Namespace"),
        .writes(
            "namespace-controller", kind: "Namespace", subresource: "finalize", fields: ["spec.finalizers"],
            when: [.isBeingDeleted, .isRemoved]),
        .status("resourcequota-controller", .apiServer, kind: "ResourceQuota"),
    ]
}
