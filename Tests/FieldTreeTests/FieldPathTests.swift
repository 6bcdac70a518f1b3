import FieldTree
import Testing

@Suite("Field paths")
struct FieldPathTests {
    @Test("A path prints as Kubernetes prints it")
    func prints() {
        let path = FieldPath([
            .member("spec"), .member("containers"), .element([.init(name: "name", value: "web")]), .member("env"),
            .index(2), .member("example.com/x"),
        ])
        #expect(path.description == "spec.containers[name=web].env[2][\"example.com/x\"]")
    }

    @Test("A value is found through members, indices and keys")
    func follows() {
        let value: FieldValue = ["a": [["name": "x", "v": 1], ["name": "y", "v": 2]]]
        let keyed = FieldPath([.member("a"), .element([.init(name: "name", value: "y")]), .member("v")])
        #expect(value[keyed] == 2)
        #expect(value[FieldPath([.member("a"), .index(0), .member("v")])] == 1)
        #expect(value[FieldPath("a", "b")] == nil)
    }
}
