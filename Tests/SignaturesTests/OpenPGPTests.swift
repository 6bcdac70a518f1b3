import ExactValues
import PolicyCore
import Signatures
import TestSupport
import Testing

@Suite("OpenPGP signatures")
struct OpenPGPTests {
    @Test(
        "What GnuPG signs with a key is good, and altered by a byte it is not",
        arguments: ["ed25519", "rsa2048", "rsa3072", "nistp256", "nistp384", "nistp521"])
    func good(algorithm: String) throws {
        let signer = try OpenPGPSigner()
        let key = try signer.makeKey("alice", algorithm)
        let trust = try signer.publicKey()
        let commit = try signer.commit(signedBy: key)
        let verdict = try signer.verdict(commit, trust)
        #expect(verdict.outcome == .good, "\(verdict.reason)")
        #expect(verdict.format == .openpgp && verdict.fingerprint == key)
        #expect(verdict.person == "alice <alice@shop.example>")
        #expect(try signer.gitAccepts(commit))
        #expect(try signer.verdict(commit, "").outcome == .untrusted)
        _ = try signer.makeKey("bob")
        #expect(try signer.verdict(commit, try signer.publicKey("bob")).outcome == .untrusted)
        for index in stride(from: 0, to: commit.count, by: 3) {
            var altered = commit
            altered[index] ^= 0x01
            #expect((try? signer.verdict(altered, trust))?.outcome != .good, "byte \(index)")
        }
    }

    static let weakCases: [(algorithm: String, options: [String], reason: String)] = [
        ("rsa1024", [], "under 2048 bits"), ("dsa2048", [], "DSA"), ("rsa2048", ["--digest-algo", "SHA1"], "SHA-1"),
        ("rsa2048", ["--digest-algo", "MD5"], "MD5"), ("rsa2048", ["--digest-algo", "RIPEMD160"], "RIPEMD-160"),
        ("ed25519", ["--digest-algo", "SHA1"], "SHA-1"),
    ]

    @Test("Weak keys and hashes are refused by name", arguments: weakCases)
    func weak(algorithm: String, options: [String], reason: String) throws {
        let signer = try OpenPGPSigner()
        let key = try signer.makeKey("alice", algorithm)
        let verdict = try signer.verdict(try signer.commit(signedBy: key, options: options), try signer.publicKey())
        #expect(verdict.outcome == .bad && verdict.reason.contains(reason), "\(verdict.reason)")
    }

    @Test("Exactly one signature over a document is read")
    func forms() throws {
        let signer = try OpenPGPSigner()
        let (alice, bob) = (try signer.makeKey("alice"), try signer.makeKey("bob"))
        let trust = try signer.publicKey("alice") + "\n" + signer.publicKey("bob") + "\n"
        #expect(try signer.verdict(try signer.commit(signedBy: alice), trust).outcome == .good)
        #expect(try signer.verdict(try signer.commit(signedBy: bob), trust).person == "bob <bob@shop.example>")
        #expect(try signer.verdict(try signer.commit(signedBy: alice, bob), trust).outcome == .bad)
        #expect(try signer.verdict(try signer.commit(signedBy: alice, options: ["--textmode"]), trust).outcome == .bad)
        for (name, arguments) in [
            ("a message", ["--sign"]), ("a key", ["--export", "alice"]), ("compressed", ["--store"]),
        ] {
            try signer.gpg(
                arguments.first == "--export"
                    ? ["--output", "other"] + arguments : ["--output", "other"] + arguments + ["payload"])
            let body = try signer.sandbox.result(["cat", "other"]).output
            let commit = try signer.signer.commit(openPGP: Self.armour(body))
            #expect(try signer.verdict(commit, trust).outcome == .bad, "\(name)")
        }
    }

    /// Bytes in an armour as GnuPG writes it.
    static func armour(_ body: [UInt8]) -> String {
        var checksum: UInt32 = 0xb704ce
        for byte in body {
            checksum ^= UInt32(byte) << 16
            for _ in 0..<8 { checksum = checksum << 1 ^ (checksum & 0x80_0000 != 0 ? 0x186_4cfb : 0) }
        }
        let digits = Array(Base64.encode(body))
        let lines = stride(from: 0, to: digits.count, by: 64).map { String(digits[$0..<min($0 + 64, digits.count)]) }
        let crc = Base64.encode([16, 8, 0].map { UInt8(truncatingIfNeeded: checksum >> $0) })
        return "-----BEGIN PGP SIGNATURE-----\n\n\(lines.joined(separator: "\n"))\n=\(crc)\n-----END PGP SIGNATURE-----"
    }

    @Test("A key counts from when it was made until it expires")
    func expiry() throws {
        let signer = try OpenPGPSigner()
        let key = try signer.makeKey(expires: "20260102T000000")
        let (commit, trust) = (try signer.commit(signedBy: key), try signer.publicKey())
        for (seconds, outcome) in [
            (0, .good), (86_399, .good), (86_400, .untrusted), (1_000_000, .untrusted), (-40_000_000, .bad),
        ] as [(Int64, SignatureVerdict.Outcome)] {
            let verdict = try signer.verdict(commit, trust, at: OpenPGPSigner.seconds + seconds)
            #expect(verdict.outcome == outcome, "\(seconds): \(verdict.reason)")
        }
        let late = try signer.commit(signedBy: key, options: ["--default-sig-expire", "seconds=60"])
        #expect(try signer.verdict(late, trust).outcome == .good)
        #expect(try signer.verdict(late, trust, at: OpenPGPSigner.seconds + 61).outcome == .bad)
    }

