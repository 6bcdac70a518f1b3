import FieldTree
import ObjectAccounting
import Testing

@Suite("What a declared object becomes")
struct ExpectedObjectTests {
    private func expected(
        _ declared: FieldValue, in apiVersion: String? = nil, minor: Int = 36, definition: FieldValue? = nil
    ) -> ExpectedObject? {
        ExpectedObject(
            declared: declared, in: apiVersion, namespace: "default",
            version: KubernetesVersion(major: 1, minor: minor),
            definition: definition)
    }

    private func scaler(_ apiVersion: String, _ spec: FieldValue) -> FieldValue {
        var object: FieldValue = [
            "apiVersion": .string(apiVersion), "kind": "HorizontalPodAutoscaler", "metadata": ["name": "h"],
        ]
        object.set("spec", spec)
        object.update("spec") { spec in
            spec.set("scaleTargetRef", ["apiVersion": "apps/v1", "kind": "Deployment", "name": "d"])
            spec.set("maxReplicas", 3)
        }
        return object
    }

    @Test("An autoscaler of processor time alone is the same in both versions")
    func autoscalers() {
        let metrics: FieldValue = [
            [
                "type": "Resource",
                "resource": ["name": "cpu", "target": ["type": "Utilization", "averageUtilization": 60]],
            ]
        ]
        let first = scaler("autoscaling/v1", ["targetCPUUtilizationPercentage": 60])
        let second = scaler("autoscaling/v2", ["metrics": metrics])
        #expect(expected(first, in: "autoscaling/v2")?.complete == expected(second)?.complete)
        #expect(expected(second, in: "autoscaling/v1")?.complete == expected(first)?.complete)
    }

    @Test("What the other version has no field for is not converted")
    func unconvertible() {
        let behaviour = scaler("autoscaling/v2", ["behavior": ["scaleDown": ["selectPolicy": "Disabled"]]])
        #expect(expected(behaviour, in: "autoscaling/v1") == nil)
        #expect(expected(behaviour, in: "autoscaling/v2beta2") != nil)
        let budget: FieldValue = [
            "apiVersion": "policy/v1beta1", "kind": "PodDisruptionBudget", "metadata": ["name": "b"],
            "spec": ["selector": [:], "minAvailable": 1],
        ]
        #expect(expected(budget, in: "policy/v1") == nil)
        #expect(expected(budget, in: "apps/v1") == nil)
    }

    @Test("An Ingress of the first version names its backends in members of their own in the next")
    func ingresses() {
        let declared: FieldValue = [
            "apiVersion": "networking.k8s.io/v1beta1", "kind": "Ingress", "metadata": ["name": "i"],
            "spec": [
                "backend": ["serviceName": "a", "servicePort": 80],
                "rules": [["http": ["paths": [["backend": ["serviceName": "b", "servicePort": "web"]]]]]],
            ],
        ]
        let spec = expected(declared, in: "networking.k8s.io/v1", minor: 20)?.complete["spec"]
        #expect(spec?["defaultBackend"] == ["service": ["name": "a", "port": ["number": 80]]])
        let path = spec?["rules"]?.list?.first?["http"]?["paths"]?.list?.first
        #expect(path?["backend"] == ["service": ["name": "b", "port": ["name": "web"]]])
        #expect(path?["pathType"] == "ImplementationSpecific")
    }

    @Test("A custom resource is the same in every version, unless a webhook converts it")
    func customResources() {
        var definition: FieldValue = ["spec": ["versions": [["name": "v1"], ["name": "v2"]]]]
        let declared: FieldValue = ["apiVersion": "x.example/v1", "kind": "X", "metadata": ["name": "x"], "spec": 1]
        #expect(expected(declared, in: "x.example/v2", definition: definition)?.complete["spec"] == 1)
        definition.update("spec") { $0.set("conversion", ["strategy": "Webhook"]) }
        #expect(expected(declared, in: "x.example/v2", definition: definition) == nil)
    }

    @Test("A field behind a gate may be dropped where the gate is off, and nowhere else")
    func gates() {
        let declared: FieldValue = [
            "apiVersion": "coordination.k8s.io/v1", "kind": "Lease", "metadata": ["name": "l"],
            "spec": ["holderIdentity": "a", "strategy": "s"],
        ]
        let forms = { (actual: FieldValue) in
            expected(declared)?.forms(for: actual, context: NamespaceContext()).first?["spec"]
        }
        #expect(forms(["spec": ["holderIdentity": "a"]]) == ["holderIdentity": "a"])
        #expect(forms(["spec": ["strategy": "other"]]) == ["holderIdentity": "a", "strategy": "s"])
    }

    @Test("Zeros and empties are written as their types have them")
    func zeros() {
        let declared: FieldValue = [
            "apiVersion": "apps/v1", "kind": "Deployment", "metadata": ["name": "d", "labels": [:], "unknown": 1],
            "spec": [
                "replicas": 0, "minReadySeconds": 0, "paused": false, "selector": ["matchLabels": ["a": "b"]],
                "template": [
                    "spec": [
                        "hostNetwork": false, "nodeName": "", "tolerations": [],
                        "containers": [["name": "c", "image": "i:1", "resources": ["limits": ["cpu": .number(0.5)]]]],
                    ]
                ],
            ],
        ]
        let complete = expected(declared)?.complete
        #expect(complete?["metadata"] == ["name": "d", "namespace": "default"])
        #expect(complete?["spec"]?["replicas"] == 0)
        for key in ["minReadySeconds", "paused"] { #expect(complete?["spec"]?[key] == nil) }
        let pod = complete?["spec"]?["template"]?["spec"]
        for key in ["hostNetwork", "nodeName", "tolerations"] { #expect(pod?[key] == nil) }
        #expect(pod?["containers"]?.list?.first?["resources"] == ["limits": ["cpu": "500m"]])
    }

    @Test(
        "The pull policy follows the image's name",
        arguments: [
            ("a", "Always"), ("a:latest", "Always"), ("a:1", "IfNotPresent"), ("r.example:5000/a", "Always"),
            ("r.example:5000/a:1", "IfNotPresent"), ("a@sha256:0", "IfNotPresent"),
            ("a:latest@sha256:0", "Always"), ("", "IfNotPresent"), ("Upper/Case", "IfNotPresent"),
        ])
    func pullPolicies(image: String, policy: String) {
        let declared: FieldValue = [
            "apiVersion": "v1", "kind": "Pod", "metadata": ["name": "p"],
            "spec": ["containers": [["name": "c", "image": .string(image)]]],
        ]
        let container = expected(declared)?.complete["spec"]?["containers"]?.list?.first
        #expect(container?["imagePullPolicy"] == .string(policy))
    }
}
