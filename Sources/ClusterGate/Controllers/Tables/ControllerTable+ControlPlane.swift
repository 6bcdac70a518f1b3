internal import FieldTree

extension ControllerTable {
    /// Records that the control plane keeps for itself.
    static let controlPlane: [ControllerRow] = [
        .creates(.controlPlane, kind: "Event", when: [.hasForm(.event)]),
        .creates(.controlPlane, kind: "events.k8s.io/Event", when: [.hasForm(.event)]),
        .writes(.controlPlane, kind: "Event", fields: eventCounters, when: [.isOwnEvent]),
        .writes(.controlPlane, kind: "events.k8s.io/Event", fields: eventCounters, when: [.isOwnEvent]),
        .creates(.controlPlane, kind: "coordination.k8s.io/Lease", when: [.hasForm(.lease)]),
        .writes(
            .controlPlane, kind: "coordination.k8s.io/Lease", fields: ["spec.renewTime"], when: [.hasForm(.lease)]),
        // A leader's lease changes hands; the API server's and the nodes' never do.
        .writes(
            .controlPlane, kind: "coordination.k8s.io/Lease",
            fields: ["spec.acquireTime", "spec.holderIdentity", "spec.leaseTransitions"],
            when: [.hasForm(.lease), .isLeaderLease]),

        // Reviews ask and store nothing.
        .creates(.anyone, kind: "authentication.k8s.io/TokenReview", when: [.hasForm(.review)]),
        .creates(.anyone, kind: "authentication.k8s.io/SelfSubjectReview", when: [.hasForm(.review)]),
        .creates(.anyone, kind: "authorization.k8s.io/SubjectAccessReview", when: [.hasForm(.review)]),
        .creates(.anyone, kind: "authorization.k8s.io/LocalSubjectAccessReview", when: [.hasForm(.review)]),
        .creates(.anyone, kind: "authorization.k8s.io/SelfSubjectAccessReview", when: [.hasForm(.review)]),
        .creates(.anyone, kind: "authorization.k8s.io/SelfSubjectRulesReview", when: [.hasForm(.review)]),

        .creates(.controllerManager, kind: "ServiceAccount", subresource: "token", when: [.hasForm(.tokenRequest)]),
        .creates(.kubelet, kind: "ServiceAccount", subresource: "token", when: [.isTokenOfOwnPod]),
        .creates(.controllerManager, kind: "ServiceAccount", when: [.hasForm(.ownAccount)]),
        .creates(.controllerManager, "tokens-controller", kind: "Secret", when: [.hasForm(.tokenSecret)]),
        .writes(
            .controllerManager, "tokens-controller", kind: "ServiceAccount", fields: ["secrets"],
            when: [.namesGeneratedToken]),
        .writes(
            .controllerManager, "tokens-controller", kind: "Secret",
            fields: [
                "data[ca.crt]", "data.namespace", "data.token",
                "metadata.annotations[kubernetes.io/service-account.uid]",
            ], when: [.isTokenOfAccount]),

        .writes(
            "clusterrole-aggregation-controller", kind: "rbac.authorization.k8s.io/ClusterRole", fields: ["rules"],
            when: [.aggregates]),
        .status(.apiServer, kind: "apiextensions.k8s.io/CustomResourceDefinition"),
        .writes(
            .apiServer, kind: "apiextensions.k8s.io/CustomResourceDefinition",
            fields: ["metadata.finalizers[customresourcecleanup.apiextensions.k8s.io]"]),
        .status(.apiServer, kind: "apiregistration.k8s.io/APIService"),
        .creates(.apiServer, kind: "apiregistration.k8s.io/APIService", when: [.hasForm(.serviceRegistration)]),
        .status(.apiServer, kind: "flowcontrol.apiserver.k8s.io/FlowSchema"),
        .status(.apiServer, kind: "flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration"),
        .status(
            "validatingadmissionpolicy-status-controller",
            kind: "admissionregistration.k8s.io/ValidatingAdmissionPolicy"),
        .status("certificate-controller", kind: "certificates.k8s.io/CertificateSigningRequest"),

        // Whatever holds an object until its dependents are gone is the garbage collector's to take off.
        .writes(
            "generic-garbage-collector", kind: "*",
            fields: ["metadata.finalizers[foregroundDeletion]", "metadata.finalizers[orphan]"],
            when: [.isBeingDeleted, .isRemoved]),
        .writes(
            "generic-garbage-collector", kind: "*", fields: ["metadata.ownerReferences"],
            when: [.isRemoved, .ownersAreLeaving]),
    ]

