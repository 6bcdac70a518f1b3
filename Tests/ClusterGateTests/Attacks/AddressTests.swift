import ClusterGate
import FieldTree
import Testing

/// Addresses of a Service are those of live Pods that it selects.
@Suite("Addresses")
struct AddressTests {
    private static let manifests = """
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: shop}
        spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: bare, namespace: shop}
        spec: {ports: [{port: 80, targetPort: 8080}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: other, namespace: shop}
        spec: {type: ExternalName, externalName: a.example}
        ---
        apiVersion: v1
        kind: Endpoints
        metadata: {name: bare, namespace: shop}
        subsets: [{addresses: [{ip: 10.9.9.9}], ports: [{port: 8080}]}]
        """

    private func scene() throws -> ReviewScene {
        var scene = ReviewScene(Self.manifests)
        scene.add(
            try scene.stored("Service", "web", uid: "s-1"), try scene.stored("Service", "bare", uid: "s-2"),
            try scene.stored("Endpoints", "bare", uid: "e-1"),
            try ReviewScene.object(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: web-1, namespace: shop, uid: p-1, labels: {app: web}}
                spec: {nodeName: n1, containers: [{name: web, image: a}]}
                status: {podIP: 10.1.0.5, podIPs: [{ip: 10.1.0.5}]}
                """),
            try ReviewScene.object(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: db-1, namespace: shop, uid: p-2, labels: {app: db}}
                spec: {nodeName: n1, containers: [{name: db, image: a}]}
                status: {podIP: 10.1.0.6, podIPs: [{ip: 10.1.0.6}]}
                """))
        return scene
    }

    private func endpoints(_ name: String, ip: String, pod: String, uid: String) -> FieldValue {
        [
            "apiVersion": "v1", "kind": "Endpoints",
            "metadata": [
                "name": .string(name), "namespace": "shop",
                "labels": ["endpoints.kubernetes.io/managed-by": "endpoint-controller"],
            ],
            "subsets": [
                [
                    "addresses": [
                        [
                            "ip": .string(ip), "nodeName": "n1",
                            "targetRef": [
                                "kind": "Pod", "namespace": "shop", "name": .string(pod), "uid": .string(uid),
                            ],
                        ]
                    ], "ports": [["port": 8080, "protocol": "TCP"]],
                ]
            ],
        ]
    }

    @Test(
        "Endpoints have the addresses of selected Pods, under their uids",
        arguments: [
            ("10.1.0.5", "web-1", "p-1", true), ("10.6.6.6", "web-1", "p-1", false),
            ("10.1.0.6", "db-1", "p-2", false), ("10.1.0.5", "web-1", "p-9", false),
            ("10.1.0.7", "gone-1", "p-3", false),
        ])
    func addresses(ip: String, pod: String, uid: String, isAllowed: Bool) throws {
        let object = endpoints("web", ip: ip, pod: pod, uid: uid)
        let verdict = try scene().create(object, by: ReviewScene.controllers + "endpoint-controller")
        #expect(verdict.allowed == isAllowed, "\(verdict.message)")
    }

    @Test(
        "A Service without a selector, or of an external name, has no controller's Endpoints",
        arguments: ["bare", "other"])
    func unselected(name: String) throws {
        let object = endpoints(name, ip: "10.1.0.5", pod: "web-1", uid: "p-1")
        #expect(try !scene().create(object, by: ReviewScene.controllers + "endpoint-controller").allowed)
    }

    private func slice(_ service: String, uid: String, ip: String, pod: String?) -> FieldValue {
        var endpoint: FieldValue = ["addresses": [.string(ip)], "conditions": ["ready": true]]
        if let pod {
            endpoint.set("nodeName", "n1")
            endpoint.set("targetRef", ["kind": "Pod", "namespace": "shop", "name": .string(pod), "uid": "p-1"])
        }
        return [
            "apiVersion": "discovery.k8s.io/v1", "kind": "EndpointSlice", "addressType": "IPv4",
            "metadata": [
                "name": .string("\(service)-aaaaa".replacingA()), "generateName": .string(service + "-"),
                "namespace": "shop",
                "labels": [
                    "endpointslice.kubernetes.io/managed-by": "endpointslice-controller.k8s.io",
                    "kubernetes.io/service-name": .string(service),
                ],
                "ownerReferences": [
                    [
                        "apiVersion": "v1", "kind": "Service", "name": .string(service), "uid": .string(uid),
                        "controller": true, "blockOwnerDeletion": true,
                    ]
                ],
            ],
            "endpoints": [endpoint], "ports": [["name": "", "port": 8080, "protocol": "TCP"]],
        ]
    }

    @Test("A slice has the addresses of selected Pods, and none without a selector")
    func slices() throws {
        let scene = try scene()
        let user = ReviewScene.controllers + "endpointslice-controller"
        let own = try scene.create(slice("web", uid: "s-1", ip: "10.1.0.5", pod: "web-1"), by: user)
        #expect(own.allowed, "\(own.message)")
        #expect(try !scene.create(slice("web", uid: "s-1", ip: "10.6.6.6", pod: "web-1"), by: user).allowed)
        #expect(try !scene.create(slice("bare", uid: "s-2", ip: "10.1.0.5", pod: "web-1"), by: user).allowed)
    }

    @Test("Declared Endpoints are mirrored as they are", arguments: [("10.9.9.9", true), ("10.6.6.6", false)])
    func mirrored(ip: String, isAllowed: Bool) throws {
        var slice = slice("bare", uid: "e-1", ip: ip, pod: nil)
        slice.edit("metadata") { metadata in
            metadata.edit("labels") {
                $0.set(
                    "endpointslice.kubernetes.io/managed-by", "endpointslicemirroring-controller.k8s.io")
            }
            metadata.updateEach("ownerReferences") { $0.set("kind", "Endpoints") }
        }
        let user = ReviewScene.controllers + "endpointslicemirroring-controller"
        #expect(try scene().create(slice, by: user).allowed == isAllowed)
    }

    @Test("Endpoints go with their Service, and not before")
    func deletion() throws {
        let scene = try scene()
        let user = ReviewScene.controllers + "endpoint-controller"
        #expect(try !scene.delete(endpoints("web", ip: "10.1.0.5", pod: "web-1", uid: "p-1"), by: user).allowed)
        #expect(try scene.delete(endpoints("gone", ip: "10.1.0.5", pod: "web-1", uid: "p-1"), by: user).allowed)
    }
}

extension String {
    /// A name as the API server draws it: its alphabet has no vowels.
    fileprivate func replacingA() -> String {
        hasSuffix("-aaaaa") ? dropLast(5) + "bcdfg" : self
    }
}
