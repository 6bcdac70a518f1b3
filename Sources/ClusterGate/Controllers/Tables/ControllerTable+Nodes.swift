internal import FieldTree

extension ControllerTable {
    /// Nodes: their kubelets, and the controllers that watch them.
    static let nodes: [ControllerRow] = [
        .creates(.kubelet, kind: "Node", when: [.isOwnNode]),
        .status(.kubelet, kind: "Node", when: [.isOwnNode]),
        .status("node-controller", "node-lifecycle-controller", "route-controller", kind: "Node"),
        // The NodeRestriction plugin bounds which of its own labels a kubelet may write.
        .writes(.kubelet, kind: "Node", fields: ["metadata.labels", "metadata.annotations"], when: [.isOwnNode]),
        .writes(
            "node-controller", "node-lifecycle-controller", "taint-eviction-controller", kind: "Node",
            fields: ["spec.taints"], when: [.taintsAreConditions]),
        .writes("node-controller", kind: "Node", fields: ["spec.podCIDR", "spec.podCIDRs"], when: [.isAdded]),
        .writes(
            "ttl-controller", kind: "Node", fields: ["metadata.annotations[node.alpha.kubernetes.io/ttl]"],
            when: [.isNumber]),
        .writes(
            "node-controller", "node-lifecycle-controller", kind: "Node",
            fields: ["metadata.labels[beta.kubernetes.io/*]", "metadata.labels[kubernetes.io/*]"]),
        .creates(.kubelet, kind: "storage.k8s.io/CSINode", when: [.isOwnNode]),
        .writes(
            .kubelet, kind: "storage.k8s.io/CSINode", fields: ["spec.drivers", "metadata.annotations"],
            when: [.isOwnNode]),
        .creates(.kubelet, kind: "Pod", when: [.hasForm(.mirrorPod)]),
    ]
}
