extension HostileOperation {
    private static let collector = controller("generic-garbage-collector")
    private static let namespaces = controller("namespace-controller")
    private static let pods = "/api/v1/namespaces/shop/pods/{pod}"

    /// Ways into containers, and credentials.
    static let ofConnections: [HostileOperation] = [
        .init(
            "exec", .request("POST", "\(pods)/exec?command=sh&container=web&stdin=true&stdout=true"),
            says: "no grant for exec", as: [agent, namespaces]),
        .init("attach", .request("POST", "\(pods)/attach?container=web&stdin=true"), says: "no grant for attach"),
        .init("port-forward", .request("POST", "\(pods)/portforward?ports=8080"), says: "no grant for portforward"),
        .init("a Pod's proxy", .request("GET", "\(pods)/proxy/x"), says: "no grant for proxy"),
        .init(
            "a Service's proxy", .request("GET", "/api/v1/namespaces/shop/services/web/proxy/x"),
            says: "no grant for proxy"),
        .init(
            "a token of an account",
            .request(
                "POST", "/api/v1/namespaces/shop/serviceaccounts/web/token",
                body: #"{"spec":{"audiences":["https://kubernetes.default.svc"]}}"#), says: "no grant for token"),
        .init(
            "eviction",
            .request(
                "POST", "\(pods)/eviction",
                body:
                    #"{"apiVersion":"policy/v1beta1","kind":"Eviction","metadata":{"name":"{pod}","namespace":"shop"}}"#
            ),
            says: "no grant for eviction"),
        .init(
            "binding to a node",
            .request(
                "POST", "\(pods)/binding",
                body:
                    #"{"apiVersion":"v1","kind":"Binding","metadata":{"name":"{pod}","namespace":"shop"},"target":{"apiVersion":"v1","kind":"Node","name":"cold"}}"#
            ),
            says: "no grant of the policy covers it"),
        .init(
            "a Secret that yields a token",
            create(
                #"{"apiVersion":"v1","kind":"Secret","metadata":{"name":"evil-token","annotations":{"kubernetes.io/service-account.name":"web"}},"type":"kubernetes.io/service-account-token"}"#
            ), says: "Secret shop/evil-token", as: [agent, "system:kube-controller-manager"]),
    ]

    /// Deletions, of declared objects and of what controllers keep.
    static let ofDeletion: [HostileOperation] = [
        deletion("service/web", says: "Service shop/web is declared"),
        deletion("deployment/web", says: "Deployment shop/web is declared"),
        deletion("deployment/web", "--cascade=orphan", says: "Deployment shop/web is declared"),
        deletion("replicaset/{replicaset}", "--cascade=orphan", says: "ReplicaSet shop/"),
        deletion("replicaset/{replicaset}", says: "ReplicaSet shop/"),
        deletion("pod/{pod}", says: "ReplicaSet"),
        deletion("pod/tool", says: "Pod shop/tool is declared"),
        deletion("secret/web", says: "Secret shop/web is declared"),
        deletion("persistentvolumeclaim/scratch", says: "is declared"),
        deletion("persistentvolume/pv-1", says: "is declared"),
        deletion("persistentvolumeclaim/data-db-0", says: "belongs to StatefulSet"),
        deletion("order/first", says: "Order shop/first is declared"),
        deletion("endpointslice/{slice}", says: "Service web"),
        deletion("namespace/shop", says: "Namespace shop is declared"),
        deletion("customresourcedefinition/orders.shop.example", says: "is declared"),
        .init(
            "deletion of all ConfigMaps", .request("DELETE", "/api/v1/namespaces/shop/configmaps"),
            says: "ConfigMap shop/",
            as: [agent, namespaces, collector]),
        .init(
            "deletion of all Pods", .request("DELETE", "/api/v1/namespaces/shop/pods"), says: "Pod shop/",
            as: [agent, namespaces]),
        .init(
            "finalization of the namespace",
            .request(
                "PUT", "/api/v1/namespaces/shop/finalize",
                body: #"{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"shop"},"spec":{"finalizers":[]}}"#),
            says: "finalize", as: [agent]),
    ]

    private static func deletion(_ object: String, _ options: String..., says text: String) -> HostileOperation {
        .init(
            (["deletion of \(object)"] + options).joined(separator: " "),
            .kubectl(["delete", object, "--wait=false"] + options), says: text, as: [agent, namespaces, collector])
    }

    /// Objects that nobody declared, with and without a claim to an owner.
    static let ofForgery: [HostileOperation] = [
        .init(
            "a Pod", .kubectl(["run", "evil", "--image=evil/x"]), says: "Pod shop/evil",
            as: [
                agent, controller("replicaset-controller"), controller("daemon-set-controller"),
                controller("job-controller"),
            ]),
        .init(
            "a ConfigMap", .kubectl(["create", "configmap", "evil", "--from-literal=a=b"]), says: "ConfigMap shop/evil",
            as: [agent, controller("root-ca-cert-publisher")]),
        .init(
            "a Deployment", .kubectl(["create", "deployment", "evil", "--image=evil/x"]), says: "Deployment shop/evil"),
        .init(
            "a Namespace", .kubectl(["create", "namespace", "evil"]), says: "Namespace evil", as: [agent, namespaces]),
        .init(
            "a Pod with a forged owner",
            create(
                #"{"apiVersion":"v1","kind":"Pod","metadata":{"generateName":"{replicaset}-","namespace":"shop","labels":{"app":"web","pod-template-hash":"{hash}"},"ownerReferences":[\#(owner("apps/v1", "ReplicaSet", "replicaset"))]},"spec":{"containers":[{"name":"web","image":"evil/x"}]}}"#
            ), says: "Pod shop/",
            as: [agent, controller("replicaset-controller"), controller("statefulset-controller")]),
        .init(
            "a ReplicaSet with a forged owner",
            create(
                #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"web-ffffffffff","namespace":"shop","labels":{"app":"web","pod-template-hash":"ffffffffff"},"ownerReferences":[\#(owner("apps/v1", "Deployment", "deployment"))]},"spec":{"replicas":1,"selector":{"matchLabels":{"app":"web","pod-template-hash":"ffffffffff"}},"template":{"metadata":{"labels":{"app":"web","pod-template-hash":"ffffffffff"}},"spec":{"containers":[{"name":"web","image":"evil/x"}]}}}}"#
            ), says: "ReplicaSet shop/web-ffffffffff", as: [agent, controller("deployment-controller")]),
        .init(
            "a Job with a forged owner",
            create(
                #"{"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"report-1","namespace":"shop","ownerReferences":[\#(owner("batch/v1beta1", "CronJob", "cronjob"))]},"spec":{"template":{"spec":{"restartPolicy":"OnFailure","containers":[{"name":"report","image":"evil/x"}]}}}}"#
            ), says: "Job shop/report-1", as: [agent, controller("cronjob-controller")]),
        .init(
            "an owner for a declared object",
            merge(
                "configmap/web", #"{"metadata":{"ownerReferences":[\#(owner("apps/v1", "ReplicaSet", "replicaset"))]}}"#
            ),
            says: "ownerReferences", as: [agent, collector]),
    ]

    private static func owner(_ version: String, _ kind: String, _ key: String) -> String {
        #"{"apiVersion":"\#(version)","kind":"\#(kind)","name":"{\#(key)}","uid":"{\#(key) uid}","controller":true,"blockOwnerDeletion":true}"#
    }
}
