import DesiredState
import FieldTree
import GitNames
import Testing

@Suite("Which definitions count")
struct DefinitionTests {
    private func state(_ files: [(String, String)]) -> DesiredState {
        DesiredState(manifests: files.map { Manifest(file: $0.0, bytes: Array($0.1.utf8)) }, commit: .zero)
    }

    private func definition(
        group: String = "shop.example", kind: String = "Zone", plural: String = "zones", scope: String = "Cluster",
        name: String? = nil, apiVersion: String = "apiextensions.k8s.io/v1"
    ) -> String {
        """
        apiVersion: \(apiVersion)
        kind: CustomResourceDefinition
        metadata: {name: \(name ?? "\(plural).\(group)")}
        spec:
          group: \(group)
          scope: \(scope)
          names: {plural: \(plural), kind: \(kind)}
          versions: [{name: v1, served: true, storage: true}]

        """
    }

    private let zone = "apiVersion: shop.example/v1\nkind: Zone\nmetadata: {name: z}\n"
    private func zone(in namespace: String) -> ObjectReference {
        ObjectReference(group: "shop.example", kind: "Zone", namespace: namespace, name: "z")
    }

    @Test("A definition of another group, under another name or of a built-in kind defines nothing")
    func refused() {
        let twisted = [
            definition(apiVersion: "shop.example/v1"), definition(apiVersion: "v1"), definition(name: "zones"),
            definition(name: "other.shop.example"),
            definition(group: "apps", kind: "Deployment", plural: "deployments"),
            definition(group: "networking.k8s.io", kind: "Ingress", plural: "routes"),
            definition(group: "networking.k8s.io", kind: "Route", plural: "ingresses"),
            definition(group: "shop", kind: "Zone", plural: "zones"),
        ]
        for text in twisted {
            let desired = state([("crd.yaml", text)])
            #expect(desired.definition(group: "shop.example", kind: "Zone") == nil, "\(text)")
            #expect(desired.definition(group: "apps", kind: "Deployment") == nil)
            #expect(desired.catalog.entry(group: "shop.example", kind: "Zone") == nil, "\(text)")
            #expect(desired.catalog.entry(group: "networking.k8s.io", resource: "ingresses")?.kind == "Ingress")
            #expect(desired.catalog.entry(group: "networking.k8s.io", resource: "routes") == nil)
        }
        #expect(state([("crd.yaml", twisted[2])]).problems.map(\.file) == ["crd.yaml"])
        #expect(state([("crd.yaml", definition())]).definition(group: "shop.example", kind: "Zone") != nil)
    }

    @Test("Two definitions of one kind are contested: neither counts, and its objects are not free for it")
    func twins() throws {
        let desired = state([
            ("a.yaml", definition()), ("b.yaml", definition(plural: "zonen", scope: "Namespaced")), ("z.yaml", zone),
        ])
        #expect(desired.definition(group: "shop.example", kind: "Zone") == nil)
        #expect(desired.problems.count == 1)
        #expect(desired.problems.first?.file == "b.yaml")
        #expect(desired.problems.first?.message.contains("a.yaml:1") == true)
        #expect(desired.object(zone(in: "")) != nil)
        #expect(desired.object(zone(in: "default")) != nil)
        #expect(desired.count == 3)
    }

    @Test("An object of a kind that nothing defines is declared with and without its namespace")
    func unknownScope() throws {
        let desired = state([("z.yaml", zone)])
        #expect(desired.object(zone(in: "")) != nil)
        #expect(desired.object(zone(in: "default")) != nil)
        #expect(desired.object(zone(in: "other")) == nil)
        #expect(desired.objects(in: "default").count == 1)
        #expect(desired.objects(in: "").isEmpty)
        let both = state([
            ("a.yaml", "apiVersion: shop.example/v1\nkind: Zone\nmetadata: {name: z, namespace: a}\n"),
            ("b.yaml", "apiVersion: shop.example/v1\nkind: Zone\nmetadata: {name: z, namespace: b}\n"),
        ])
        #expect(both.problems.isEmpty)
        #expect(both.object(zone(in: "a")) != nil)
        #expect(both.isContested(zone(in: "")))
        let defined = state([("crd.yaml", definition()), ("z.yaml", zone)])
        #expect(defined.object(zone(in: "default")) == nil)
        #expect(defined.object(zone(in: "")) != nil)
    }

    @Test("An object asked for by a group that is another name of its own is found")
    func aliases() {
        let ingress = "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web, namespace: shop}\n"
        let desired = state([("a.yaml", ingress)])
        for group in ["networking.k8s.io", "extensions"] {
            let reference = ObjectReference(group: group, kind: "Ingress", namespace: "shop", name: "web")
            #expect(desired.object(reference) != nil)
        }
    }

    @Test("Names that differ in bytes alone are different objects, namespaces and kinds")
    func bytes() {
        let (nfc, nfd) = ("\u{e9}", "e\u{301}")
        let files = [nfc, nfd].map { text in
            ("\(text).yaml", "apiVersion: x.example/v1\nkind: K\(text)\nmetadata: {name: a, namespace: n\(text)}\n")
        }
        let desired = state(files)
        #expect(desired.count == 2)
        #expect(desired.objects(in: "n\(nfc)").count == 1)
        #expect(desired.objects(in: "n\(nfd)", group: "x.example", kind: "K\(nfc)").isEmpty)
    }
}
