import Signatures
import TestSupport
import Testing

@Suite("Forged and ambiguous objects")
struct ForgeryTests {
    /// Commits made from a signed one, each named, none of which may be good.
    static func corpus(_ fixture: SignedFixture) throws -> [(name: String, commit: [UInt8])] {
        let object = try SignedObject(commit: fixture.commit)
        let payload = String(decoding: object.payload, as: UTF8.self)
        let armour = try fixture.armour()
        let header = "gpgsig " + armour.dropLast().split(separator: "\n").joined(separator: "\n ") + "\n"
        let signed = String(decoding: fixture.commit, as: UTF8.self)
        let empty = try #require(payload.firstRange(of: "\n\n"))
        let (top, body) = (payload[..<empty.lowerBound] + "\n", payload[empty.upperBound...])
        let tree = String(top.prefix { $0 != "\n" }) + "\n"
        let rest = top.dropFirst(tree.count)
        let author = String(rest.prefix { $0 != "\n" }) + "\n"
        let committer = rest.dropFirst(author.count)
        let texts: [(String, String)] = [
            ("gpgsig in the message", "\(top)\n\(body)\n\(header)"),
            ("gpgsig starts the message", "\(top)\n\(header)\n\(body)"),
            ("gpgsig-sha256 in the message", "\(top)\n\(body)\ngpgsig-sha256\(header.dropFirst(6))"),
            ("two gpgsig headers", "\(top)\(header)\(header)\n\(body)"),
            ("gpgsig before tree", "\(header)\(top)\n\(body)"),
            ("gpgsig after tree", "\(tree)\(header)\(author)\(committer)\n\(body)"),
            ("gpgsig after author", "\(tree)\(author)\(header)\(committer)\n\(body)"),
            ("gpgsig-sha256", "\(top)gpgsig-sha256\(header.dropFirst(6))\n\(body)"),
            ("gpgsig and gpgsig-sha256", "\(top)\(header)gpgsig-sha256\(header.dropFirst(6))\n\(body)"),
            ("gpgsig in capitals", "\(top)GPGSIG\(header.dropFirst(6))\n\(body)"),
            ("another header with the armour", "\(top)x-sig\(header.dropFirst(6))\n\(body)"),
            ("mergetag", "\(top)mergetag object x\n type commit\n\(header)\n\(body)"),
            (
                "two armours",
                signed.replacing("END SSH SIGNATURE-----\n", with: "END SSH SIGNATURE-----\n \(armourLines(armour))")
            ),
            (
                "text after the armour",
                signed.replacing("END SSH SIGNATURE-----\n", with: "END SSH SIGNATURE-----\n x\n")
            ),
            (
                "text on the armour's end",
                signed.replacing("END SSH SIGNATURE-----\n", with: "END SSH SIGNATURE----- \n")
            ),
            (
                "empty line after the armour",
                signed.replacing("END SSH SIGNATURE-----\n", with: "END SSH SIGNATURE-----\n \n")
            ),
            ("text before the armour", signed.replacing("gpgsig -----BEGIN", with: "gpgsig x\n -----BEGIN")),
            ("no armour", signed.replacing(header, with: "gpgsig x\n")),
            ("empty gpgsig", signed.replacing(header, with: "gpgsig \n")),
            ("armour of another kind", signed.replacing("SSH SIGNATURE", with: "PGP SIGNATURE")),
            ("two spaces", signed.replacing("\n -----END", with: "\n  -----END")),
            ("tab continues", signed.replacing("\n -----END", with: "\n\t-----END")),
            ("continued tree", signed.replacing(tree, with: tree + " x\n")),
            ("continued author", signed.replacing(author, with: author + " x\n")),
            ("tree twice", signed.replacing(tree, with: tree + tree)),
            ("tree at the end", signed.replacing(header, with: tree + header)),
            ("no tree", signed.replacing(tree, with: "")),
            ("no author", signed.replacing(author, with: "")),
            ("two authors", signed.replacing(author, with: author + author)),
            ("parent after author", signed.replacing(author, with: author + tree.replacing("tree", with: "parent"))),
            ("upper-case id", signed.replacing(tree, with: "tree " + tree.dropFirst(5).uppercased())),
            ("short id", signed.replacing(tree, with: String(tree.dropLast(2)) + "\n")),
            ("carriage return in the header", signed.replacing(author, with: author.dropLast() + "\r\n")),
            (
                "carriage return in the armour",
                signed.replacing("SIGNATURE-----\n -----END", with: "x")
                    .replacing("-----BEGIN SSH SIGNATURE-----\n", with: "-----BEGIN SSH SIGNATURE-----\r\n")
            ),
            ("NUL in the message", signed + "\0"),
            ("NUL in the header", signed.replacing(author, with: author.dropLast() + "\0x\n")),
            ("header without a value", signed.replacing(header, with: "x\n" + header)),
            ("header without a name", signed.replacing(header, with: "\tx y\n" + header)),
            ("encoding twice", signed.replacing(header, with: "encoding a\nencoding b\n" + header)),
            ("author without an address", signed.replacing("<alice@shop.example>", with: "alice")),
            ("no empty line", String(signed.prefix(signed.count - body.count - 1))),
            ("unsigned", payload),
            ("another message", signed + "more\n"),
            ("starts with a space", " " + signed),
            ("nothing", ""),
        ]
        return texts.map { ($0.0, Array($0.1.utf8)) }
    }

    private static func armourLines(_ armour: String) -> String {
        armour.dropLast().split(separator: "\n").joined(separator: "\n ") + "\n"
    }

