import FieldTree
import JSONDocument
import Testing

@Suite("Reading JSON")
struct JSONReaderTests {
    @Test(
        "Every kind of value is read",
        arguments: [
            ("null", FieldValue.null), ("true", true), ("-9223372036854775808", .integer(.min)),
            ("9223372036854775807", .integer(.max)), ("0.5", .number(0.5)), ("\"a\\u00e9\\u0000b\"", "aé\u{0}b"),
            ("[]", []), ("{}", [:]), ("[1,[2,{\"a\":[]}],\"x\"]", [1, [2, ["a": []]], "x"]),
            ("{\"b\":1,\"a\":{\"c\":null}}", ["a": ["c": .null], "b": 1]),
        ] as [(String, FieldValue)]
    )
    func reads(text: String, expected: FieldValue) throws {
        let reader = try JSONReader()
        #expect(try reader.read(text) == expected)
        #expect(try reader.read(text) == expected)
    }

    @Test(
        "What is not one strict JSON document is refused",
        arguments: [
            ("", JSONError.Code.malformed), ("{", .malformed), ("{\"a\":1,}", .malformed), ("1 2", .malformed),
            ("'a'", .malformed), ("{\"a\":1,\"b\":{\"x\":1,\"x\":2}}", .duplicateKey),
            ("9223372036854775808", .numberOutOfRange), ("\"\u{1}\"", .malformed), ("[NaN]", .malformed),
            ("99999999999999999999999", .malformed),
        ] as [(String, JSONError.Code)]
    )
    func refuses(text: String, code: JSONError.Code) throws {
        let reader = try JSONReader()
        let error = try #require(throws: JSONError.self) { try reader.read(text) }
        #expect(error.code == code, "\(error)")
    }

    @Test("Bytes that are not UTF-8 are refused")
    func refusesInvalidUTF8() throws {
        let reader = try JSONReader()
        #expect(throws: JSONError.self) { try reader.read([0x22, 0xff, 0xfe, 0x22]) }
    }

    @Test("Keys that differ only in Unicode normal form are two keys")
    func keysAreBytes() throws {
        let reader = try JSONReader()
        let value = try reader.read("{\"\u{e9}\":1,\"e\u{301}\":2}")
        #expect(value.map?.count == 2)
        #expect(value["\u{e9}"] == 1)
        #expect(value["e\u{301}"] == 2)
        #expect(FieldValue.string("\u{e9}") != FieldValue.string("e\u{301}"))
    }

    @Test("Depth and size are bounded")
    func bounds() throws {
        let reader = try JSONReader(byteLimit: 1 << 16, depthLimit: 64)
        let deep = String(repeating: "[", count: 65) + String(repeating: "]", count: 65)
        #expect(throws: JSONError.self) { try reader.read(deep) }
        let large = "\"" + String(repeating: "a", count: 1 << 16) + "\""
        let error = try #require(throws: JSONError.self) { try reader.read(large) }
        #expect(error.code == .tooLarge)
        #expect(try reader.read("[[]]") == [[]])
    }

    @Test("What is written is read back the same")
    func roundTrips() throws {
        let value: FieldValue = ["a": [1, .number(0.25), "q\"\\\n\u{2028}", .null, true], "é": ["x": []]]
        #expect(try JSONReader().read(JSONText.compact(value)) == value)
    }
}
