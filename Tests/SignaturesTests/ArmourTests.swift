import ExactValues
import PolicyCore
import Signatures
import TestSupport
import Testing

@Suite("Spellings of a signature")
struct ArmourTests {
    /// A commit or tag whose armour is spelt anew: its lines are given without their ends.
    private static func respelt(_ object: [UInt8], _ change: ([String]) -> [String]) throws -> [UInt8] {
        let text = String(decoding: object, as: UTF8.self)
        let start = try #require(text.firstRange(of: "-----BEGIN SSH SIGNATURE-----")).lowerBound
        let ending = try #require(text.firstRange(of: "-----END SSH SIGNATURE-----\n"))
        let isCommit = text[..<start].hasSuffix("gpgsig ")
        let lines = text[start..<ending.upperBound].split(separator: "\n").map { line in
            line.hasPrefix(" ") ? String(line.dropFirst()) : String(line)
        }
        let changed = change(lines).joined(separator: isCommit ? "\n " : "\n") + "\n"
        return Array((text[..<start] + changed + text[ending.upperBound...]).utf8)
    }

    private static func wrapped(_ lines: [String], at width: Int) -> [String] {
        var rest = lines.dropFirst().dropLast().joined()[...]
        var wrapped: [String] = []
        while !rest.isEmpty {
            wrapped.append(String(rest.prefix(width)))
            rest = rest.dropFirst(width)
        }
        return [lines[0]] + wrapped + [lines[lines.count - 1]]
    }

    @Test("An SSH signature is read in lines of 70 digits, as ssh-keygen writes it, and in no other")
    func widths() throws {
        let fixture = try SignedFixture()
        for width in Array(1...100) + [1000] {
            let commit = try Self.respelt(fixture.commit) { Self.wrapped($0, at: width) }
            #expect((fixture.verdict(commit: commit) != nil) == (width == 70), "\(width)")
            let tag = try Self.respelt(fixture.tag) { Self.wrapped($0, at: width) }
            #expect((fixture.verdict(tag: tag) != nil) == (width == 70), "\(width)")
        }
    }

    static let spellings: [(String, @Sendable ([String]) -> [String])] = [
        ("a blank behind a line", { $0.enumerated().map { $0 == 1 ? $1 + " " : $1 } }),
        ("a blank in front of a line", { $0.enumerated().map { $0 == 1 ? " " + $1 : $1 } }),
        ("a tab behind the begin", { $0.enumerated().map { $0 == 0 ? $1 + "\t" : $1 } }),
        ("a carriage return", { $0.enumerated().map { $0 == 1 ? $1 + "\r" : $1 } }),
        ("a header", { [$0[0], "Comment: x", ""] + $0.dropFirst() }),
        ("an empty line first", { [$0[0], ""] + $0.dropFirst() }),
        ("an empty line last", { $0.dropLast() + ["", $0[$0.count - 1]] }),
        ("an empty line behind", { $0 + [""] }),
        ("no padding", { $0.map { $0.hasSuffix("=") ? String($0.prefix { $0 != "=" }) : $0 } }),
        ("more padding", { $0.map { $0.hasSuffix("=") ? $0 + "====" : $0 } }),
    ]

    @Test("Every other spelling is refused, in commits and in tags", arguments: spellings.map(\.0))
    func others(name: String) throws {
        let fixture = try SignedFixture()
        let change = try #require(Self.spellings.first { $0.0 == name }).1
        let (commit, tag) = (try Self.respelt(fixture.commit, change), try Self.respelt(fixture.tag, change))
        #expect(fixture.verdict(commit: commit) == nil || commit == fixture.commit)
        #expect(fixture.verdict(tag: tag) == nil || tag == fixture.tag)
        #expect(try Self.respelt(fixture.tag) { $0 } == fixture.tag)
    }

    /// The armour of some bytes as GnuPG writes it.
    private static func openPGP(
        headers: [String] = [], width: Int = 64, checksum: String? = "=MMWx", behind: String = ""
    ) -> String {
        let digits = Base64.encode(Array(repeating: 7, count: 100))
        let body = Self.wrapped(["-----BEGIN PGP SIGNATURE-----", digits, "-----END PGP SIGNATURE-----"], at: width)
        let lines = [body[0]] + headers + [""] + body.dropFirst().dropLast() + [checksum].compactMap { $0 }
        return (lines + [body[body.count - 1]]).joined(separator: "\n") + "\n" + behind
    }

    static let openPGPSpellings: [(armour: String, inCommit: Bool, inTag: Bool)] = [
        (openPGP(), true, true),
        // GitHub leaves an empty line behind, and older versions of GnuPG tell theirs.
        (openPGP(behind: "\n"), true, false),
        (openPGP(headers: ["Version: GnuPG v1"]), true, false),
        (openPGP(headers: ["Version: GnuPG v1", "Comment: x"]), true, false),
        (openPGP(headers: Array(repeating: "Comment: x", count: 5)), false, false),
        (openPGP(headers: ["Hash: SHA1"]), false, false), (openPGP(behind: "\n\n"), false, false),
        (openPGP(width: 63), false, false), (openPGP(width: 65), false, false), (openPGP(width: 76), false, false),
        (openPGP(checksum: nil), false, false), (openPGP(checksum: "=MMWy"), false, false),
        (openPGP(checksum: "=MMWx "), false, false), (openPGP().replacing("\n\n", with: "\n"), false, false),
        (openPGP().replacing("SIGNATURE", with: "MESSAGE"), false, false),
    ]

    @Test("An OpenPGP armour is read as GnuPG writes it, checksum included", arguments: openPGPSpellings)
    func openPGPArmour(armour: String, inCommit: Bool, inTag: Bool) throws {
        let fixture = try SignedFixture()
        let commit = try Self.respelt(fixture.commit) { _ in
            armour.dropLast().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
        let tag = String(decoding: try SignedObject(tag: fixture.tag).payload, as: UTF8.self) + armour
        #expect(
            (try? SignedObject(commit: commit))?.signature?.body == (inCommit ? Array(repeating: 7, count: 100) : nil))
        #expect(((try? SignedObject(tag: Array(tag.utf8))) != nil) == inTag)
    }

    @Test("What was signed is told by what it is and the key, not by the signature around it")
    func signedDigest() throws {
        let fixture = try SignedFixture()
        let (commit, tag) = (try SignedObject(commit: fixture.commit), try SignedObject(tag: fixture.tag))
        let key = KeyIdentity(.ssh, [1])
        #expect(commit.signedDigest(by: key) == (try SignedObject(commit: commit.payload).signedDigest(by: key)))
        #expect(tag.signedDigest(by: key) == (try SignedObject(tag: tag.payload).signedDigest(by: key)))
        let digests = [
            commit.signedDigest(by: key), tag.signedDigest(by: key), commit.signedDigest(by: KeyIdentity(.ssh, [2])),
            commit.signedDigest(by: KeyIdentity(.x509, [1])),
            try SignedObject(commit: commit.payload + [0x0a]).signedDigest(by: key),
        ]
        #expect(Set(digests).count == digests.count && digests.allSatisfy { $0.count == 32 })
    }
}
