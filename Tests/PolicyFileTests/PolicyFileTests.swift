import ExactValues
import PolicyCore
import PolicyFile
import Signatures
import Testing

@Suite("Policy files")
struct PolicyFileTests {
    static let alice =
        "ssh-ed25519 "
        + Base64.encode([0, 0, 0, 11] + Array("ssh-ed25519".utf8) + [0, 0, 0, 32] + Array(repeating: 1, count: 32))
    static let bob =
        "ssh-ed25519 "
        + Base64.encode([0, 0, 0, 11] + Array("ssh-ed25519".utf8) + [0, 0, 0, 32] + Array(repeating: 2, count: 32))
    static let text = """
        apiVersion: sallyport.dev/v1
        kind: Policy
        repository: 7f0c-shop
        serial: 7
        people:
          alice:
            emails: [alice@shop.example]
            keys:
              - ssh: \(alice) alice@laptop
                until: 2027-01-01T00:00:00Z
            logins: {gitea: alice}
          bob:
            keys: [{ssh: \(bob), revoked: {at: 2026-03-01T00:00:00Z, why: lost}}]
          carol: {kind: machine}
        teams:
          shop: [alice, bob]
        refs:
          - match: refs/heads/main
            signed: required
            history: fast-forward
          - match: refs/tags/v*
            mode: observe
            signed: required
            by: [shop]
            immutable: true
        unmatched: reject
        paths: []
        clusters:
          prod:
            branch: refs/heads/main
            manifests: clusters/prod
            agents: [system:serviceaccount:flux-system:kustomize-controller]

        """

    @Test("A policy is read with its lines")
    func reads() throws {
        let policy = try PolicyFile.parse(Array(Self.text.utf8), keys: KnownKeys())
        #expect(policy.repository == "7f0c-shop" && policy.serial == 7 && policy.unmatched == .reject)
        let alice = try #require(policy.people["alice"])
        #expect(alice.keys.map(\.line) == [9] && alice.logins == ["gitea": "alice"])
        #expect(alice.keys[0].validUntil == Timestamp(rfc3339: "2027-01-01T00:00:00Z"))
        #expect(policy.people["bob"]?.keys.first?.revocation?.why == "lost")
        #expect(policy.people["carol"]?.kind == .machine)
        #expect(policy.refs.map(\.line) == [18, 21])
        #expect(policy.refs[1].mode == .observe && policy.refs[1].isImmutable && policy.refs[1].by == ["shop"])
        #expect(policy.clusters.first?.manifests == "clusters/prod")
    }

    @Test(
        "What is wrong is told with its place and the nearest word",
        arguments: [
            (
                "unmatched: reject", "unmatched: rejct",
                "26:12: \"rejct\" is no value of unmatched: did you mean \"reject\"?"
            ),
            (
                "    signed: required\n    history", "    singed: required\n    history",
                "19:5: \"singed\" is no field of a ref rule: did you mean \"signed\"?"
            ),
            ("serial: 7", "serial: 0", "4:9: serial must be a whole number"),
            ("serial: 7", "serial: \"7\"", "4:9: serial must be"),
            ("serial: 7\n", "", "1:1: the policy lacks \"serial\""),
            ("paths: []", "content: {secrets: reject}", "27:1: \"content\" is not supported yet"),
            ("paths: []", "breakGlass: {}", "27:1: \"breakGlass\" is not supported yet"),
            ("kind: machine", "keys: [{x509: a.pem}]", "14:25: x509 needs \"subject\""),
            (
                "kind: machine", "keys: [{ssh: ssh-dss AAAAB3NzaC1kc3M=}]",
                "14:24: DSA keys are refused"
            ),
            ("kind: machine", "keys: [{ssh: ssh-ed25519 AAAA}]", "14:24: ssh must be a public key"),
            ("by: [shop]", "by: [shp]", "21:1: there is no team \"shp\""),
            ("by: [shop]", "by: []", "21:1: \"by\" names no team"),
            ("shop: [alice, bob]", "shop: [alice, eve]", "16:1: team \"shop\" has a member \"eve\""),
            ("shop: [alice, bob]", "shop: [bob]", "21:1: nobody in team \"shop\" has a key that counts"),
            ("history: fast-forward", "approvals: {required: 2, from: [shop]}", "20:1: 2 approvals can never be had"),
            ("history: fast-forward", "approvals: {from: [shop]}", "20:16: approvals lacks \"required\""),
            ("match: refs/tags/v*", "match: tags/v*", "21:12: match must begin with refs/"),
            ("match: refs/tags/v*", "match: refs/tags/v?", "21:12: match may have"),
            ("until: 2027-01-01T00:00:00Z", "until: 2027-13-01T00:00:00Z", "10:16: until must be a moment"),
            ("    agents:", "    rolloutWindow: 1h\n    agents:", "\"rolloutWindow\" is not supported yet"),
            ("    agents:", "    operations: [{}]\n    agents:", "an operation lacks \"who\""),
            (
                "    agents:",
                "    operations: [{who: [shop], verbs: [drains], namespaces: [a], reason: b}]\n    agents:",
                "did you mean \"drain\"?"
            ),
            (
                "    agents:", "    controllers: [{identity: a, kinds: ['*']}]\n    agents:",
                "kinds are named in full"
            ),
            (
                "    agents:", "    controllers: [{identity: a, kinds: [Pod], fields: ['[']}]\n    agents:",
                "fields are paths like"
            ),
            ("paths: []", "paths: [", "malformed|did not find expected"),
            ("kind: Policy", "kind: Policy\nkind: Policy", "key \"kind\" stands twice"),
            ("\(alice) alice", "\(bob) alice", "this key is already a key of"),
            ("{gitea: alice}", "{gitae: alice}", "did you mean \"gitea\"?"),
        ] as [(String, String, String)]
    )
    func diagnoses(find: String, replace: String, expected: String) throws {
        let changed = try #require(Self.text.replacing(find, with: replace) as String?)
        #expect(changed != Self.text)
        let error = try #require(throws: PolicyFileError.self) {
            try PolicyFile.parse(Array(changed.utf8), file: "p", keys: KnownKeys())
        }
        let found = expected.split(separator: "|").contains { error.description.contains($0) }
        #expect(found, "\(error)")
    }

    @Test("Every byte cut off or changed gives a policy or an error", arguments: [0, 0x3a, 0x5b, 0xff] as [UInt8])
    func hostile(byte: UInt8) {
        let bytes = Array(Self.text.utf8)
        for index in stride(from: 0, to: bytes.count, by: 3) {
            var changed = bytes
            changed[index] = byte
            _ = try? PolicyFile.parse(changed, keys: KnownKeys())
            _ = try? PolicyFile.parse(Array(bytes[..<index]), keys: KnownKeys())
        }
    }
}
