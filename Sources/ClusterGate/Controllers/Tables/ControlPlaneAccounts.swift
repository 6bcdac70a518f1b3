/// The accounts in kube-system that the controller manager keeps (cmd/kube-controller-manager, 1.20 to 1.36).
enum ControlPlaneAccounts {
    /// The service accounts of the controller manager's controllers.
    static let controllers: Set<String> = [
        "attachdetach-controller", "bootstrap-signer", "certificate-controller", "clusterrole-aggregation-controller",
        "cronjob-controller", "daemon-set-controller", "deployment-controller", "device-taint-eviction-controller",
        "disruption-controller", "endpoint-controller", "endpointslice-controller",
        "endpointslicemirroring-controller", "ephemeral-volume-controller", "expand-controller",
        "generic-garbage-collector", "horizontal-pod-autoscaler", "job-controller",
        "legacy-service-account-token-cleaner", "namespace-controller", "node-controller",
        "persistent-volume-binder", "pod-garbage-collector", "pv-protection-controller", "pvc-protection-controller",
        "replicaset-controller", "replication-controller", "resource-claim-controller", "resourcequota-controller",
        "root-ca-cert-publisher", "route-controller", "selinux-warning-controller", "service-account-controller",
        "service-ca-cert-publisher", "service-cidrs-controller", "service-controller", "statefulset-controller",
        "storage-version-migrator-controller", "taint-eviction-controller", "token-cleaner",
        "ttl-after-finished-controller", "ttl-controller", "validatingadmissionpolicy-status-controller",
        "volumeattributesclass-protection-controller",
    ]
}
