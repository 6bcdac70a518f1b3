import ExactValues
import PolicyCore
import Signatures
import TestSupport
import Testing

@Suite("X.509 signatures")
struct X509Tests {
    static let keys = [
        ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"], ["ec", "-pkeyopt", "ec_paramgen_curve:P-384"], ["rsa:2048"],
        ["rsa:3072"],
    ]

    @Test("What OpenSSL signs with a certificate is good, and altered by a byte that counts it is not", arguments: keys)
    func good(key: [String]) throws {
        let signer = try X509Signer()
        try signer.certificate(key: key)
        let signature = try signer.signature()
        let commit = try signer.commit(signature)
        let verdict = try signer.verdict(commit)
        #expect(verdict.outcome == .good && verdict.format == .x509, "\(verdict.reason)")
        #expect(verdict.person == "email:alice@shop.example")
        #expect(try signer.opensslAccepts(signature))
        try signer.authority("other")
        #expect(try signer.verdict(commit, trust: "other").outcome == .untrusted)
        // An anchor can be any certificate of the path, the signer's own included.
        #expect(try signer.verdict(commit, trust: "alice").outcome == .good)
        for index in stride(from: 0, to: commit.count, by: 3) {
            var altered = commit
            altered[index] ^= 0x01
            guard (try? signer.verdict(altered))?.outcome == .good else { continue }
            // A few bytes around the signature mean nothing: versions, repeated names of algorithms.
            let object = try SignedObject(commit: altered)
            #expect(object.payload == signer.signer.payload, "byte \(index)")
            #expect(try signer.opensslAccepts(try #require(object.signature).body), "byte \(index)")
        }
    }

    static let email = "subjectAltName=email:alice@shop.example"
    static let certificates: [(name: String, extensions: [String], outcome: SignatureVerdict.Outcome)] = [
        ("an address", [email], .good), ("a URI", ["subjectAltName=URI:https://forge.example/alice"], .good),
        ("for code", [email, "extendedKeyUsage=codeSigning"], .good),
        ("for servers", [email, "extendedKeyUsage=serverAuth"], .bad),
        ("for agreeing on keys", [email, "keyUsage=keyAgreement"], .bad),
        ("for signing", [email, "keyUsage=digitalSignature"], .good), ("no name", [], .bad),
        ("a name of a server", ["subjectAltName=DNS:shop.example"], .bad),
        ("an unknown critical extension", [email, "1.2.3.4=critical,ASN1:NULL"], .untrusted),
    ]

    @Test("A certificate has to be for signing and name somebody", arguments: certificates)
    func uses(name: String, extensions: [String], outcome: SignatureVerdict.Outcome) throws {
        let signer = try X509Signer()
        try signer.certificate(extensions: extensions)
        let verdict = try signer.verdict(try signer.commit(try signer.signature()))
        #expect(verdict.outcome == outcome, "\(verdict.reason)")
    }

    @Test("A certificate counts from its first second until its last")
    func validity() throws {
        let signer = try X509Signer()
        try signer.certificate(from: "20251231000000Z", until: "20260102000000Z")
        let signature = try signer.signature()
        for (seconds, outcome) in [
            (0, .good), (86_399, .good), (86_400, .untrusted), (-86_400, .good), (-86_401, .untrusted),
        ] as [(Int64, SignatureVerdict.Outcome)] {
            let time = OpenPGPSigner.seconds + seconds
            let found = try signer.verdict(try signer.commit(signature), at: time).outcome
            #expect(found == outcome, "\(seconds)")
            #expect(try found != .good || signer.opensslAccepts(signature, at: time))
        }
    }

    static let weakCases: [(key: [String], authority: [String], hashes: [String], reason: String)] = [
        (["rsa:2048"], ["rsa:2048"], ["sha1", "sha256", "sha256"], "SHA-1"),
        (["rsa:2048"], ["rsa:2048"], ["md5", "sha256", "sha256"], "MD5"),
        (["rsa:1024"], ["rsa:2048"], ["sha256", "sha256", "sha256"], "under 2048 bits"),
        (["rsa:2048"], ["rsa:1024"], ["sha256", "sha256", "sha256"], "too weak"),
        (["rsa:2048"], ["rsa:2048"], ["sha256", "sha1", "sha256"], "too weak"),
    ]