    @Test(
        "A key that is revoked counts before and not after; one that was stolen never did",
        arguments: [("3", true), ("1", false)])
    func revocation(reason: String, countsBefore: Bool) throws {
        let signer = try OpenPGPSigner()
        let key = try signer.makeKey()
        let commit = try signer.commit(signedBy: key)
        let revocation = try signer.talk(["--gen-revoke", key], at: "20260201T000000", ["y", reason, "", "y"])
        try signer.gpg(["--import"], at: "20260301T000000", input: revocation)
        let trust = try signer.publicKey()
        #expect(try (signer.verdict(commit, trust).outcome == .good) == countsBefore)
        #expect(try signer.verdict(commit, trust, at: OpenPGPSigner.seconds + 31 * 86_400).outcome != .good)
        #expect(try signer.verdict(commit, trust, at: OpenPGPSigner.seconds + 100 * 86_400).outcome != .good)
    }

    @Test("A subkey signs for its primary key, until it expires or is revoked; one for other uses does not")
    func subkeys() throws {
        let signer = try OpenPGPSigner()
        let primary = try signer.makeKey("alice", "ed25519", usage: "cert")
        for (usage, expires) in [("sign", "never"), ("sign", "20260102T000000"), ("auth", "never")] {
            try signer.gpg(["--quick-add-key", primary, "ed25519", usage, expires], at: OpenPGPSigner.birth)
        }
        let keys = try signer.fingerprints("alice")
        try #require(keys.count == 4)
        let (plain, expiring) = (try signer.commit(signedBy: keys[1] + "!"), try signer.commit(signedBy: keys[2] + "!"))
        var trust = try signer.publicKey()
        let verdict = try signer.verdict(plain, trust)
        #expect(verdict.outcome == .good && verdict.fingerprint == primary, "\(verdict.reason)")
        #expect(try signer.gitAccepts(plain))
        #expect(try signer.verdict(expiring, trust).outcome == .good)
        #expect(try signer.verdict(expiring, trust, at: OpenPGPSigner.seconds + 86_400).outcome != .good)
        _ = try signer.talk(
            ["--edit-key", primary], at: "20260201T000000", ["key 1", "revkey", "y", "3", "", "y", "save"])
        trust = try signer.publicKey()
        #expect(try signer.verdict(plain, trust).outcome == .good)
        #expect(try signer.verdict(plain, trust, at: OpenPGPSigner.seconds + 31 * 86_400).outcome != .good)
        #expect(try signer.verdict(expiring, trust).outcome == .good)
    }

    @Test("A policy holds an OpenPGP key, and one only")
    func policy() throws {
        let signer = try OpenPGPSigner()
        let alice = try signer.makeKey()
        let commit = try SignedObject(commit: try signer.commit(signedBy: alice))
        let key = try KnownKeys().key(under: "openpgp", try signer.publicKey(), options: [:])
        #expect(key.identity.fingerprint == alice)
        let signers = KnownSigners([SigningKey(identity: key.identity, material: key.material)])
        let time = Timestamp(seconds: OpenPGPSigner.seconds)
        #expect(signers.facts(of: commit, SignatureVerifier(), at: time) == .key(key.identity))
        guard case .bad = KnownSigners([]).facts(of: commit, SignatureVerifier(), at: time) else {
            Issue.record("a key that nobody knows counts")
            return
        }
        _ = try signer.makeKey("bob")
        let texts = [
            try signer.gpg(["--armor", "--export"]), try signer.gpg(["--armor", "--export-secret-keys", "bob"]), "",
            "alice.asc", String(try signer.publicKey().dropLast(50)),
        ]
        for text in texts {
            #expect(throws: KeyReaderError.self) { try KnownKeys().key(under: "openpgp", text, options: [:]) }
        }
    }

    @Test("No mutant of an OpenPGP-signed commit is good that git rejects, and none ends the process")
    func mutants() throws {
        let signer = try OpenPGPSigner()
        let commit = try signer.commit(signedBy: try signer.makeKey())
        var trust = TrustStore()
        try trust.add(file: Array(try signer.publicKey().utf8), named: "trust")
        let verifier = SignatureVerifier()
        func isGood(_ commit: [UInt8]) -> Bool {
            guard let object = try? SignedObject(commit: commit) else { return false }
            return trust.verdict(on: object, verifier, at: Timestamp(seconds: OpenPGPSigner.seconds)).outcome == .good
        }
        #expect(isGood(commit))
        let body = try #require(SignedObject(commit: commit).signature).body
        var mutator = Mutator(seed: 13)
        for _ in 0..<Differential.mutantCount {
            let mutant = mutator.mutant(of: commit)
            if mutant != commit, isGood(mutant) { #expect(try signer.gitAccepts(mutant)) }
            let packet = mutator.mutant(of: body)
            let wrapped = try signer.signer.commit(openPGP: Self.armour(packet))
            if packet != body, isGood(wrapped) { #expect(try signer.gitAccepts(wrapped)) }
        }
    }
}
