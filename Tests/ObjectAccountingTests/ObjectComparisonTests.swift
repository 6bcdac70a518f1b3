import FieldTree
import ObjectAccounting
import Testing

@Suite("Comparing objects")
struct ObjectComparisonTests {
    private func paths(_ before: FieldValue?, _ after: FieldValue?) -> [String] {
        ObjectComparison(before, after).differences.map(\.path.description)
    }

    @Test("Equal objects have no differences, and null is the same as nothing")
    func equal() {
        let value: FieldValue = ["a": [1, ["b": "c"]], "d": [:]]
        #expect(paths(value, value).isEmpty)
        #expect(paths(["a": .null], [:]).isEmpty)
        #expect(paths(["a": ["b": .null]], ["a": [:]]).isEmpty)
    }

    /// A Pod with one list of its specification.
    private func pod(_ list: String, _ elements: FieldValue) -> FieldValue {
        ["apiVersion": "v1", "kind": "Pod", "spec": [list: elements]]
    }

    @Test("Containers, volumes and ports are matched by key, in any order", arguments: ["containers", "volumes"])
    func keyed(list: String) {
        let one = pod(list, [["name": "a", "image": "1"], ["name": "b", "image": "2"]])
        let other = pod(list, [["name": "b", "image": "3"], ["name": "a", "image": "1"]])
        #expect(paths(one, other) == ["spec.\(list)[name=b].image"])
    }

    @Test("A list of the same name in a kind without a schema is ordered")
    func customLists() {
        let lists: FieldValue = [["name": "a"], ["name": "b"]]
        let other: FieldValue = [["name": "b"], ["name": "a"]]
        for name in ["containers", "volumes", "versions", "webhooks", "finalizers"] {
            let one: FieldValue = ["apiVersion": "x.example/v1", "kind": "X", "spec": [name: lists]]
            #expect(paths(one, ["apiVersion": "x.example/v1", "kind": "X", "spec": [name: other]]).count == 2)
        }
    }

    @Test("The lists of a custom resource are told apart as its schema says")
    func schemaLists() {
        let definition: FieldValue = [
            "spec": [
                "versions": [
                    [
                        "name": "v1",
                        "schema": [
                            "openAPIV3Schema": [
                                "properties": [
                                    "keyed": [
                                        "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["id"],
                                        "items": [:],
                                    ],
                                    "set": ["x-kubernetes-list-type": "set"], "plain": [:],
                                ]
                            ]
                        ],
                    ]
                ]
            ]
        ]
        let one: FieldValue = [
            "apiVersion": "x.example/v1", "kind": "X", "keyed": [["id": 1], ["id": 2, "v": 1]], "set": ["a", "b"],
            "plain": ["a", "b"],
        ]
        let other: FieldValue = [
            "apiVersion": "x.example/v1", "kind": "X", "keyed": [["id": 2, "v": 2], ["id": 1]], "set": ["b", "a"],
            "plain": ["b", "a"],
        ]
        let shape = FieldShape.of(one, definition: definition)
        let found = ObjectComparison(one, other, shape: shape).differences.map(\.path.description)
        #expect(found == ["keyed[id=2].v", "plain[0]", "plain[1]"])
    }

    @Test("A key that stands twice is a difference whatever the elements say")
    func duplicateKeys() {
        let one = pod("containers", [["name": "a", "image": "1"]])
        let twice = pod("containers", [["name": "a", "image": "1"], ["name": "a", "image": "1"]])
        let differences = ObjectComparison(one, twice).differences
        #expect(differences.contains { $0.note == .duplicateKey && $0.path.description == "spec.containers" })
    }

    @Test("Order counts for env and init containers")
    func ordered() {
        let elements: FieldValue = [["name": "a", "value": "1"], ["name": "b", "value": "2"]]
        let turned: FieldValue = [["name": "b", "value": "2"], ["name": "a", "value": "1"]]
        let pairs = [
            (pod("initContainers", elements), pod("initContainers", turned)),
            (pod("containers", [["name": "c", "env": elements]]), pod("containers", [["name": "c", "env": turned]])),
        ]
        for (one, other) in pairs {
            #expect(ObjectComparison(one, other).differences.map(\.note) == [.reordered])
        }
    }

    @Test("A comparison ends at its budget, and never as equal")
    func budget() {
        let many = FieldValue.list((0..<5000).map { .integer($0) })
        let other = FieldValue.list((0..<5000).map { .integer($0 + 1) })
        let few = ObjectComparison(many, other, budget: ComparisonBudget(differences: 10)).differences
        #expect(few.count == 11)
        #expect(few.last?.note == .unfinished)
        let same = ObjectComparison(many, many, budget: ComparisonBudget(values: 100)).differences
        #expect(same.map(\.note) == [.unfinished])
    }

    @Test("An integer equals a number of the same value")
    func numbers() {
        #expect(paths(["a": 1], ["a": .number(1)]).isEmpty)
        #expect(paths(["a": .number(9_223_372_036_854_775_808)], ["a": 9_223_372_036_854_775_807]) == ["a"])
    }

    @Test("Args and tolerations are compared by position", arguments: ["args", "tolerations"])
    func positional(list: String) {
        #expect(paths([list: ["a", "b"]], [list: ["b", "a"]]) == ["\(list)[0]", "\(list)[1]"])
        #expect(paths([list: ["a"]], [list: ["a", "b"]]) == ["\(list)[1]"])
    }

    @Test("An empty container is a leaf")
    func emptyLeaves() {
        #expect(paths(["name": "v", "emptyDir": [:]], ["name": "v"]) == ["emptyDir"])
        #expect(paths(["from": []], ["from": [["podSelector": [:]]]]) == ["from", "from[0].podSelector"])
    }

    @Test("Strings that differ in bytes differ, also where Unicode calls them equivalent")
    func bytes() {
        #expect(paths(["image": "caf\u{e9}"], ["image": "cafe\u{301}"]) == ["image"])
    }

    @Test("An integer is not a number with a fraction, nor a string")
    func types() {
        #expect(paths(["a": 1], ["a": .number(1.5)]) == ["a"])
        #expect(paths(["a": 1], ["a": "1"]) == ["a"])
    }
}
