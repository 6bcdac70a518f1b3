internal import FieldTree

extension ControllerTable {
    /// Workloads and what their controllers make of them (pkg/controller/{deployment,replicaset,statefulset,daemon,job,
    /// cronjob,replication} of Kubernetes).
    static let workloads: [ControllerRow] = [
        .creates("deployment-controller", kind: "apps/ReplicaSet", when: .madeFor("apps/Deployment")),
        .rewrites("deployment-controller", kind: "apps/ReplicaSet", when: .madeFor("apps/Deployment")),

        .creates("replicaset-controller", kind: "Pod", when: .madeFor("apps/ReplicaSet")),
        .creates("replication-controller", kind: "Pod", when: .madeFor("ReplicationController")),

        .creates("statefulset-controller", kind: "Pod", when: .madeFor("apps/StatefulSet")),
        .rewrites("statefulset-controller", kind: "Pod", when: .madeFor("apps/StatefulSet")),
        .creates("statefulset-controller", kind: "apps/ControllerRevision", when: .madeFor("apps/StatefulSet")),
        .rewrites("statefulset-controller", kind: "apps/ControllerRevision", when: .madeFor("apps/StatefulSet")),
        .creates("statefulset-controller", kind: "PersistentVolumeClaim", when: [.isClaimOfSet]),
        .rewrites("statefulset-controller", kind: "PersistentVolumeClaim", when: [.isClaimOfSet]),

        .creates("daemon-set-controller", kind: "Pod", when: .madeFor("apps/DaemonSet")),
        .creates("daemon-set-controller", kind: "apps/ControllerRevision", when: .madeFor("apps/DaemonSet")),
        .rewrites("daemon-set-controller", kind: "apps/ControllerRevision", when: .madeFor("apps/DaemonSet")),

        .creates("job-controller", kind: "Pod", when: .madeFor("batch/Job")),
        .writes(
            "job-controller", kind: "Pod", fields: ["metadata.finalizers[batch.kubernetes.io/job-tracking]"],
            when: [.isRemoved]),
        .creates("cronjob-controller", kind: "batch/Job", when: .madeFor("batch/CronJob")),

        // A workload's replica count is the autoscaler's, within what Git declares.
        .writes(
            "horizontal-pod-autoscaler", kind: "*", subresource: "scale", fields: ["spec.replicas"],
            when: [.isWithinAutoscaler]),

        // The scheduler binds a Pod that has no node yet.
        .creates(.scheduler, kind: "Pod", subresource: "binding", when: [.isUnboundPod, .hasForm(.binding)]),
    ]

    /// The status of workloads.
    static let workloadStatus: [ControllerRow] = [
        .status("deployment-controller", kind: "apps/Deployment"),
        .writes(
            "deployment-controller", kind: "apps/Deployment", subresource: "status",
            fields: ["metadata.annotations[deployment.kubernetes.io/revision]"], when: [.isNumber]),
        .status("replicaset-controller", kind: "apps/ReplicaSet"),
        .status("replication-controller", kind: "ReplicationController"),
        .status("statefulset-controller", kind: "apps/StatefulSet"),
        .status("daemon-set-controller", kind: "apps/DaemonSet"),
        .status("job-controller", kind: "batch/Job"),
        .status("cronjob-controller", kind: "batch/CronJob"),
        .status("horizontal-pod-autoscaler", kind: "autoscaling/HorizontalPodAutoscaler"),
        // Before autoscaling/v2 was stored, parts of the status were annotations of autoscaling/v1.
        .writes(
            "horizontal-pod-autoscaler", kind: "autoscaling/HorizontalPodAutoscaler", subresource: "status",
            fields: [
                "metadata.annotations[autoscaling.alpha.kubernetes.io/conditions]",
                "metadata.annotations[autoscaling.alpha.kubernetes.io/current-metrics]",
            ], when: [.isBefore(23)]),
        .status("disruption-controller", kind: "policy/PodDisruptionBudget"),
        .status(.kubelet, kind: "Pod", when: [.isOnOwnNode]),
        .status(
            .scheduler, "disruption-controller", "node-controller", "node-lifecycle-controller",
            "pod-garbage-collector", "taint-eviction-controller", "device-taint-eviction-controller", "job-controller",
            "resource-claim-controller", kind: "Pod"),
    ]
}
