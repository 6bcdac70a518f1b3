import ExactValues
import PolicyCore
import Signatures
import TestSupport
import Testing

/// Commits that ssh-keygen signs, with keys of every type.
struct SSHSigner {
    let sandbox = Sandbox()
    let payload = Array(
        """
        tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904
        author Alice <alice@shop.example> 1767225600 +0000
        committer Alice <alice@shop.example> 1767225600 +0000

        Change

        """.utf8)

    /// The commit with an armour in its header.
    func commit(_ armour: String) throws -> [UInt8] {
        let header = "gpgsig " + armour.split(separator: "\n").joined(separator: "\n ") + "\n"
        let text = String(decoding: payload, as: UTF8.self)
        let end = try #require(text.firstRange(of: "\n\n")).lowerBound
        return Array((text[..<end] + "\n" + header + text[end...].dropFirst()).utf8)
    }

    /// The commit signed by ssh-keygen.
    func commit(signedBy key: String, _ options: [String] = []) throws -> [UInt8] {
        try sandbox.write(payload, to: "payload")
        try sandbox.run(["rm", "-f", "payload.sig"])
        try sandbox.run(["ssh-keygen", "-q", "-Y", "sign", "-n", "git", "-f", key] + options + ["payload"])
        return try commit(try sandbox.run(["cat", "payload.sig"]))
    }

    /// The verdict by an `allowed_signers` file, at the commit's date unless told otherwise.
    func verdict(_ commit: [UInt8], _ trust: String, at seconds: Int64 = 1_767_225_600) throws -> SignatureVerdict {
        var store = TrustStore()
        try store.add(file: Array(trust.utf8), named: "trust")
        let object = try SignedObject(commit: commit)
        return store.verdict(on: object, SignatureVerifier().check(object), at: Timestamp(seconds: seconds))
    }

    /// Whether `git verify-commit` takes it, with ssh-keygen behind.
    func gitAccepts(_ commit: [UInt8], _ trust: String) throws -> Bool {
        try sandbox.git("init", "-q", "work")
        try sandbox.write(trust, to: "trust")
        let id = try sandbox.git(
            "hash-object", "-w", "-t", "commit", "--literally", "--stdin", in: "work", input: commit)
        let arguments = ["git", "-c", "gpg.ssh.allowedSignersFile=\(sandbox.path)/trust", "verify-commit", id]
        return try sandbox.result(arguments, in: "work").status == 0
    }
}

@Suite("SSH keys of every type")
struct SSHKeyTypeTests {
    static let types: [(type: String, bits: String)] = [
        ("ed25519", "256"), ("ecdsa", "256"), ("ecdsa", "384"), ("ecdsa", "521"), ("rsa", "2048"), ("rsa", "3072"),
    ]