    @Test("Weak signatures, keys, authorities and certificates are refused by name", arguments: weakCases)
    func weak(key: [String], authority: [String], hashes: [String], reason: String) throws {
        let signer = try X509Signer()
        try signer.authority("weak", key: authority, hash: hashes[2])
        try signer.certificate(by: "weak", key: key, hash: hashes[1])
        let verdict = try signer.verdict(try signer.commit(try signer.signature(["-md", hashes[0]])), trust: "weak")
        #expect(verdict.outcome == .bad && verdict.reason.contains(reason), "\(verdict.reason)")
    }

    @Test("Exactly one signature over data that stands apart, with signed attributes, is read")
    func forms() throws {
        let signer = try X509Signer()
        try signer.certificate()
        try signer.certificate("bob", extensions: ["subjectAltName=email:bob@shop.example"])
        let forms: [(String, [String])] = [
            ("two signers", ["-signer", "bob.pem", "-inkey", "bob.key"]), ("content inside", ["-nodetach"]),
            ("no attributes", ["-noattr"]), ("no certificate", ["-nocerts"]),
            ("another type", ["-econtent_type", "1.2.3.4"]),
        ]
        for (name, options) in forms {
            let verdict = try signer.verdict(try signer.commit(try signer.signature(options + ["-md", "sha256"])))
            #expect(verdict.outcome != .good && verdict.outcome != .unsigned, "\(name)")
        }
        let signature = try signer.signature()
        #expect(try signer.verdict(try signer.commit(signature)).outcome == .good)
        #expect(try signer.verdict(try signer.commit(signature + [0])).outcome == .bad)
        #expect(try signer.verdict(try signer.commit([0x30, 0x00])).outcome == .bad)
    }

    @Test("A certificate by way of one in between is good, and not when that one may not sign")
    func path() throws {
        for (extensions, outcome) in [
            (["basicConstraints=critical,CA:TRUE"], .good), (["basicConstraints=critical,CA:FALSE"], .untrusted),
        ] as [([String], SignatureVerdict.Outcome)] {
            let signer = try X509Signer()
            try signer.certificate("middle", extensions: extensions)
            try signer.certificate("alice", by: "middle")
            let commit = try signer.commit(try signer.signature(["-md", "sha256", "-certfile", "middle.pem"]))
            #expect(try signer.verdict(commit).outcome == outcome)
            #expect(try signer.verdict(try signer.commit(try signer.signature())).outcome == .untrusted)
        }
    }

    @Test("A policy knows the holder of a certificate by bundle and name")
    func policy() throws {
        let signer = try X509Signer()
        try signer.certificate(until: "20260102000000Z")
        let object = try SignedObject(commit: try signer.commit(try signer.signature()))
        let bundle = try signer.sandbox.run(["cat", "ca.pem"])
        func key(_ subject: String, _ pem: String) throws -> SigningKey {
            let key = try KnownKeys().key(under: "x509", pem, options: ["subject": subject])
            return SigningKey(identity: key.identity, material: key.material)
        }
        let alice = try key("email:alice@shop.example", bundle)
        let time = Timestamp(seconds: OpenPGPSigner.seconds)
        func facts(_ keys: [SigningKey], at time: Timestamp) -> SignatureFacts {
            KnownSigners(keys).facts(of: object, SignatureVerifier(), at: time)
        }
        #expect(facts([alice], at: time) == .key(alice.identity))
        try signer.authority("other")
        let other = try signer.sandbox.run(["cat", "other.pem"])
        for (keys, time) in [
            ([], time), ([alice], time.advanced(by: 90_000)), ([alice], time.advanced(by: -90_000)),
            ([try key("email:bob@shop.example", bundle)], time), ([try key("email:alice@shop.example", other)], time),
            ([try key("uri:alice@shop.example", bundle)], time),
        ] as [([SigningKey], Timestamp)] {
            guard case .bad = facts(keys, at: time) else {
                Issue.record("it counts")
                continue
            }
        }
        for (text, subject) in [
            ("", "email:a@x"), (bundle, nil), (bundle, "alice@shop.example"),
            (String(bundle.dropLast(30)), "email:a@x"),
            (try signer.sandbox.run(["cat", "ca.key"]), "email:a@x"),
        ] as [(String, String?)] {
            let options = subject.map { ["subject": $0] } ?? [:]
            #expect(throws: KeyReaderError.self) { try KnownKeys().key(under: "x509", text, options: options) }
        }
    }

