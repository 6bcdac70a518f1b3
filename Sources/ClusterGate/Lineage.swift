/// Which controller makes which kind of child for which kind of owner. A child is traced by all of them and by the
/// owner's template; any one of them alone proves nothing.
struct Lineage {
    let ownerGroup: String
    let ownerKind: String
    let childGroup: String
    let childKind: String
    /// The service account of the controller in kube-system.
    let controller: String

    static let all: [Lineage] = [
        .init("apps", "Deployment", "apps", "ReplicaSet", "deployment-controller"),
        .init("apps", "ReplicaSet", "", "Pod", "replicaset-controller"),
        .init("apps", "StatefulSet", "", "Pod", "statefulset-controller"),
        .init("apps", "StatefulSet", "apps", "ControllerRevision", "statefulset-controller"),
        .init("apps", "DaemonSet", "", "Pod", "daemon-set-controller"),
        .init("apps", "DaemonSet", "apps", "ControllerRevision", "daemon-set-controller"),
        .init("batch", "Job", "", "Pod", "job-controller"),
        .init("batch", "CronJob", "batch", "Job", "cronjob-controller"),
        .init("", "Service", "discovery.k8s.io", "EndpointSlice", "endpointslice-controller"),
    ]

    private init(
        _ ownerGroup: String, _ ownerKind: String, _ childGroup: String, _ childKind: String, _ controller: String
    ) {
        self.ownerGroup = ownerGroup
        self.ownerKind = ownerKind
        self.childGroup = childGroup
        self.childKind = childKind
        self.controller = controller
    }

    /// The controllers that make children of a kind for owners of a kind.
    static func controllers(ofOwnerKind owner: String, child: String) -> [String] {
        all.filter { $0.ownerKind == owner && $0.childKind == child }.map(\.controller)
    }

    /// The lineages of a kind of child.
    static func of(group: String, kind: String) -> [Lineage] {
        all.filter { $0.childKind == kind && $0.childGroup == group }
    }
}
