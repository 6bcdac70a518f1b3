import FieldTree
import Testing
import YAMLDocument

@Suite("Reading YAML as kubectl does")
struct YAMLDocumentTests {
    private func only(_ text: String) throws -> FieldValue {
        let documents = try YAMLDocument.parse(text)
        try #require(documents.count == 1)
        return documents[0].root.value
    }

    @Test(
        "Plain scalars are resolved by go-yaml v2's rules",
        arguments: [
            ("true", true), ("True", true), ("yes", true), ("On", true), ("y", true), ("off", false), ("N", false),
            ("yEs", "yEs"), ("yesterday", "yesterday"), ("0", 0), ("-0", 0), ("+7", 7), ("0x1F", 31), ("-0xa", -10),
            ("0o17", 15), ("017", 15), ("0b101", 5), ("-0b11", -3), ("1_000", 1000), ("089", 89), ("1.5", .number(1.5)),
            ("3.0", 3), ("1e3", 1000), ("-.5", .number(-0.5)), (".5", .number(0.5)), ("1.", 1), ("1e400", "1e400"),
            ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
            ("9223372036854775808", .number(9_223_372_036_854_775_808)), ("1e21", .number(1e21)),
            ("2001-12-14", "2001-12-14"), ("2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z"), ("1.2.3", "1.2.3"),
            ("0x", "0x"), ("-a", "-a"), ("500m", "500m"), ("1Gi", "1Gi"), ("12:30:45", "12:30:45"), ("\"1\"", "1"),
            ("'true'", "true"), ("!!str 1", "1"), ("!!int \"3\"", 3), ("\"\"", ""), ("|\n a\n b\n", "a\nb\n"),
        ] as [(String, FieldValue)]
    )
    func scalars(text: String, expected: FieldValue) throws {
        let value = try only("- \(text)\n")
        #expect(value == .list([expected]), "\(text) gave \(value)")
    }

    @Test("Nulls are nulls inside a document and no document on their own")
    func nulls() throws {
        #expect(try only("[~, null, Null, ]") == [.null, .null, .null])
        #expect(try only("a:\nb: ~\n") == ["a": .null, "b": .null])
        #expect(try YAMLDocument.parse("").isEmpty)
        #expect(try YAMLDocument.parse("# a comment\n---\n---\n~\n").isEmpty)
        #expect(try YAMLDocument.parse("a: 1\n---\n\n---\nb: 2\n").map(\.root.value) == [["a": 1], ["b": 2]])
    }

    @Test(
        "Keys are written as JSON would write them",
        arguments: [("1: a", "1"), ("true: a", "true"), ("on: a", "true"), ("\"on\": a", "on"), ("0x10: a", "16")]
    )
    func keys(text: String, expected: String) throws {
        #expect(try only(text) == .map(FieldMap(unsorted: [.init(key: expected, value: "a")])!))
    }

    @Test(
        "What has no one meaning is refused with its place",
        arguments: [
            ("a: 1\nb: 2\na: 3\n", YAMLError.Code.duplicateKey, 3, 1), ("{a: 1, \"a\": 2}", .duplicateKey, 1, 8),
            ("1: a\n\"1\": b\n", .duplicateKey, 2, 1), ("a: !!binary aGk=\n", .unsupported, 1, 4),
            ("!thing\na: 1\n", .unsupported, 1, 1), ("~: 1\n", .unsupported, 1, 1), ("[1]: 1\n", .unsupported, 1, 1),
            ("a: .inf\n", .numberOutOfRange, 1, 4), ("a: *nowhere\n", .malformed, 1, 4),
            ("a: &x [*x]\n", .malformed, 1, 8), ("a: [1\n", .malformed, 2, 1), ("a: b: c\n", .malformed, 1, 5),
            ("!!int abc", .unsupported, 1, 1), ("x: &m {a: 1}\ny:\n  a: 2\n  <<: *m\n", .unsupported, 3, 3),
            ("<<: 1\n", .malformed, 1, 1), ("a: \"\\ud800\"\n", .malformed, 1, 7),
        ] as [(String, YAMLError.Code, UInt32, UInt32)]
    )
    func refuses(text: String, code: YAMLError.Code, line: UInt32, column: UInt32) throws {
        let error = try #require(throws: YAMLError.self) { try YAMLDocument.parse(text) }
        #expect(error.code == code, "\(error)")
        #expect(error.mark == YAMLMark(line: line, column: column), "\(error)")
    }