    @Test("No mutant of an X.509 signature is good that OpenSSL rejects, and none ends the process")
    func mutants() throws {
        let signer = try X509Signer()
        try signer.certificate()
        let signature = try signer.signature()
        var trust = TrustStore()
        try trust.add(file: try signer.sandbox.result(["cat", "ca.pem"]).output, named: "trust")
        let verifier = SignatureVerifier()
        var mutator = Mutator(seed: 17)
        for _ in 0..<Differential.mutantCount {
            let mutant = mutator.mutant(of: signature)
            guard mutant != signature, let object = try? SignedObject(commit: try signer.commit(mutant)) else {
                continue
            }
            let verdict = trust.verdict(on: object, verifier, at: Timestamp(seconds: OpenPGPSigner.seconds))
            if verdict.outcome == .good { #expect(try signer.opensslAccepts(mutant)) }
        }
    }

    @Test("What gpgsm signs is good for git and here")
    func gpgsm() throws {
        let signer = try X509Signer()
        try signer.certificate(key: ["rsa:2048"])
        let sandbox = signer.sandbox
        try sandbox.run(["mkdir", "-m", "700", ".gnupg"])
        defer { _ = try? sandbox.run(["gpgconf", "--kill", "all"]) }
        let fingerprint = try sandbox.run(["openssl", "x509", "-in", "ca.pem", "-noout", "-fingerprint", "-sha1"])
        try sandbox.write("\(fingerprint.split(separator: "=")[1]) S relax\n", to: ".gnupg/trustlist.txt")
        try sandbox.write("disable-crl-checks\n", to: ".gnupg/gpgsm.conf")
        // The one form of a key file that GnuPG 2.2 and OpenSSL 3 share.
        try sandbox.run(
            ["openssl", "pkcs12", "-export", "-in", "alice.pem", "-inkey", "alice.key", "-certfile", "ca.pem"]
                + ["-passout", "pass:x", "-certpbe", "PBE-SHA1-3DES", "-keypbe", "PBE-SHA1-3DES", "-macalg", "sha1"]
                + ["-out", "alice.p12"])
        let gpgsm = ["gpgsm", "--batch", "--quiet", "--pinentry-mode", "loopback", "--passphrase-fd", "0"]
        try sandbox.run(gpgsm + ["--import", "alice.p12"], input: Array("x\n".utf8))
        try sandbox.run([
            "sh", "-c", "printf '#!/bin/sh\\nexec gpgsm --batch \"$@\"\\n' >gpgsm.sh && chmod 700 gpgsm.sh",
        ])
        try sandbox.write(signer.signer.payload, to: "payload")
        try sandbox.run(
            gpgsm + [
                "--armor", "--local-user", "alice@shop.example", "--output", "payload.sig", "--detach-sign", "payload",
            ],
            input: Array("x\n".utf8))
        let commit = try signer.signer.commit(openPGP: try sandbox.run(["cat", "payload.sig"]))
        let verdict = try signer.verdict(commit)
        #expect(verdict.outcome == .good, "\(verdict.reason)")
        try sandbox.git("init", "-q", "work")
        let id = try sandbox.git("hash-object", "-w", "-t", "commit", "--stdin", in: "work", input: commit)
        #expect(
            try sandbox.result(
                ["git", "-c", "gpg.x509.program=\(sandbox.path)/gpgsm.sh", "verify-commit", id], in: "work"
            )
            .status == 0)
    }
}