    @Test("None of the forgeries is good")
    func forgeries() throws {
        let fixture = try SignedFixture()
        for forgery in try Self.corpus(fixture) {
            #expect(forgery.commit != fixture.commit, "\(forgery.name) is the commit itself")
            #expect(fixture.verdict(commit: forgery.commit) != .good, "\(forgery.name)")
        }
    }

    @Test("A commit that is read two ways is refused, not called unsigned")
    func refused() throws {
        let fixture = try SignedFixture()
        for forgery in try Self.corpus(fixture) where forgery.name != "unsigned" && forgery.name != "another message" {
            let isRefused: Bool
            if let object = try? SignedObject(commit: forgery.commit) {
                switch SignatureVerifier().check(object) {
                case .invalid, .notSupported: isRefused = true
                case .valid, .unsigned: isRefused = false
                }
            } else {
                isRefused = true
            }
            #expect(isRefused, "\(forgery.name)")
        }
    }

    @Test("Nothing that git verify-commit rejects is good")
    func differential() throws {
        let fixture = try SignedFixture()
        let trust = ["-c", "gpg.ssh.allowedSignersFile=\(fixture.sandbox.path)/trust"]
        var corpus = try Self.corpus(fixture) + [("itself", fixture.commit)]
        for cut in stride(from: 1, to: fixture.commit.count, by: 97) {
            corpus.append(("cut at \(cut)", Array(fixture.commit[..<cut])))
        }
        var accepted = 0
        for (name, commit) in corpus {
            let id = try fixture.sandbox.git(
                "hash-object", "-w", "-t", "commit", "--literally", "--stdin", in: "work", input: commit)
            let status = try fixture.sandbox.result(["git"] + trust + ["verify-commit", id], in: "work").status
            if status == 0 { accepted += 1 }
            #expect(fixture.verdict(commit: commit) != .good || status == 0, "\(name)")
        }
        // git takes the commit itself, and some of the forgeries besides.
        #expect(accepted >= 1)
    }

    @Test("Signatures for another namespace, of other keys, or by nobody known are not good")
    func otherSignatures() throws {
        let fixture = try SignedFixture()
        let payload = try SignedObject(commit: fixture.commit).payload
        try fixture.sandbox.write(payload, to: "payload")
        func commit(signedBy key: String, _ options: [String]) throws -> [UInt8] {
            try fixture.sandbox.run(["rm", "-f", "payload.sig"])
            try fixture.sandbox.run(["ssh-keygen", "-q", "-Y", "sign", "-f", key] + options + ["payload"])
            let armour = try fixture.sandbox.run(["cat", "payload.sig"])
            let header = "gpgsig " + armour.split(separator: "\n").joined(separator: "\n ") + "\n"
            let text = String(decoding: payload, as: UTF8.self)
            let end = try #require(text.firstRange(of: "\n\n")).lowerBound
            return Array((text[..<end] + "\n" + header + text[end...].dropFirst()).utf8)
        }
        #expect(fixture.verdict(commit: try commit(signedBy: fixture.key, ["-n", "git"])) == .good)
        #expect(
            fixture.verdict(commit: try commit(signedBy: fixture.key, ["-n", "git", "-O", "hashalg=sha256"])) == .good)
        #expect(fixture.verdict(commit: try commit(signedBy: fixture.key, ["-n", "file"])) == .bad)
        let mallory = try fixture.sandbox.makeSSHKey("mallory")
        #expect(fixture.verdict(commit: try commit(signedBy: mallory, ["-n", "git"])) == .untrusted)
        for type in ["rsa", "ecdsa"] {
            let key = try fixture.sandbox.makeSSHKey(type, type: type)
            #expect(fixture.verdict(commit: try commit(signedBy: key, ["-n", "git"])) == .untrusted)
        }
    }

    @Test(
        "A tag with a second armour, text behind it, or more headers is refused",
        arguments: [
            "armour twice", "text behind", "header", "no tagger", "carriage return", "nul", "type", "continued",
        ])
    func tags(forgery: String) throws {
        let fixture = try SignedFixture()
        let text = String(decoding: fixture.tag, as: UTF8.self)
        let armour = try #require(text.firstRange(of: "-----BEGIN"))
        let tagger = try #require(text.firstRange(of: "tagger "))
        let lineEnd = try #require(text[tagger.lowerBound...].firstIndex(of: "\n"))
        let forged =
            switch forgery {
            case "armour twice": text + text[armour.lowerBound...]
            case "text behind": text + "x\n"
            case "header": String(text[..<tagger.lowerBound] + "gpgsig x\n" + text[tagger.lowerBound...])
            case "no tagger": String(text[..<tagger.lowerBound] + text[lineEnd...].dropFirst())
            case "carriage return": String(text.dropLast() + "\r\n")
            case "nul": text + "\0"
            case "type": text.replacing("type commit", with: "type thing")
            default: String(text[..<lineEnd] + "\n x" + text[lineEnd...])
            }
        #expect(throws: SignatureError.self) { try SignedObject(tag: Array(forged.utf8)) }
    }

    @Test("Objects over the limit and armours that never end are refused within bounds")
    func bounds() throws {
        let fixture = try SignedFixture()
        #expect(throws: SignatureError.self) { try SignedObject(commit: fixture.commit, limit: 100) }
        let digits = String(repeating: String(repeating: "A", count: 70) + "\n", count: 1000)
        let armour = "-----BEGIN SSH SIGNATURE-----\n\(digits)-----END SSH SIGNATURE-----\n"
        #expect(throws: SignatureError.self) { try SSHSignature(armour: Array(armour.utf8)) }
    }
}