    private static let eventCounters: [FieldPattern] = [
        "count", "lastTimestamp", "message", "series", "deprecatedCount", "deprecatedLastTimestamp",
    ]

    /// What the API server and the controller manager make when they start, and mend when they start again
    /// (plugin/pkg/auth/authorizer/rbac/bootstrappolicy, pkg/controlplane, pkg/apis/flowcontrol/bootstrap).
    static let bootstrap: [ControllerRow] = [
        .creates(.apiServer, kind: "rbac.authorization.k8s.io/ClusterRole", when: [.hasForm(.bootstrapRole)]),
        .rewrites(.apiServer, kind: "rbac.authorization.k8s.io/ClusterRole", when: [.hasForm(.bootstrapRole)]),
        .creates(.apiServer, kind: "rbac.authorization.k8s.io/Role", when: [.hasForm(.bootstrapRole)]),
        .rewrites(.apiServer, kind: "rbac.authorization.k8s.io/Role", when: [.hasForm(.bootstrapRole)]),
        .creates(.apiServer, kind: "rbac.authorization.k8s.io/ClusterRoleBinding", when: [.hasForm(.bootstrapBinding)]),
        .rewrites(
            .apiServer, kind: "rbac.authorization.k8s.io/ClusterRoleBinding", when: [.hasForm(.bootstrapBinding)]),
        .creates(.apiServer, kind: "rbac.authorization.k8s.io/RoleBinding", when: [.hasForm(.bootstrapBinding)]),
        .rewrites(.apiServer, kind: "rbac.authorization.k8s.io/RoleBinding", when: [.hasForm(.bootstrapBinding)]),
        .creates(.apiServer, kind: "Namespace", when: [.hasForm(.bootstrapNamespace)]),
        .creates(.apiServer, kind: "scheduling.k8s.io/PriorityClass", when: [.hasForm(.bootstrapPriorityClass)]),
        .creates(.apiServer, kind: "flowcontrol.apiserver.k8s.io/FlowSchema", when: [.hasForm(.bootstrapFlow)]),
        .rewrites(.apiServer, kind: "flowcontrol.apiserver.k8s.io/FlowSchema", when: [.hasForm(.bootstrapFlow)]),
        .creates(
            .apiServer, kind: "flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration",
            when: [.hasForm(.bootstrapFlow)]),
        .rewrites(
            .apiServer, kind: "flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration",
            when: [.hasForm(.bootstrapFlow)]),
        .creates(.apiServer, kind: "Service", when: [.hasForm(.bootstrapService)]),
        .creates(.apiServer, kind: "Endpoints", when: [.hasForm(.bootstrapEndpoints)]),
        .rewrites(.apiServer, kind: "Endpoints", when: [.hasForm(.bootstrapEndpoints)]),
        .creates(.apiServer, kind: "discovery.k8s.io/EndpointSlice", when: [.hasForm(.bootstrapEndpoints)]),
        .rewrites(.apiServer, kind: "discovery.k8s.io/EndpointSlice", when: [.hasForm(.bootstrapEndpoints)]),
        .creates(.apiServer, kind: "ConfigMap", when: [.hasForm(.authenticationConfiguration)]),
        .rewrites(.apiServer, kind: "ConfigMap", when: [.hasForm(.authenticationConfiguration)]),
    ]
}
