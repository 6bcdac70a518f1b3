extension HostileOperation {
    private static let rollout = controller("deployment-controller")
    private static let rules = #"{"rules":[{"apiGroups":["*"],"resources":["*"],"verbs":["*"]}]}"#

    /// Changes of what controllers made.
    static let ofChildren: [HostileOperation] = [
        .init(
            "image of a Pod", .kubectl(["set", "image", "pod/{pod}", "web=evil/x"]), says: "Pod shop/",
            as: [agent, controller("replicaset-controller")]),
        .init(
            "label that detaches a Pod", .kubectl(["label", "pod/{pod}", "app=gone", "--overwrite"]), says: "Pod shop/",
            as: [agent]),
        .init(
            "image of a ReplicaSet", .kubectl(["set", "image", "replicaset/{replicaset}", "web=evil/x"]),
            says: "ReplicaSet shop/", as: [agent, rollout]),
        .init(
            "a ControllerRevision", merge("controllerrevision/{revision}", #"{"revision":99}"#),
            says: "ControllerRevision shop/", as: [agent, rollout]),
        .init(
            "Endpoints",
            merge("endpoints/web", #"{"subsets":[{"addresses":[{"ip":"10.9.9.9"}],"ports":[{"port":80}]}]}"#),
            says: "Endpoints shop/web", as: [agent, rollout]),
        .init(
            "an EndpointSlice", merge("endpointslice/{slice}", #"{"endpoints":[{"addresses":["10.9.9.9"]}]}"#),
            says: "EndpointSlice shop/", as: [agent, rollout]),
        .init(
            "the published authority", merge("configmap/kube-root-ca.crt", #"{"data":{"ca.crt":"evil"}}"#),
            says: "ConfigMap shop/kube-root-ca.crt", as: [agent, rollout]),
        .init(
            "the default account", merge("serviceaccount/default", #"{"imagePullSecrets":[{"name":"evil"}]}"#),
            says: "ServiceAccount shop/default", as: [agent, controller("service-account-controller")]),
    ]

    /// Objects of the whole cluster.
    static let ofClusterObjects: [HostileOperation] = [
        .init(
            "rules of an aggregated ClusterRole", merge("clusterrole/view", rules), says: "ClusterRole view",
            as: [agent, controller("clusterrole-aggregation-controller")]),
        .init(
            "a binding to cluster-admin",
            .kubectl(["create", "clusterrolebinding", "evil", "--clusterrole=cluster-admin", "--user=eve"]),
            says: "ClusterRoleBinding evil", as: [agent, controller("clusterrole-aggregation-controller")]),
        .init("a label of a Namespace", .kubectl(["label", "namespace/shop", "evil=1"]), says: "labels.evil"),
        .init(
            "a field of a CRD's schema",
            json(
                "customresourcedefinition/orders.shop.example",
                #"{"op":"add","path":"/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties/evil","value":{"type":"string"}}"#
            ), says: "properties.evil"),
        .init(
            "a conversion webhook",
            merge(
                "customresourcedefinition/orders.shop.example",
                #"{"spec":{"conversion":{"strategy":"Webhook","webhook":{"conversionReviewVersions":["v1"],"clientConfig":{"url":"https://x.invalid/"}}}}}"#
            ), says: "spec.conversion"),
        .init(
            "an APIService",
            create(
                #"{"apiVersion":"apiregistration.k8s.io/v1","kind":"APIService","metadata":{"name":"v1.evil.example"},"spec":{"group":"evil.example","version":"v1","groupPriorityMinimum":100,"versionPriority":100,"insecureSkipTLSVerify":true,"service":{"name":"web","namespace":"shop"}}}"#
            ), says: "APIService v1.evil.example"),
    ]
}
