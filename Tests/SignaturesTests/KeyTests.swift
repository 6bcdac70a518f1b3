import Signatures
import TestSupport
import Testing

@Suite("Ed25519 keys")
struct KeyTests {
    @Test("A signature of RFC 8032 §7.1 is verified, an altered one is not")
    func vector() throws {
        let key = try #require(
            Ed25519PublicKey(rawBytes: hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")))
        let signature = hex(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")
        #expect(key.verifies(signature, over: [0x72]))
        #expect(!key.verifies(signature, over: [0x73]))
        #expect(!key.verifies(Array(signature.dropLast()), over: [0x72]))
        #expect(!key.verifies(signature + [0], over: [0x72]))
        for index in signature.indices {
            var altered = signature
            altered[index] ^= 1
            #expect(!key.verifies(altered, over: [0x72]))
        }
    }

    @Test("A key is read and written as PKCS #8, and openssl reads what is written")
    func pem() throws {
        let sandbox = Sandbox()
        try sandbox.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", "key.pem"])
        let text = try sandbox.result(["cat", "key.pem"]).output
        let key = try Ed25519PrivateKey(pem: text)
        #expect(try Array(key.pem().utf8) == text)
        let message = Array("message".utf8)
        #expect(key.publicKey.verifies(try key.sign(message), over: message))
        let other = try Ed25519PrivateKey.generate()
        #expect(other.publicKey != key.publicKey)
        try sandbox.write(try other.pem(), to: "other.pem")
        let der = try sandbox.result(["openssl", "pkey", "-in", "other.pem", "-pubout", "-outform", "DER"]).output
        #expect(Array(der.suffix(32)) == other.publicKey.rawBytes)
    }

    @Test(
        "What is not a plain Ed25519 key is refused",
        arguments: [
            "", "x", "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n",
            "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n",
            "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAAA\n-----END PRIVATE KEY-----\n",
        ])
    func badPEM(text: String) {
        #expect(throws: SignatureError.self) { try Ed25519PrivateKey(pem: Array(text.utf8)) }
    }

    @Test("A key of ssh-keygen is read, and its fingerprint is ssh-keygen's")
    func ssh() throws {
        let sandbox = Sandbox()
        _ = try sandbox.makeSSHKey("alice")
        let text = try sandbox.publicKey("alice")
        let key = try Ed25519PublicKey(sshText: text)
        #expect(text.hasPrefix(key.sshText + " "))
        #expect(try sandbox.run(["ssh-keygen", "-lf", "keys/alice.pub"]).contains(" \(key.fingerprint) "))
        #expect(Ed25519PublicKey(base64: key.base64) == key)
    }

    @Test(
        "Other texts are not Ed25519 keys of SSH",
        arguments: [
            "", "ssh-ed25519", "ssh-ed25519 AAAA", "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\nx",
        ])
    func badSSH(text: String) {
        #expect(throws: SignatureError.self) { try Ed25519PublicKey(sshText: text) }
    }

    @Test("Digests are those of FIPS 180-4")
    func digests() {
        #expect(
            Digest.sha256(Array("abc".utf8))
                == hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
        #expect(Digest.sha512([]).prefix(4) == hex("cf83e135")[...])
    }

    func hex(_ text: String) -> [UInt8] {
        let digits = Array(text)
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(String(digits[$0...$0 + 1]), radix: 16) ?? 0 }
    }
}
