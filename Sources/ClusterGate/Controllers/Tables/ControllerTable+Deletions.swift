internal import FieldTree

extension ControllerTable {
    /// Who deletes what somebody else owns or keeps; what nobody owns and nobody declares, anybody may.
    static let deletions: [ControllerRow] = [
        // The cluster decides these, whatever Git declares.
        .clears("namespace-controller", kind: "*", when: [.namespaceIsTerminating]),
        .clears(.kubelet, kind: "Pod", when: [.isBeingDeleted, .isOnOwnNode]),
        .clears("ttl-after-finished-controller", kind: "batch/Job", when: [.isExpiredJob]),
        .clears("pod-garbage-collector", kind: "Pod", when: [.isAbandonedPod]),
        .clears(
            "taint-eviction-controller", "node-controller", "node-lifecycle-controller", kind: "Pod",
            when: [.isOnTaintedNode]),
        .clears(.scheduler, kind: "Pod", when: [.isPreempted]),

        // A controller deletes its own children.
        .deletes("deployment-controller", kind: "apps/ReplicaSet", when: [.isOwnedBy("apps/Deployment")]),
        .deletes("replicaset-controller", kind: "Pod", when: [.isOwnedBy("apps/ReplicaSet")]),
        .deletes("replication-controller", kind: "Pod", when: [.isOwnedBy("ReplicationController")]),
        .deletes("statefulset-controller", kind: "Pod", when: [.isOwnedBy("apps/StatefulSet")]),
        .deletes("statefulset-controller", kind: "apps/ControllerRevision", when: [.isOwnedBy("apps/StatefulSet")]),
        .deletes("daemon-set-controller", kind: "Pod", when: [.isOwnedBy("apps/DaemonSet")]),
        .deletes("daemon-set-controller", kind: "apps/ControllerRevision", when: [.isOwnedBy("apps/DaemonSet")]),
        .deletes("job-controller", kind: "Pod", when: [.isOwnedBy("batch/Job")]),
        .deletes("cronjob-controller", kind: "batch/Job", when: [.isOwnedBy("batch/CronJob")]),
        .deletes("endpointslice-controller", kind: "discovery.k8s.io/EndpointSlice", when: [.isOwnedBy("Service")]),
        .deletes(
            "endpointslicemirroring-controller", kind: "discovery.k8s.io/EndpointSlice", when: [.isOwnedBy("Endpoints")]
        ),
        .deletes("generic-garbage-collector", kind: "*", when: [.ownersAreGone]),

        // What is kept without an owner reference goes when what it describes is gone.
        .deletes("endpoint-controller", kind: "Endpoints", when: [.serviceIsGone]),
        .deletes(
            .controllerManager, "tokens-controller", "legacy-service-account-token-cleaner", kind: "Secret",
            when: [.accountIsGone]),
        .deletes("persistent-volume-binder", kind: "PersistentVolume", when: [.isReleasedVolume]),
        .deletes(.apiServer, kind: "networking.k8s.io/IPAddress", when: []),
        .deletes(.apiServer, kind: "apiregistration.k8s.io/APIService", when: []),
        .deletes(.apiServer, kind: "coordination.k8s.io/Lease", when: [.inNamespace("kube-system")]),
        .deletes("node-controller", "node-lifecycle-controller", kind: "Node", when: []),
    ]
}
