import ObjectAccounting
import Testing

@Suite("Quantities")
struct QuantityTests {
    @Test(
        "A quantity gets the form in which the API server writes it",
        arguments: [
            ("0.5", "500m"), ("1024Mi", "1Gi"), ("1Gi", "1Gi"), ("1", "1"), ("1000m", "1"), ("100m", "100m"),
            ("1.5Gi", "1536Mi"), ("0.5Gi", "512Mi"), ("1000", "1k"), ("1500", "1500"), ("2000000", "2M"),
            ("0", "0"), ("0Gi", "0"), ("0.0", "0"), ("-0.5", "-500m"), ("512", "512"), ("1Ki", "1Ki"),
            ("1e3", "1e3"), ("1E", "1E"), ("4096Ki", "4Mi"), ("0.001", "1m"), ("1n", "1n"), ("+1", "1"),
            ("12e6", "12e6"), (".5", "500m"), ("1023Ki", "1023Ki"), ("0.5Ki", "512"), ("100k", "100k"),
        ])
    func canonical(text: String, expected: String) {
        #expect(Quantity.canonical(text) == expected)
    }

    @Test(
        "What is no quantity has no form",
        arguments: ["", ".", "1.2.3", "1Kii", "abc", "1 Gi", "--1", "1e", "1e99", "١"])
    func refused(text: String) {
        #expect(Quantity.canonical(text) == nil)
    }

    @Test(
        "A quantity of any size has a form or none, and ends nothing",
        arguments: [
            ("99999999999999999999Ei", "9223372036854775807"), ("16Ei", "9223372036854775807"),
            ("8Ei", "9223372036854775807"), ("7Ei", "7Ei"), ("999999999999999999999999999999Ei", "9223372036854775807"),
            ("9999999999999999999999999999999Ei", nil), ("1e-9223372036854775808", nil), ("1e9223372036854775807", nil),
            ("0.000000000000000000000000001", "1n"), ("1e-30", "1e-9"), ("100000000000000000000", "100E"),
            ("1.1Ki", "1126400m"), ("1.0000000000000000000001Gi", "1073741824000000001n"),
            ("-9223372036854775808", "-9223372036854775808"),
        ] as [(String, String?)])
    func extremes(text: String, expected: String?) {
        #expect(Quantity.canonical(text) == expected)
    }

    @Test("The canonical form of a canonical form is itself")
    func idempotent() {
        for number in 0..<2000 {
            for suffix in ["", "m", "k", "Ki", "Mi", "Gi", "M"] {
                guard let once = Quantity.canonical("\(number)\(suffix)") else { continue }
                #expect(Quantity.canonical(once) == once, "\(number)\(suffix)")
            }
        }
    }
}
