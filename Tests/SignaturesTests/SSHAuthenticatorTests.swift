import ExactValues
import PolicyCore
import Signatures
import TestSupport
import Testing

/// A FIDO authenticator in software: signs as PROTOCOL.u2f says.
struct SoftwareAuthenticator {
    let signer = SSHSigner()
    let key: Ed25519PrivateKey
    let application = Array("ssh:".utf8)

    init() throws {
        key = try Ed25519PrivateKey.generate()
    }

    private static let string = SSHKeyTypeTests.Parts.string

    var blob: [UInt8] {
        Self.string(Array("sk-ssh-ed25519@openssh.com".utf8)) + Self.string(key.publicKey.rawBytes)
            + Self.string(application)
    }

    var publicKey: String { "sk-ssh-ed25519@openssh.com \(Base64.encode(blob))" }

    func commit(flags: UInt8 = 1, counter: [UInt8] = [0, 0, 0, 7], application: [UInt8]? = nil) throws -> [UInt8] {
        let message =
            Array("SSHSIG".utf8) + Self.string(Array("git".utf8)) + Self.string([])
            + Self.string(Array("sha512".utf8)) + Self.string(Digest.sha512(signer.payload))
        let asked = Digest.sha256(application ?? self.application) + [flags] + counter + Digest.sha256(message)
        let inner =
            Self.string(Array("sk-ssh-ed25519@openssh.com".utf8)) + Self.string(try key.sign(asked)) + [flags]
            + counter
        let body =
            Array("SSHSIG".utf8) + [0, 0, 0, 1] + Self.string(blob) + Self.string(Array("git".utf8)) + Self.string([])
            + Self.string(Array("sha512".utf8)) + Self.string(inner)
        return try signer.commit(try SSHKeyTypeTests.Parts(body).armour)
    }
}

@Suite("SSH keys in authenticators")
struct SSHAuthenticatorTests {
    @Test("A signature of an authenticator is good for ssh-keygen and here")
    func good() throws {
        let authenticator = try SoftwareAuthenticator()
        let trust = "alice \(authenticator.publicKey)\n"
        let commit = try authenticator.commit()
        #expect(try authenticator.signer.verdict(commit, trust).outcome == .good)
        #expect(try authenticator.signer.gitAccepts(commit, trust))
        for index in stride(from: 0, to: commit.count, by: 3) {
            var altered = commit
            altered[index] ^= 0x01
            #expect((try? authenticator.signer.verdict(altered, trust))?.outcome != .good, "byte \(index)")
        }
        let other = try authenticator.commit(application: Array("web:".utf8))
        #expect(try authenticator.signer.verdict(other, trust).outcome == .bad)
    }

    static let touches: [(flags: UInt8, requires: String?, reason: String?)] = [
        (1, nil, nil), (5, nil, nil), (0, nil, "nobody touched"), (4, nil, "nobody touched"),
        (5, "verification", nil), (1, "verification", "did not ask for a PIN"), (4, "verification", "nobody touched"),
    ]

    @Test("A policy asks for a touch, and where it says so for a PIN or finger", arguments: touches)
    func policy(flags: UInt8, requires: String?, reason: String?) throws {
        let authenticator = try SoftwareAuthenticator()
        let options = requires.map { ["requires": $0] } ?? [:]
        let key = try KnownKeys().key(under: "ssh", authenticator.publicKey, options: options)
        let signers = KnownSigners([SigningKey(identity: key.identity, material: key.material)])
        let object = try SignedObject(commit: try authenticator.commit(flags: flags))
        let facts = signers.facts(of: object, SignatureVerifier(), at: Timestamp(seconds: 0))
        if case .bad(let found) = facts {
            #expect(reason.map { found.contains($0) } == true, "\(found)")
        } else {
            #expect(reason == nil && facts == .key(key.identity))
        }
    }

    @Test(
        "What is asked of a key must make sense",
        arguments: [("ssh", ["requires": "presence"]), ("ssh", ["principal": "a"])])
    func options(field: String, options: [String: String]) throws {
        let key = try SoftwareAuthenticator().publicKey
        #expect(throws: KeyReaderError.self) { try KnownKeys().key(under: field, key, options: options) }
        #expect(throws: KeyReaderError.self) {
            try OwnersKeys().key(under: "ssh", TrustStoreTests.key, options: ["requires": "verification"])
        }
    }
}
