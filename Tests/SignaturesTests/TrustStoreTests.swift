import ExactValues
import Signatures
import Testing

@Suite("Files of trusted keys")
struct TrustStoreTests {
    static let key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g"

    func person(_ file: String, at seconds: Int64 = 1) throws -> String? {
        var trust = TrustStore()
        try trust.add(file: Array(file.utf8), named: "trust")
        return trust.person(
            for: Signer(key: try SSHPublicKey(text: Self.key).identity), at: [Timestamp(seconds: seconds)])
    }

    @Test(
        "The principal that ssh-keygen would name is found",
        arguments: [
            ("a@x KEY", "a@x"), ("# c\n\n  a@x KEY comment \"x", "a@x"), ("a@x,b@x KEY", "a@x"), ("*@x KEY", "*@x"),
            ("!b@x,a@x KEY", "a@x"), ("!*@x,a@x KEY", nil), ("!a@x KEY", nil),
            ("a@x namespaces=\"file\" KEY\na@x KEY", nil), ("a@x valid-before=\"19700101000000Z\" KEY\nb@x KEY", "b@x"),
            ("a@x KEY\r\n", "a@x"), ("", nil),
        ])
    func principals(file: String, expected: String?) throws {
        // A time of zero is refused, so the expired line above is written as one second later.
        let text = file.replacing("KEY", with: Self.key).replacing("19700101000000Z", with: "19700101000001Z")
        #expect(try person(text, at: 2) == expected)
    }

    @Test(
        "A line that is not understood refuses the file",
        arguments: [
            "a@x", "a@x unknown=\"1\" KEY", "a@x namespaces=git KEY",
            "a@x namespaces=\"git\",namespaces=\"git\" KEY", "a@x valid-after=\"2026\" KEY",
            "a@x valid-after=\"20260231Z\" KEY", "a@x valid-after=\"20260301Z\",valid-before=\"20260201Z\" KEY",
            "\"a b\" KEY", "a@x,, KEY", "a@x ssh-ed25519 AAAA", "a@x ssh-rsa KEY", "a@x namespaces=\"git KEY",
            "a@x\u{1} KEY", "-----BEGIN PGP PUBLIC KEY BLOCK-----", "-----BEGIN CERTIFICATE-----",
        ])
    func refused(line: String) {
        let error = #expect(throws: SignatureError.self) {
            try person("a@x KEY\n".replacing("KEY", with: Self.key) + line.replacing("KEY", with: Self.key))
        }
        #expect(error?.description.isEmpty == false)
    }

    @Test(
        "A keyring or bundle that cannot be read whole is an error",
        arguments: [
            [0x99, 0x01, 0x0d], [0x99, 0x00, 0x00], Array("-----BEGIN CERTIFICATE-----\n".utf8),
            Array("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n".utf8),
            Array("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n".utf8),
            Array("-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmDME\n".utf8),
            Array("-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nmDME\n-----END PGP PRIVATE KEY BLOCK-----\n".utf8),
        ] as [[UInt8]])
    func otherFormats(bytes: [UInt8]) {
        var trust = TrustStore()
        let error = #expect(throws: SignatureError.self) { try trust.add(file: bytes, named: "f") }
        #expect(error?.description.hasPrefix("f: ") == true)
    }
}
