import DesiredState
import FieldTree
import GitNames
import Testing

@Suite("What Git declares")
struct DesiredStateTests {
    private func state(_ files: [(String, String)]) -> DesiredState {
        DesiredState(manifests: files.map { Manifest(file: $0.0, bytes: Array($0.1.utf8)) }, commit: .zero)
    }

    private func reference(_ kind: String, _ name: String, namespace: String = "", group: String = "")
        -> ObjectReference
    {
        ObjectReference(group: group, kind: kind, namespace: namespace, name: name)
    }

    @Test("Every document, and every item of a List, is an object with its line")
    func documents() throws {
        let desired = state([
            (
                "a.yaml",
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: one, namespace: shop}
                ---
                apiVersion: v1
                kind: List
                items:
                - apiVersion: v1
                  kind: ConfigMap
                  metadata: {name: two, namespace: shop}
                  data:
                    key: value
                """
            )
        ])
        #expect(desired.count == 2)
        #expect(desired.problems.isEmpty)
        let two = try #require(desired.object(reference("ConfigMap", "two", namespace: "shop")))
        #expect(two.line(of: FieldPath("data", "key")) == 12)
        #expect(two.line(of: FieldPath("data", "absent")) == 11)
        #expect(two.line(of: FieldPath()) == 8)
    }

    @Test("An object without a namespace is in default, and one of the cluster in none")
    func namespaces() {
        let desired = state([
            ("a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n"),
            ("b.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: b, namespace: odd}\n"),
        ])
        #expect(desired.object(reference("ConfigMap", "a", namespace: "default")) != nil)
        #expect(desired.object(reference("Namespace", "b")) != nil)
    }

    @Test("An object declared twice counts as not declared, and both places are a problem to see")
    func duplicates() {
        let text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n"
        let desired = state([("a.yaml", text), ("b.yaml", text), ("c.yaml", text)])
        let twice = reference("ConfigMap", "a", namespace: "default")
        #expect(desired.object(twice) == nil)
        #expect(desired.isContested(twice))
        #expect(desired.problems.map(\.file) == ["b.yaml", "c.yaml"])
        #expect(desired.problems.allSatisfy { $0.message.contains("a.yaml:1") })
        #expect(desired.count == 0)
        guard case .contested(let places) = desired.standing(of: twice) else {
            Issue.record("not contested")
            return
        }
        #expect(places.map(\.file) == ["a.yaml", "b.yaml", "c.yaml"])
        #expect(desired.objects(in: "default", group: "", kind: "ConfigMap").isEmpty)
    }

    @Test(
        "A file that cannot be read declares nothing and says where it breaks",
        arguments: [
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a\n", "a: &a [*a]\n",
            "apiVersion: v1\napiVersion: v2\nkind: ConfigMap\nmetadata: {name: a}\n",
        ])
    func broken(text: String) {
        let desired = state([("a.yaml", text)])
        #expect(desired.count == 0)
        #expect(desired.problems.count == 1)
    }

    @Test("An alias bomb ends in a problem, soon")
    func aliasBomb() {
        var text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
        for level in 1..<12 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        #expect(state([("bomb.yaml", text)]).problems.count == 1)
    }

    @Test("A definition makes its kind known, with its scope")
    func definitions() {
        let desired = state([
            (
                "crd.yaml",
                """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: zones.shop.example}
                spec:
                  group: shop.example
                  scope: Cluster
                  names: {plural: zones, kind: Zone}
                  versions: [{name: v1, served: true, storage: true}]
                """
            ), ("zone.yaml", "apiVersion: shop.example/v1\nkind: Zone\nmetadata: {name: z}\n"),
        ])
        #expect(desired.object(reference("Zone", "z", group: "shop.example")) != nil)
        #expect(desired.definition(group: "shop.example", kind: "Zone") != nil)
        #expect(desired.declaresAny(group: "shop.example", kind: "Zone"))
        #expect(desired.catalog.entry(group: "shop.example", resource: "zones")?.kind == "Zone")
    }
}
