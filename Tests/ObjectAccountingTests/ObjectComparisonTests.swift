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

    @Test("Containers, volumes and ports are matched by key, in any order")
    func keyed() {
        let one: FieldValue = ["containers": [["name": "a", "image": "1"], ["name": "b", "image": "2"]]]
        let other: FieldValue = ["containers": [["name": "b", "image": "3"], ["name": "a", "image": "1"]]]
        #expect(paths(one, other) == ["containers[name=b].image"])
    }

    @Test("A key that stands twice is a difference whatever the elements say")
    func duplicateKeys() {
        let one: FieldValue = ["containers": [["name": "a", "image": "1"]]]
        let twice: FieldValue = ["containers": [["name": "a", "image": "1"], ["name": "a", "image": "1"]]]
        let differences = ObjectComparison(one, twice).differences
        #expect(differences.contains { $0.note == .duplicateKey && $0.path.description == "containers" })
    }

    @Test("Order counts for env and init containers", arguments: ["env", "initContainers"])
    func ordered(list: String) {
        let one: FieldValue = [list: [["name": "a", "value": "1"], ["name": "b", "value": "2"]]]
        let other: FieldValue = [list: [["name": "b", "value": "2"], ["name": "a", "value": "1"]]]
        let differences = ObjectComparison(one, other).differences
        #expect(differences.map(\.note) == [.reordered])
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
