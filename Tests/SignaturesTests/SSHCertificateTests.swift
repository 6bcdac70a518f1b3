import ExactValues
import PolicyCore
import Signatures
import TestSupport
import Testing

@Suite("SSH certificates")
struct SSHCertificateTests {
    /// A key with a certificate that ssh-keygen made, and a commit that it signed.
    struct Certified {
        let signer = SSHSigner()
        let trust: String
        let commit: [UInt8]

        init(_ options: [String], type: String = "ed25519", authority: String = "ed25519") throws {
            let ca = try signer.sandbox.makeSSHKey("ca", type: authority)
            let key = try signer.sandbox.makeSSHKey("alice", type: type)
            try signer.sandbox.run(["ssh-keygen", "-q", "-s", ca, "-I", "alice-1"] + options + ["\(key).pub"])
            trust = "alice,al*,!alx cert-authority \(try signer.sandbox.publicKey("ca"))\n"
            commit = try signer.commit(signedBy: "\(key)-cert.pub")
        }
    }

    static let cases: [(name: String, options: [String], outcome: SignatureVerdict.Outcome)] = [
        ("good", ["-n", "alice"], .good), ("two names", ["-n", "x,alice"], .good),
        ("valid", ["-n", "alice", "-V", "20251231000000Z:20260102000000Z"], .good),
        ("valid from that second", ["-n", "alice", "-V", "20260101000000Z:20260102000000Z"], .good),
        ("not yet valid", ["-n", "alice", "-V", "20260101000001Z:20260102000000Z"], .untrusted),
        ("expired at that second", ["-n", "alice", "-V", "20251231000000Z:20260101000000Z"], .untrusted),
        ("for another name", ["-n", "bob"], .untrusted),
        ("a name that a pattern matches", ["-n", "bob,alf"], .good),
        ("a name that a pattern excludes", ["-n", "alx"], .untrusted),
        ("for everybody", [], .untrusted), ("of a host", ["-h", "-n", "alice"], .bad),
        ("critical option", ["-n", "alice", "-O", "force-command=true"], .untrusted),
        ("extension", ["-n", "alice", "-O", "clear", "-O", "extension:x@y=1"], .good),
    ]

    @Test("A certificate counts for its names, in its time, for users", arguments: cases)
    func certificates(name: String, options: [String], outcome: SignatureVerdict.Outcome) throws {
        let certified = try Certified(options)
        let verdict = try certified.signer.verdict(certified.commit, certified.trust)
        #expect(verdict.outcome == outcome, "\(verdict.reason)")
        let isAccepted = try certified.signer.gitAccepts(certified.commit, certified.trust)
        #expect(isAccepted || outcome != .good)
        // An option that limits commands means nothing to ssh-keygen here; the certificate's authority meant something.
        #expect(isAccepted == (outcome == .good) || name == "critical option")
    }

    @Test(
        "Certificates of every type, by authorities of every type",
        arguments: ["ed25519", "ecdsa", "rsa"], ["ed25519", "ecdsa", "rsa"])
    func types(type: String, authority: String) throws {
        let certified = try Certified(["-n", "alice"], type: type, authority: authority)
        let verdict = try certified.signer.verdict(certified.commit, certified.trust)
        #expect(verdict.outcome == .good && verdict.person == "alice", "\(verdict.reason)")
    }

    @Test("A certificate of another authority, altered, or of a key that is trusted by itself is not good")
    func wrong() throws {
        let certified = try Certified(["-n", "alice"])
        let signer = certified.signer
        _ = try signer.sandbox.makeSSHKey("mallory")
        let trusts = [
            "alice cert-authority \(try signer.sandbox.publicKey("mallory"))\n",
            "alice \(try signer.sandbox.publicKey("ca"))\n", "alice \(try signer.sandbox.publicKey("alice"))\n",
            "alice cert-authority,namespaces=\"file\" \(try signer.sandbox.publicKey("ca"))\n",
            "alice cert-authority,valid-before=\"20251231Z\" \(try signer.sandbox.publicKey("ca"))\n",
        ]
        for trust in trusts {
            #expect(try signer.verdict(certified.commit, trust).outcome == .untrusted)
            #expect(try !signer.gitAccepts(certified.commit, trust))
        }
        var parts = try SSHKeyTypeTests.Parts(try #require(SignedObject(commit: certified.commit).signature).body)
        for index in parts.key.indices.dropFirst(4) {
            let byte = parts.key[index]
            parts.key[index] ^= 0x01
            #expect(
                (try? signer.verdict(try signer.commit(parts.armour), certified.trust))?.outcome != .good, "\(index)")
            parts.key[index] = byte
        }
        #expect(try signer.verdict(try signer.commit(parts.armour), certified.trust).outcome == .good)
    }

    @Test("A policy knows the holder of a certificate by authority and principal, at the push's time")
    func policy() throws {
        let certified = try Certified(["-n", "x,alice", "-V", "20251231000000Z:20260102000000Z"])
        let authority = try certified.signer.sandbox.publicKey("ca")
        func key(_ principal: String) throws -> KeyIdentity {
            try KnownKeys().key(under: "sshAuthority", authority, options: ["principal": principal]).identity
        }
        let signers = KnownSigners([SigningKey(identity: try key("alice")), SigningKey(identity: try key("bob"))])
        let object = try SignedObject(commit: certified.commit)
        func facts(_ signers: KnownSigners, at seconds: Int64) -> SignatureFacts {
            signers.facts(of: object, SignatureVerifier(), at: Timestamp(seconds: seconds))
        }
        #expect(facts(signers, at: 1_767_225_600) == .key(try key("alice")))
        for (signers, seconds) in [
            (signers, 1_767_312_000), (signers, 1_767_139_199),
            (KnownSigners([SigningKey(identity: try key("bob"))]), 1_767_225_600),
            (KnownSigners([SigningKey(identity: try #require(KnownKeys.ssh(authority)))]), 1_767_225_600),
        ] as [(KnownSigners, Int64)] {
            guard case .bad = facts(signers, at: seconds) else {
                Issue.record("it counts at \(seconds)")
                continue
            }
        }
        #expect(try key("alice").fingerprint == SSHPublicKey(text: authority).fingerprint)
        #expect(throws: KeyReaderError.self) { try KnownKeys().key(under: "sshAuthority", authority, options: [:]) }
        #expect(throws: KeyReaderError.self) { try OwnersKeys().key(under: "sshAuthority", authority, options: [:]) }
    }
}
