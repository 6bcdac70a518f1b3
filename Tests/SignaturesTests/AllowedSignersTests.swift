import ExactValues
import PolicyCore
import Signatures
import TestSupport
import Testing

@Suite("Keys for plain Git")
struct AllowedSignersTests {
    private static func export(_ person: Person) -> String { AllowedSigners.text(of: [person]) }

    @Test(
        "A key counts for ssh-keygen and git in the time in which it counts for the policy",
        arguments: [
            ("any time", nil, nil, true), ("from then", 0, nil, true), ("from later", 1, nil, false),
            ("until then", nil, 0, false), ("until later", nil, 1, true),
        ] as [(String, Int64?, Int64?, Bool)])
    func times(name: String, from: Int64?, until: Int64?, isGood: Bool) throws {
        let signer = SSHSigner()
        let commit = try signer.commit(signedBy: try signer.sandbox.makeSSHKey("alice"))
        let identity = try #require(KnownKeys.ssh(try signer.sandbox.publicKey("alice")))
        let date = Timestamp(seconds: OpenPGPSigner.seconds)
        for isRevocation in [false, true] {
            let end = until.map { date.advanced(by: $0) }
            let key = SigningKey(
                identity: identity, validFrom: from.map { date.advanced(by: $0) },
                validUntil: isRevocation ? nil : end,
                revocation: isRevocation ? end.map { .init(at: $0, why: "lost") } : nil)
            let file = Self.export(
                Person(name: "alice", keys: [key], emails: ["alice@shop.example", "a@shop.example"]))
            let verdict = try signer.verdict(commit, file)
            #expect((verdict.outcome == .good) == isGood, "\(file)")
            #expect(verdict.person == (isGood ? "alice@shop.example" : nil))
            #expect(try signer.gitAccepts(commit, file) == isGood)
        }
    }

    @Test(
        "A name or address that would mean more than itself is left out",
        arguments: ["a@x b@x", "*@x", "!a@x", "a?", "a,b", "\"a\"", "#a", "", "a\nb", "ä@x", "a\\"])
    func principals(address: String) throws {
        let identity = try #require(KnownKeys.ssh(TrustStoreTests.key))
        let keys = [SigningKey(identity: identity, line: 7)]
        let file = Self.export(Person(name: "alice", keys: keys, emails: [address]))
        #expect(file.hasPrefix("alice namespaces=\"git\" ssh-ed25519 "))
        let without = Self.export(Person(name: Name(address.isEmpty ? " " : address), keys: keys))
        #expect(without.hasPrefix("# a key of line 7 ") && without.split(separator: "\n").count == 1)
    }

    @Test("An authority stands there for its principal, and keys of other formats as comments")
    func others() throws {
        let authority = try KnownKeys().key(
            under: "sshAuthority", TrustStoreTests.key, options: ["principal": "alice@shop.example"])
        let keys = [SigningKey(identity: authority.identity), SigningKey(identity: KeyIdentity(.openpgp, [1, 2]))]
        let lines = Self.export(Person(name: "alice", keys: keys, emails: ["other@shop.example"])).split(
            separator: "\n")
        #expect(lines[0] == "alice@shop.example cert-authority,namespaces=\"git\" \(TrustStoreTests.key)")
        #expect(lines[1].hasPrefix("# ") && lines[1].hasSuffix(": 0102"))
    }
}
