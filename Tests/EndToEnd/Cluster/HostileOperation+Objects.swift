extension HostileOperation {
    private static let template = "/spec/template/spec"
    private static let rollout = controller("deployment-controller")
    private static let autoscaler = controller("horizontal-pod-autoscaler")

    /// Changes of declared workloads.
    static let ofWorkloads: [HostileOperation] = [
        .init(
            "scale of a Deployment", .kubectl(["scale", "deployment/web", "--replicas=50"]), says: "replicas",
            as: [agent, autoscaler, rollout]),
        .init(
            "scale of a StatefulSet", .kubectl(["scale", "statefulset/db", "--replicas=3"]), says: "Git has 1",
            as: [agent, autoscaler]),
        .init(
            "scale of a ReplicaSet", .kubectl(["scale", "replicaset/{replicaset}", "--replicas=9"]), says: "ReplicaSet",
            as: [agent, rollout]),
        .init(
            "scale of a custom resource", .kubectl(["scale", "order/first", "--replicas=7"]),
            says: "spec.replicas is 7",
            as: [agent, autoscaler]),
        .init(
            "another image", .kubectl(["set", "image", "deployment/web", "web=evil/web:1"]), says: "evil/web:1",
            as: [agent, rollout]),
        .init(
            "another environment", .kubectl(["set", "env", "deployment/web", "EVIL=1"]), says: "env[name=EVIL]",
            as: [agent, rollout]),
        .init(
            "a restart", .kubectl(["rollout", "restart", "deployment/web"]), says: "restartedAt", as: [agent, rollout]),
        .init(
            "an argument",
            json("deployment/web", #"{"op":"add","path":"\#(template)/containers/0/args","value":["--debug"]}"#),
            says: "args[0]"),
        .init(
            "one more container",
            json(
                "deployment/web",
                #"{"op":"add","path":"\#(template)/containers/-","value":{"name":"miner","image":"m"}}"#),
            says: "containers[name=miner]", as: [agent, rollout]),
        .init(
            "another order of the environment",
            json(
                "deployment/web",
                #"{"op":"move","from":"\#(template)/containers/0/env/1","path":"\#(template)/containers/0/env/0"}"#),
            says: "in another order"),
        .init(
            "removal of a declared probe",
            json("deployment/web", #"{"op":"remove","path":"\#(template)/containers/0/readinessProbe"}"#),
            says: "readinessProbe"),
        .init(
            "another value than the default",
            merge("deployment/web", #"{"spec":{"template":{"spec":{"terminationGracePeriodSeconds":1}}}}"#),
            says: "Git has 30"),
        .init("hostPID", merge("deployment/web", #"{"spec":{"template":{"spec":{"hostPID":true}}}}"#), says: "hostPID"),
        .init(
            "another account", merge("deployment/web", #"{"spec":{"template":{"spec":{"serviceAccountName":"web"}}}}"#),
            says: "serviceAccountName"),
        .init(
            "a toleration",
            merge("deployment/web", #"{"spec":{"template":{"spec":{"tolerations":[{"operator":"Exists"}]}}}}"#),
            says: "tolerations[0]"),
        .init(
            "a label", .kubectl(["label", "deployment/web", "owner=eve"]), says: "labels.owner", as: [agent, rollout]),
        .init("an annotation", .kubectl(["annotate", "service/web", "note=hi"]), says: "annotations.note"),
        .init(
            "a finalizer", merge("deployment/web", #"{"metadata":{"finalizers":["evil.example/x"]}}"#),
            says: "finalizers", as: [agent, controller("generic-garbage-collector")]),
        .init(
            "suspension of a CronJob", merge("cronjob/report", #"{"spec":{"suspend":true}}"#), says: "spec.suspend",
            as: [agent, controller("cronjob-controller")]),
        .init(
            "parallelism of a Job", merge("job/migrate", #"{"spec":{"parallelism":0}}"#), says: "spec.parallelism",
            as: [agent, controller("job-controller")]),
        .init(
            "status of a Deployment",
            .request(
                "PATCH", "/apis/apps/v1/namespaces/shop/deployments/web/status",
                type: "application/merge-patch+json", body: #"{"status":{"readyReplicas":3,"replicas":3}}"#),
            says: "status", as: [agent, controller("job-controller")]),
        .init(
            "status of a Pod",
            .request(
                "PATCH", "/api/v1/namespaces/shop/pods/{pod}/status", type: "application/merge-patch+json",
                body: #"{"status":{"podIP":"10.9.9.9"}}"#), says: "status", as: [agent, rollout]),
        .init(
            "status of a Service",
            .request(
                "PATCH", "/api/v1/namespaces/shop/services/web-lb/status", type: "application/merge-patch+json",
                body: #"{"status":{"loadBalancer":{"ingress":[{"ip":"10.9.9.9"}]}}}"#), says: "status",
            as: [agent, controller("endpoint-controller")]),
    ]

    /// Changes of declared configuration.
    static let ofConfiguration: [HostileOperation] = [
        .init("a Secret's value", merge("secret/web", #"{"stringData":{"password":"x"}}"#), says: "data.password"),
        .init(
            "an undeclared field of a custom resource", merge("order/first", #"{"spec":{"tier":"gold"}}"#),
            says: "spec.tier", as: [agent, controller("generic-garbage-collector")]),
        .init(
            "a Service's selector", merge("service/web", #"{"spec":{"selector":{"app":"evil"}}}"#),
            says: "spec.selector",
            as: [agent, controller("service-controller")]),
        .init(
            "a Service's type", merge("service/web", #"{"spec":{"type":"NodePort"}}"#), says: "nodePort",
            as: [agent, controller("service-controller")]),
        .init(
            "a Service's external addresses", merge("service/web", #"{"spec":{"externalIPs":["10.9.9.9"]}}"#),
            says: "externalIPs"),
        .init(
            "bounds of autoscaling", merge("horizontalpodautoscaler/web", #"{"spec":{"maxReplicas":99}}"#),
            says: "maxReplicas", as: [agent, autoscaler]),
        .init(
            "a disruption budget", merge("poddisruptionbudget/web", #"{"spec":{"minAvailable":0}}"#),
            says: "minAvailable", as: [agent, controller("disruption-controller")]),
        .init("a network policy", merge("networkpolicy/web", #"{"spec":{"ingress":[{}]}}"#), says: "spec.ingress"),
        .init(
            "a quota", merge("resourcequota/quota", #"{"spec":{"hard":{"pods":"500"}}}"#), says: "hard.pods",
            as: [agent, controller("resourcequota-controller")]),
        .init("limits", merge("limitrange/limits", #"{"spec":{"limits":[]}}"#), says: "spec.limits"),
        .init(
            "a Role", merge("role/web", #"{"rules":[{"apiGroups":["*"],"resources":["*"],"verbs":["*"]}]}"#),
            says: "rules[0]"),
        .init(
            "a RoleBinding",
            json(
                "rolebinding/web",
                #"{"op":"add","path":"/subjects/-","value":{"kind":"User","name":"eve","apiGroup":"rbac.authorization.k8s.io"}}"#
            ),
            says: "subjects[2]"),
        .init(
            "release of a volume", json("persistentvolume/pv-1", #"{"op":"remove","path":"/spec/claimRef"}"#),
            says: "claimRef"),
        .init(
            "a volume's reclaim policy",
            merge("persistentvolume/pv-1", #"{"spec":{"persistentVolumeReclaimPolicy":"Delete"}}"#),
            says: "persistentVolumeReclaimPolicy", as: [agent, controller("persistent-volume-binder")]),
        .init(
            "protection of a claim",
            json("persistentvolumeclaim/scratch", #"{"op":"remove","path":"/metadata/finalizers"}"#),
            says: "finalizers"),
    ]
}
