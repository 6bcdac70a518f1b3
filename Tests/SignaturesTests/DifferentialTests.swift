import ExactValues
import Signatures
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// Mutants of signed objects that are good here, to be put before Git.
struct Differential {
    let sandbox: Sandbox
    /// The settings with which Git verifies.
    let settings: [String]

    /// How many mutants of each object are tried: 1,500, or what `SALLYPORT_MUTANTS` says.
    static var mutantCount: Int {
        guard let text = unsafe getenv("SALLYPORT_MUTANTS") else { return 1500 }
        return unsafe Int(String(cString: text)) ?? 1500
    }

    /// Those of the objects that Git rejects.
    func rejected(_ objects: [[UInt8]], kind: String) throws -> [[UInt8]] {
        guard !objects.isEmpty else { return [] }
        var names: [String] = []
        for (number, object) in objects.enumerated() {
            try sandbox.write(object, to: "mutant-\(number)")
            names.append("../mutant-\(number)")
        }
        let ids = try sandbox.run(
            ["git", "hash-object", "-w", "-t", kind, "--literally", "--stdin-paths"], in: "work",
            input: Array(names.joined(separator: "\n").utf8)
        ).split(separator: "\n").map(String.init)
        try #require(ids.count == objects.count)
        let verify = ["git"] + settings + ["verify-\(kind)"]
        if try sandbox.result(verify + ids, in: "work").status == 0 { return [] }
        return try zip(objects, ids).filter { try sandbox.result(verify + [$0.1], in: "work").status != 0 }.map(\.0)
    }
}

@Suite("Differential against git")
struct DifferentialTests {
    @Test("No mutant of a signed commit or tag is good that git rejects", arguments: ["ed25519", "ecdsa", "rsa"])
    func signed(type: String) throws {
        let fixture = try SignedFixture(type: type)
        let git = Differential(sandbox: fixture.sandbox, settings: fixture.settings)
        var mutator = Mutator(seed: 7)
        var good: (commits: [[UInt8]], tags: [[UInt8]]) = ([], [])
        for _ in 0..<Differential.mutantCount {
            let commit = mutator.mutant(of: fixture.commit)
            if commit != fixture.commit, fixture.verdict(commit: commit) == .good { good.commits.append(commit) }
            let tag = mutator.mutant(of: fixture.tag)
            if tag != fixture.tag, fixture.verdict(tag: tag) == .good { good.tags.append(tag) }
        }
        #expect(try git.rejected(good.commits, kind: "commit").isEmpty)
        #expect(try git.rejected(good.tags, kind: "tag").isEmpty)
    }

    @Test("No mutant that is signed after it was altered is good where git rejects it")
    func alteredThenSigned() throws {
        let fixture = try SignedFixture()
        let key = try Ed25519PrivateKey.generate()
        try fixture.sandbox.write("alice@shop.example \(key.publicKey.sshText)\n", to: "trust")
        var trust = TrustStore()
        try trust.add(file: try fixture.sandbox.result(["cat", "trust"]).output, named: "trust")
        let payload = try SignedObject(commit: fixture.commit).payload
        let git = Differential(sandbox: fixture.sandbox, settings: fixture.settings)
        var mutator = Mutator(seed: 11)
        var good: [[UInt8]] = []
        var tried = 0
        for _ in 0..<Differential.mutantCount {
            let altered = mutator.mutant(of: payload)
            guard let end = altered.firstRange(of: [0x0a, 0x0a])?.lowerBound else { continue }
            let armour = try Self.armour(over: altered, by: key)
            let header = "gpgsig " + armour.split(separator: "\n").joined(separator: "\n ") + "\n"
            let commit = altered[...end] + Array(header.utf8) + altered[(end + 1)...]
            tried += 1
            guard let object = try? SignedObject(commit: Array(commit)) else { continue }
            let verdict = trust.verdict(on: object, SignatureVerifier().check(object), at: SignedFixture.date)
            if verdict.outcome == .good { good.append(Array(commit)) }
        }
        #expect(tried > Differential.mutantCount / 2 && good.count > 20)
        // Git takes a hundredth of a second and more for each.
        let sample = good.prefix(max(200, Differential.mutantCount / 10))
        #expect(try git.rejected(Array(sample), kind: "commit").isEmpty)
    }

    private static func armour(over message: [UInt8], by key: Ed25519PrivateKey) throws -> String {
        let string = SSHKeyTypeTests.Parts.string
        let domain = string(Array("git".utf8)) + string([]) + string(Array("sha512".utf8))
        let magic = Array("SSHSIG".utf8)
        let signature = try key.sign(magic + domain + string(Digest.sha512(message)))
        let inner = string(Array("ssh-ed25519".utf8)) + string(signature)
        return try SSHKeyTypeTests.Parts(
            magic + [0, 0, 0, 1] + string(key.publicKey.sshBlob) + domain + string(inner)
        ).armour
    }
}