    @Test("What ssh-keygen signs with a key is good, and altered by a byte it is not", arguments: types)
    func good(type: String, bits: String) throws {
        let signer = SSHSigner()
        let key = try signer.sandbox.makeSSHKey("alice", type: type, bits: bits)
        let trust = "alice \(try signer.sandbox.publicKey("alice"))\n"
        let commit = try signer.commit(signedBy: key)
        let verdict = try signer.verdict(commit, trust)
        #expect(verdict.outcome == .good && verdict.person == "alice", "\(verdict.reason)")
        #expect(try signer.gitAccepts(commit, trust))
        #expect(try signer.verdict(commit, "").outcome == .untrusted)
        #expect(
            try signer.verdict(commit, "alice cert-authority \(try signer.sandbox.publicKey("alice"))\n").outcome
                == .untrusted)
        for index in stride(from: 0, to: commit.count, by: 5) {
            var altered = commit
            altered[index] ^= 0x01
            #expect((try? signer.verdict(altered, trust))?.outcome != .good, "byte \(index)")
        }
    }

    @Test(
        "Weak keys and signatures are refused by name",
        arguments: [("dsa", "1024", "DSA"), ("rsa", "1024", "under 2048 bits"), ("rsa", "2040", "under 2048 bits")])
    func weak(type: String, bits: String, reason: String) throws {
        let signer = SSHSigner()
        let key = try signer.sandbox.makeSSHKey("alice", type: type, bits: bits)
        let object = try SignedObject(commit: try signer.commit(signedBy: key))
        guard case .invalid(let found) = SignatureVerifier().check(object) else {
            Issue.record("it is not refused")
            return
        }
        #expect(found.contains(reason), "\(found)")
        #expect(throws: SignatureError.self) { try SSHPublicKey(text: try signer.sandbox.publicKey("alice")) }
        #expect(throws: SignatureError.self) {
            try signer.verdict(try signer.commit(signedBy: key), "alice \(try signer.sandbox.publicKey("alice"))")
        }
    }

    /// A signature in wire format, taken apart.
    struct Parts {
        var version: [UInt8] = [0, 0, 0, 1]
        var key: [UInt8]
        var namespace = Array("git".utf8)
        var hash: [UInt8]
        var type: [UInt8]
        var signature: [UInt8]
        var rest: [UInt8] = []

        init(_ body: [UInt8]) throws {
            var bytes = body.dropFirst(10)
            func string() -> [UInt8] {
                let count = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
                defer { bytes = bytes.dropFirst(4 + count) }
                return Array(bytes.dropFirst(4).prefix(count))
            }
            (key, _, _, hash) = (string(), string(), string(), string())
            bytes = string()[...]
            (type, signature, rest) = (string(), string(), Array(bytes))
        }

        static func string(_ bytes: [UInt8]) -> [UInt8] {
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: bytes.count >> $0) } + bytes
        }

        var armour: String {
            let inner = Self.string(type) + Self.string(signature) + rest
            let body =
                Array("SSHSIG".utf8) + version + Self.string(key) + Self.string(namespace) + Self.string([])
                + Self.string(hash) + Self.string(inner)
            var digits = Base64.encode(body)[...]
            var lines: [String] = []
            while !digits.isEmpty {
                lines.append(String(digits.prefix(70)))
                digits = digits.dropFirst(70)
            }
            return "-----BEGIN SSH SIGNATURE-----\n\(lines.joined(separator: "\n"))\n-----END SSH SIGNATURE-----\n"
        }
    }

    @Test("One RSA or ECDSA signature has one form of its numbers, and SHA-1 is refused", arguments: ["rsa", "ecdsa"])
    func numbers(type: String) throws {
        let signer = SSHSigner()
        let key = try signer.sandbox.makeSSHKey("alice", type: type, bits: type == "rsa" ? "2048" : "256")
        let trust = "alice \(try signer.sandbox.publicKey("alice"))\n"
        let body = try #require(SignedObject(commit: try signer.commit(signedBy: key)).signature).body
        func outcome(_ change: (inout Parts) -> Void) throws -> SignatureVerdict.Outcome {
            var parts = try Parts(body)
            change(&parts)
            return try signer.verdict(try signer.commit(parts.armour), trust).outcome
        }
        #expect(try outcome { _ in } == .good)
        let changes: [(String, (inout Parts) -> Void)] = [
            ("version", { $0.version = [0, 0, 0, 2] }), ("namespace", { $0.namespace = Array("file".utf8) }),
            ("hash", { $0.hash = Array("sha256".utf8) }), ("another hash", { $0.hash = Array("sha1".utf8) }),
            ("SHA-1", { $0.type = Array("ssh-rsa".utf8) }), ("SHA-256", { $0.type = Array("rsa-sha2-256".utf8) }),
            ("leading zero", { $0.signature = [0] + $0.signature }), ("cut", { $0.signature.removeLast() }),
            ("longer", { $0.signature += [0] }), ("bytes behind", { $0.rest = [0] }),
            ("bytes behind as of an authenticator", { $0.rest = [1, 0, 0, 0, 0] }),
            (
                "number with leading zeros",
                { parts in
                    let count = Int(parts.signature[3])
                    if type == "ecdsa" {
                        parts.signature =
                            Parts.string([0, 0] + parts.signature[4..<(4 + count)])
                            + parts.signature.dropFirst(4 + count)
                    } else {
                        parts.signature = [0, 0] + parts.signature
                    }
                }
            ),
            (
                "key with leading zeros",
                { parts in
                    // The first number or the curve's name, behind the type.
                    let start = 4 + Int(parts.key[3])
                    let count = Int(parts.key[start + 3])
                    parts.key =
                        parts.key[..<start] + Parts.string([0] + parts.key[(start + 4)..<(start + 4 + count)])
                        + parts.key[(start + 4 + count)...]
                }
            ),
        ]
        for (name, change) in changes { #expect(try outcome(change) != .good, "\(name)") }
    }

    @Test("Random bytes in place of a signature or key end in a verdict", arguments: types)
    func noise(type: String, bits: String) throws {
        let signer = SSHSigner()
        let key = try signer.sandbox.makeSSHKey("alice", type: type, bits: bits)
        let trust = "alice \(try signer.sandbox.publicKey("alice"))\n"
        let body = try #require(SignedObject(commit: try signer.commit(signedBy: key)).signature).body
        var random = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            var parts = try Parts(body)
            let index = Int.random(in: 0..<parts.key.count, using: &random)
            if Bool.random(using: &random) {
                parts.key[index] ^= UInt8.random(in: 1...255, using: &random)
            } else {
                parts.signature[index % parts.signature.count] ^= UInt8.random(in: 1...255, using: &random)
            }
            #expect(try signer.verdict(try signer.commit(parts.armour), trust).outcome != .good)
        }
    }
}