    @Test("Bytes that are not UTF-8 are refused where they stand, UTF-16 too")
    func encoding() throws {
        let error = try #require(throws: YAMLError.self) {
            try YAMLDocument.parse(Array("a: 1\nb: ".utf8) + [0xff, 0xfe])
        }
        #expect(error.code == .notUTF8)
        #expect(error.mark == YAMLMark(line: 2, column: 4))
        #expect(throws: YAMLError.self) { try YAMLDocument.parse([0xff, 0xfe, 0x61, 0x00]) }
        #expect(throws: YAMLError.self) { try YAMLDocument.parse([0x61, 0x00, 0x62]) }
        #expect(try YAMLDocument.parse([0xef, 0xbb, 0xbf] + Array("a: 1".utf8)).map(\.root.value) == [["a": 1]])
    }

    @Test("Aliases and merge keys are expanded, own members win, earlier merges win")
    func aliases() throws {
        #expect(try only("a: &x {k: [1]}\nb: *x\n") == ["a": ["k": [1]], "b": ["k": [1]]])
        let text = "x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\nz:\n  <<: [*x, *y]\n  c: 3\n"
        #expect(try only(text)["z"] == ["a": 1, "b": 1, "c": 3])
        #expect(try only("\"<<\": 1") == ["<<": 1])
    }

    @Test("A billion laughs end in a clear error, at once")
    func aliasBomb() throws {
        var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
        for level in 1..<40 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        let error = try #require(throws: YAMLError.self) { try YAMLDocument.parse(text) }
        #expect(error.code == .overLimit)
        #expect(error.line == 7)
        var large = "a: &a \"\(String(repeating: "x", count: 1 << 20))\"\nb:\n"
        for _ in 0..<100 { large += "- *a\n" }
        #expect(throws: YAMLError.self) { try YAMLDocument.parse(large) }
    }

    @Test("Depth and size are bounded")
    func bounds() throws {
        for opening in ["[", "{a: ", "- ", "? "] {
            let error = try #require(throws: YAMLError.self) {
                try YAMLDocument.parse(String(repeating: opening, count: 100_000))
            }
            #expect([.overLimit, .malformed, .unsupported].contains(error.code), "\(error)")
        }
        let allowed = String(repeating: "[", count: 256) + String(repeating: "]", count: 256)
        #expect(try YAMLDocument.parse(allowed).count == 1)
        var nested = "a0: &a0 [[[[[[[[[[x]]]]]]]]]]\n"
        for level in 1..<40 { nested += "a\(level): &a\(level) [[[[[[[[[[*a\(level - 1)]]]]]]]]]]\n" }
        let error = try #require(throws: YAMLError.self) { try YAMLDocument.parse(nested) }
        #expect(error.code == .overLimit)
        let limits = YAMLLimits(bytes: 100, depth: 8, nodes: 10, scalarBytes: 100)
        #expect(throws: YAMLError.self) { try YAMLDocument.parse(String(repeating: " ", count: 101), limits: limits) }
        #expect(throws: YAMLError.self) {
            try YAMLDocument.parse("[1,2,3,4,5,6,7,8,9,10]", limits: limits)
        }
    }

    @Test("A long hostile line is read in linear time", .timeLimit(.minutes(1)))
    func longLine() throws {
        let text = "a: " + String(repeating: "x", count: 15 << 20)
        #expect(try only(text)["a"]?.string?.utf8.count == 15 << 20)
    }

    @Test("Truncating a document anywhere gives a value or an error, never a crash")
    func truncation() throws {
        let text = Array(
            "a: &x\n  - {b: [1, 'two', \"th\\u0072ee\"]}\n  - |\n    text\n  - *x1\nc: !!str 1\n? d\n: é\n".utf8)
        for count in text.indices {
            _ = try? YAMLDocument.parse(Array(text[..<count]))
            for byte in [0x00, 0x26, 0x2a, 0x5b, 0x7b, 0x80, 0xff] as [UInt8] {
                var changed = text
                changed[count] = byte
                _ = try? YAMLDocument.parse(changed)
            }
        }
    }
}
