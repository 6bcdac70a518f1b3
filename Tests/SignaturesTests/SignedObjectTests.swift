import ExactValues
import Signatures
import TestSupport
import Testing

/// Objects that real tools signed.
struct SignedFixture {
    /// When the sandbox's commits are made.
    static let date = Timestamp(seconds: 1_767_225_600)

    let sandbox = Sandbox()
    let key: String
    let commit: [UInt8]
    let tag: [UInt8]
    let trust: TrustStore

    /// The settings with which Git verifies.
    var settings: [String] { ["-c", "gpg.ssh.allowedSignersFile=\(sandbox.path)/trust"] }

    init(type: String = "ed25519") throws {
        key = try sandbox.makeSSHKey("alice", type: type)
        try sandbox.write("alice@shop.example \(try sandbox.publicKey("alice"))\n", to: "trust")
        try sandbox.git("init", "-q", "-b", "main", "work")
        let signing = sandbox.signing(with: key)
        try sandbox.run(
            ["git"] + signing + ["commit", "-q", "-S", "--allow-empty", "-m", "Change\n\nbody"], in: "work")
        try sandbox.run(["git"] + signing + ["tag", "-s", "-m", "release\n\nbody", "v1"], in: "work")
        commit = try sandbox.result(["git", "cat-file", "commit", "HEAD"], in: "work").output
        tag = try sandbox.result(["git", "cat-file", "tag", "v1"], in: "work").output
        var trust = TrustStore()
        try trust.add(file: try sandbox.result(["cat", "trust"]).output, named: "trust")
        self.trust = trust
    }

    /// The verdict at a time when the keys are valid; nil when the object is refused by the parser.
    func verdict(commit bytes: [UInt8], at time: Timestamp = SignedFixture.date) -> SignatureVerdict.Outcome? {
        guard let object = try? SignedObject(commit: bytes) else { return nil }
        return trust.verdict(on: object, SignatureVerifier().check(object), at: time).outcome
    }

    func verdict(tag bytes: [UInt8]) -> SignatureVerdict.Outcome? {
        guard let object = try? SignedObject(tag: bytes) else { return nil }
        return trust.verdict(on: object, SignatureVerifier().check(object), at: SignedFixture.date).outcome
    }

    /// The armour, as the commit has it without its leading spaces.
    func armour() throws -> String {
        String(decoding: try #require(SignedObject(commit: commit).signature).armour, as: UTF8.self)
    }

    /// The commit as text with something replaced.
    func commit(replacing old: String, with new: String) throws -> [UInt8] {
        let text = String(decoding: commit, as: UTF8.self)
        let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2)
        return Array((parts[0] + new + parts[1]).utf8)
    }
}

@Suite("Signed objects")
struct SignedObjectTests {
    @Test("What git and ssh-keygen sign is good")
    func good() throws {
        let fixture = try SignedFixture()
        #expect(fixture.verdict(commit: fixture.commit) == .good)
        #expect(fixture.verdict(tag: fixture.tag) == .good)
        let object = try SignedObject(commit: fixture.commit)
        #expect(object.maker.email == Array("alice@shop.example".utf8))
        #expect(object.maker.time.seconds == 1_767_225_600)
        #expect(object.message == Array("Change\n\nbody\n".utf8))
        let tag = try SignedObject(tag: fixture.tag)
        #expect(tag.message == Array("release\n\nbody\n".utf8))
        guard case .tag(_, "commit", let name) = tag.content else {
            Issue.record("not a tag on a commit")
            return
        }
        #expect(name == Array("v1".utf8))
        let verdict = fixture.trust.verdict(on: object, SignatureVerifier().check(object), at: SignedFixture.date)
        #expect(verdict.person == "alice@shop.example")
        #expect(verdict.fingerprint == (try Ed25519PublicKey(sshText: fixture.sandbox.publicKey("alice")).fingerprint))
    }

    @Test("A commit or tag with any one byte altered, removed or doubled is never good")
    func mutations() throws {
        let fixture = try SignedFixture()
        for (bytes, verdict) in [
            (fixture.commit, { fixture.verdict(commit: $0) }), (fixture.tag, { fixture.verdict(tag: $0) }),
        ] {
            for index in bytes.indices {
                for flip: UInt8 in [0x01, 0x20, 0x80, bytes[index], bytes[index] ^ 0x0a, bytes[index] ^ 0x20] {
                    var altered = bytes
                    altered[index] ^= flip
                    #expect(altered == bytes || verdict(altered) != .good, "byte \(index) ^ \(flip)")
                }
                var shorter = bytes
                shorter.remove(at: index)
                #expect(shorter == bytes || verdict(shorter) != .good, "byte \(index) removed")
                var longer = bytes
                longer.insert(bytes[index], at: index)
                #expect(verdict(longer) != .good, "byte \(index) doubled")
                #expect(verdict(Array(bytes[..<index])) != .good, "cut at \(index)")
            }
            #expect(verdict(bytes + [0x0a]) != .good)
            #expect(verdict(bytes + [0x20]) != .good)
        }
    }

    @Test("An unsigned commit or tag is unsigned")
    func unsigned() throws {
        let fixture = try SignedFixture()
        #expect(fixture.verdict(commit: try SignedObject(commit: fixture.commit).payload) == .unsigned)
        #expect(fixture.verdict(tag: try SignedObject(tag: fixture.tag).payload) == .unsigned)
    }

    @Test("A signed commit may talk about signatures")
    func armourInMessage() throws {
        let fixture = try SignedFixture()
        let message = "About\n\n\(try fixture.armour())\ngpgsig is a header\n -----BEGIN SSH SIGNATURE-----\n"
        try fixture.sandbox.run(
            ["git"] + fixture.sandbox.signing(with: fixture.key)
                + ["commit", "-q", "-S", "--allow-empty", "-m", message], in: "work")
        let commit = try fixture.sandbox.result(["git", "cat-file", "commit", "HEAD"], in: "work").output
        #expect(fixture.verdict(commit: commit) == .good)
    }

    @Test("A key is trusted only while it is valid, at the push and by the object's own date")
    func validity() throws {
        let fixture = try SignedFixture()
        let object = try SignedObject(commit: fixture.commit)
        let checked = SignatureVerifier().check(object)
        func outcome(_ options: String, at time: Timestamp) throws -> SignatureVerdict.Outcome {
            var trust = TrustStore()
            let line = "alice@shop.example \(options) \(try fixture.sandbox.publicKey("alice"))\n"
            try trust.add(file: Array(line.utf8), named: "trust")
            return trust.verdict(on: object, checked, at: time).outcome
        }
        let date = SignedFixture.date
        #expect(try outcome("valid-before=\"20260101000000Z\"", at: date) == .good)
        #expect(try outcome("valid-before=\"20260101000000Z\"", at: date.advanced(by: 1)) == .untrusted)
        #expect(try outcome("valid-before=\"20251231Z\"", at: date.advanced(by: -10_000_000)) == .untrusted)
        #expect(try outcome("valid-after=\"20260101000000Z\"", at: date) == .good)
        #expect(try outcome("valid-after=\"20260101000000Z\"", at: date.advanced(by: -1)) == .untrusted)
        #expect(try outcome("valid-after=\"20260102Z\"", at: date.advanced(by: 10_000_000)) == .untrusted)
        #expect(try outcome("namespaces=\"git\"", at: date) == .good)
        #expect(try outcome("namespaces=\"file,g*\"", at: date) == .good)
        #expect(try outcome("namespaces=\"file\"", at: date) == .untrusted)
        #expect(try outcome("namespaces=\"*,!git\"", at: date) == .untrusted)
    }
}
