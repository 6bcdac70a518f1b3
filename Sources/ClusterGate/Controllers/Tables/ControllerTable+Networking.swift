internal import FieldTree

extension ControllerTable {
    /// Services and their addresses (pkg/controller/{endpoint,endpointslice,endpointslicemirroring} of Kubernetes).
    static let networking: [ControllerRow] = [
        .creates("endpoint-controller", kind: "Endpoints", when: [.describesService, .addressesSelectedPods]),
        .rewrites("endpoint-controller", kind: "Endpoints", when: [.describesService, .addressesSelectedPods]),
        .creates(
            "endpointslice-controller", kind: "discovery.k8s.io/EndpointSlice",
            when: .madeFor("Service") + [.addressesSelectedPods]),
        .rewrites(
            "endpointslice-controller", kind: "discovery.k8s.io/EndpointSlice",
            when: .madeFor("Service") + [.addressesSelectedPods]),
        .creates(
            "endpointslicemirroring-controller", kind: "discovery.k8s.io/EndpointSlice", when: [.mirrorsEndpoints]),
        .rewrites(
            "endpointslicemirroring-controller", kind: "discovery.k8s.io/EndpointSlice", when: [.mirrorsEndpoints]),

        .status("service-controller", kind: "Service"),
        .writes(
            "service-controller", kind: "Service",
            fields: ["metadata.finalizers[service.kubernetes.io/load-balancer-cleanup]"]),
        .creates(.apiServer, kind: "networking.k8s.io/IPAddress", when: [.hasForm(.address)]),
        .status("service-cidrs-controller", kind: "networking.k8s.io/ServiceCIDR"),
        .writes(
            "service-cidrs-controller", kind: "networking.k8s.io/ServiceCIDR",
            fields: ["metadata.finalizers[networking.k8s.io/service-cidr-finalizer]"]),
    ]
}
