import FieldTree
import Testing

@testable import Manifests

@Suite("What one manifest says")
struct ManifestContentTests {
    private func content(_ text: String) -> ManifestContent {
        Manifest(file: "a.yaml", bytes: Array(text.utf8)).content()
    }

    @Test("A packed value is the value, and has its lines")
    func packed() {
        let value: FieldValue = [
            "list": [1, -1, .integer(.max), .integer(.min), .number(0.1), .null, true, false, "", "text\u{0}é", []],
            "map": [:], "\u{e9}": "nfc", "e\u{301}": "nfd",
        ]
        let lines: [UInt32] = [3, 2, 9, .max, 0, 7, 7, 7, 7, 7, 7, 7, 7, 7, 1, 2]
        let packed = PackedValue(value, lines: lines)
        #expect(packed.value == value)
        #expect(packed.lines == lines)
    }

    @Test("The items of a typed list are objects of the list's version, and of its kind")
    func typedLists() {
        let found = content(
            """
            apiVersion: apps/v1
            kind: DeploymentList
            items:
            - metadata: {name: one}
              spec: {replicas: 1}
            - {apiVersion: v1, kind: ConfigMap, metadata: {name: two}}
            """)
        #expect(found.problems == [])
        #expect(found.objects.map(\.kind) == ["Deployment", "ConfigMap"])
        #expect(found.objects.map(\.group) == ["apps", ""])
        let one = DeclaredObject(
            reference: .init(group: "apps", kind: "Deployment", namespace: "default", name: "one"),
            object: found.objects[0], file: "a.yaml")
        #expect(one.apiVersion == "apps/v1")
        #expect(one.line(of: FieldPath("spec", "replicas")) == 5)
    }

    @Test(
        "A line that ends where no reviewer sees it is refused, with its line",
        arguments: [
            "\u{85}", "\u{2028}", "\u{2029}", "\r",
        ])
    func lineBreaks(mark: String) {
        let text = "apiVersion: v1\nkind: ConfigMap # harmless\(mark)metadata: {name: a}\n"
        let found = content(text)
        #expect(found.objects.isEmpty)
        #expect(found.problems.map(\.line) == [2])
    }

    @Test("Lines may end as on Windows")
    func windows() {
        #expect(content("apiVersion: v1\r\nkind: ConfigMap\r\nmetadata: {name: a}\r\n").objects.count == 1)
    }

    @Test(
        "A tag that is not known is named with its line, and the value is in no message",
        arguments: ["!!binary", "!vault"])
    func tags(tag: String) {
        let found = content("apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata:\n  key: \(tag) hunter2hunter2\n")
        #expect(found.objects.isEmpty)
        #expect(found.problems.map(\.line) == [5])
        #expect(!found.problems[0].message.contains("hunter2"))
        #expect(found.problems[0].message.contains(tag == "!vault" ? "!vault" : "binary"))
    }

    @Test(
        "What lacks a part of its identity is a problem, and what has none of it is no object",
        arguments: [
            ("kind: ConfigMap\nmetadata: {name: a}\n", 1), ("apiVersion: v1\nmetadata: {name: a}\n", 1),
            ("apiVersion: v1\nkind: ConfigMap\nmetadata: {}\n", 1), ("replicas: 3\n", 0),
            ("apiVersion: v1\nkind: List\nitems: [{metadata: {name: a}}]\n", 1),
        ])
    func identity(text: String, problems: Int) {
        #expect(content(text).objects.isEmpty)
        #expect(content(text).problems.count == problems)
    }

    @Test(
        "Manifests are told by their names, hidden ones are none",
        arguments: [
            ("a.yaml", true), ("x/b.yml", true), ("c.json", true), ("README.md", false), (".hidden.yaml", false),
            (".github/workflows/ci.yaml", false), ("x/.y/c.yaml", false), ("yaml", false),
        ])
    func names(file: String, isManifest: Bool) {
        #expect(Manifest.isManifest(file) == isManifest)
    }
}
