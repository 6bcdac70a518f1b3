import GitNames
import Testing

@Suite("Object ids")
struct ObjectIDTests {
    let text = "0123456789abcdef0123456789abcdef01234567"

    @Test("Hexadecimal and bytes round-trip")
    func roundTrip() throws {
        let id = try #require(ObjectID(hex: text))
        #expect(id.hex == text)
        #expect(id.bytes.count == ObjectID.byteCount)
        #expect(ObjectID(bytes: id.bytes) == id)
        #expect(!id.isZero)
    }

    @Test(
        "Only forty lower-case digits are an id",
        arguments: [
            "", "0", "0123456789ABCDEF0123456789abcdef01234567", "0123456789abcdef0123456789abcdef0123456",
            "0123456789abcdef0123456789abcdef012345678", "g123456789abcdef0123456789abcdef01234567",
            " 123456789abcdef0123456789abcdef01234567",
        ])
    func refuses(text: String) {
        #expect(ObjectID(hex: text) == nil)
    }

    @Test("Ids sort by their bytes")
    func sorts() throws {
        let low = try #require(ObjectID(hex: "00000000000000000000000000000000000000ff"))
        let high = try #require(ObjectID(hex: "ff00000000000000000000000000000000000000"))
        #expect(low < high)
        #expect(ObjectID.zero < low)
        #expect(ObjectID.zero.hex == String(repeating: "0", count: 40))
        #expect(ObjectID.zero.isZero)
    }
}
