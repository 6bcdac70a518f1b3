import FieldTree
import ObjectAccounting
import Testing

@Suite("Defaults of the API server")
struct ServerDefaultsTests {
    private func complete(
        _ object: FieldValue, version: KubernetesVersion = .newestKnown, definition: FieldValue? = nil
    ) -> FieldValue {
        ServerDefaults(version: version, definition: definition).complete(object)
    }

    private func container(_ image: String) -> FieldValue? {
        let pod: FieldValue = [
            "apiVersion": "v1", "kind": "Pod", "metadata": ["name": "p"],
            "spec": ["containers": [["name": "c", "image": .string(image)]]],
        ]
        return complete(pod)["spec"]?["containers"]?.list?.first
    }

    @Test(
        "Images are pulled always for the tag latest or none, and if absent otherwise",
        arguments: [
            ("web", "Always"), ("web:latest", "Always"), ("web:1", "IfNotPresent"), ("r.example:5000/web", "Always"),
            ("r.example:5000/web:2", "IfNotPresent"), ("web@sha256:abc", "IfNotPresent"),
            ("web:latest@sha256:abc", "Always"),
        ])
    func pullPolicy(image: String, policy: String) {
        #expect(container(image)?["imagePullPolicy"] == .string(policy))
    }

    @Test("Requests are taken from limits on Pods, and not in templates")
    func requests() {
        let spec: FieldValue = ["containers": [["name": "c", "image": "i:1", "resources": ["limits": ["cpu": "1"]]]]]
        let pod = complete(["apiVersion": "v1", "kind": "Pod", "metadata": ["name": "p"], "spec": spec])
        #expect(pod["spec"]?["containers"]?.list?.first?["resources"]?["requests"] == ["cpu": "1"])
        let deployment = complete([
            "apiVersion": "apps/v1", "kind": "Deployment", "metadata": ["name": "d"],
            "spec": ["template": ["spec": spec]],
        ])
        let template = deployment["spec"]?["template"]?["spec"]?["containers"]?.list?.first
        #expect(template?["resources"]?["requests"] == nil)
    }

    @Test("stringData becomes data as base64 and is not kept")
    func secrets() {
        let secret = complete([
            "apiVersion": "v1", "kind": "Secret", "metadata": ["name": "s"], "stringData": ["a": "not-a-real-one"],
            "data": ["b": "eA=="],
        ])
        #expect(secret["data"] == ["a": "bm90LWEtcmVhbC1vbmU=", "b": "eA=="])
        #expect(secret["stringData"] == nil)
        #expect(secret["type"] == "Opaque")
    }

    @Test("A custom resource gets the defaults of its definition, in lists and nested objects too")
    func customResources() {
        let definition: FieldValue = [
            "spec": [
                "versions": [
                    [
                        "name": "v1", "subresources": ["status": [:]],
                        "schema": [
                            "openAPIV3Schema": [
                                "properties": [
                                    "spec": [
                                        "properties": [
                                            "tier": ["default": "standard"],
                                            "items": ["items": ["properties": ["sku": [:], "qty": ["default": 1]]]],
                                        ]
                                    ]
                                ]
                            ]
                        ],
                    ]
                ]
            ]
        ]
        let order = complete(
            [
                "apiVersion": "shop.example/v1", "kind": "Order", "metadata": ["name": "o"],
                "spec": ["items": [["sku": "a", "gone": 1], ["sku": "b", "qty": 3]], "gone": 1], "status": ["x": 1],
            ], definition: definition)
        #expect(order["spec"]?["tier"] == "standard")
        #expect(order["spec"]?["items"] == [["sku": "a", "qty": 1], ["sku": "b", "qty": 3]])
        #expect(order["spec"]?["gone"] == nil)
        #expect(order["status"] == nil)
    }

    @Test("Older servers lack newer defaults")
    func versions() {
        let service: FieldValue = [
            "apiVersion": "v1", "kind": "Service", "metadata": ["name": "s"], "spec": ["ports": []],
        ]
        #expect(complete(service)["spec"]?["internalTrafficPolicy"] == "Cluster")
        #expect(complete(service, version: .init(major: 1, minor: 20))["spec"]?["internalTrafficPolicy"] == nil)
    }

    @Test(
        "Versions are read from what servers say of themselves",
        arguments: [("v1.20.2", 20), ("1.36", 36), ("1.31+", 31), ("v1.28.3-gke.100", 28)])
    func versionTexts(text: String, minor: Int) {
        #expect(KubernetesVersion(text) == KubernetesVersion(major: 1, minor: minor))
    }

    @Test("What is no version is none", arguments: ["", "1", "x.y", "1.", "one.two"])
    func badVersions(text: String) {
        #expect(KubernetesVersion(text) == nil)
    }
}
