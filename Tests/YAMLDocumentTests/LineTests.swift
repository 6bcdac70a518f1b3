import FieldTree
import Testing
import YAMLDocument

@Suite("Lines of YAML values")
struct LineTests {
    static let text = """
        # comment
        spec:
          template:
            containers:
              - name: web
                image: x
              - image: y
                name: side
          args: ["a",
            "b"]
        kind: Deployment
        apiVersion: apps/v1
        """

    @Test(
        "The line of any path is found from the value and its lines",
        arguments: [
            (FieldPath("kind"), 11), (FieldPath("apiVersion"), 12), (FieldPath("spec"), 2),
            (FieldPath("spec", "template", "containers"), 4), (FieldPath([]), 2),
            (FieldPath("spec", "args").appending(.index(1)), 10),
            (FieldPath("spec", "template", "containers").appending(.index(1)).appending("name"), 8),
            (
                FieldPath("spec", "template", "containers").appending(.element([.init(name: "name", value: "side")]))
                    .appending("image"), 7
            ),
        ] as [(FieldPath, UInt32)]
    )
    func lines(path: FieldPath, expected: UInt32) throws {
        let root = try #require(try YAMLDocument.parse(Self.text).first).root
        let value = root.value
        #expect(YAMLNode.line(of: path, in: value, lines: root.lines) == expected)
        #expect(YAMLNode.line(of: path.appending("nothing"), in: value, lines: root.lines) == nil)
    }

    @Test("There are as many lines as values in a walk, whatever the document")
    func counts() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let value = Self.random(depth: 4, using: &generator)
            let root = try #require(try YAMLDocument.parse("- " + JSONText.compact(value)).first).root
            #expect(root.value == .list([value]))
            #expect(root.lines.count == Self.count(root.value))
        }
    }

    private static func count(_ value: FieldValue) -> Int {
        switch value {
        case .list(let list): list.reduce(1) { $0 + count($1) }
        case .map(let map): map.members.reduce(1) { $0 + count($1.value) }
        default: 1
        }
    }

    private static func random(depth: Int, using generator: inout some RandomNumberGenerator) -> FieldValue {
        switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &generator) {
        case 0: return .null
        case 1: return .bool(.random(using: &generator))
        case 2: return .integer(.random(in: .min ... .max, using: &generator))
        case 3: return .number(Double.random(in: -1...1, using: &generator))
        case 4: return .string(["a", "true", "é", "", "\n", "a: b", "#", "1"].randomElement(using: &generator)!)
        case 5:
            return .list(
                (0..<Int.random(in: 0..<4, using: &generator)).map { _ in
                    random(depth: depth - 1, using: &generator)
                })
        default:
            var map = FieldMap()
            for _ in 0..<Int.random(in: 0..<4, using: &generator) {
                map[["b", "a", "true", "é", "z"].randomElement(using: &generator)!] =
                    random(depth: depth - 1, using: &generator)
            }
            return .map(map)
        }
    }
}
