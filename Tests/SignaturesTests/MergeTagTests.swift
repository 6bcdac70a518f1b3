import Signatures
import TestSupport
import Testing

/// A signed merge of a signed tag, made by Git.
private struct MergedTag {
    let fixture: SignedFixture
    let commit: String
    /// The `mergetag` header with its continuation.
    let header: String

    init() throws {
        fixture = try SignedFixture()
        let signing = ["git"] + fixture.sandbox.signing(with: fixture.key)
        try fixture.sandbox.git("checkout", "-q", "-b", "side", in: "work")
        try fixture.sandbox.run(signing + ["commit", "-q", "-S", "--allow-empty", "-m", "side"], in: "work")
        try fixture.sandbox.run(signing + ["tag", "-s", "-m", "two", "v2"], in: "work")
        try fixture.sandbox.git("checkout", "-q", "main", in: "work")
        try fixture.sandbox.run(signing + ["merge", "-q", "-S", "--no-ff", "-m", "Merge v2", "v2"], in: "work")
        commit = String(
            decoding: try fixture.sandbox.result(["git", "cat-file", "commit", "HEAD"], in: "work").output,
            as: UTF8.self)
        let start = try #require(commit.firstRange(of: "mergetag ")).lowerBound
        let end = try #require(commit.firstRange(of: "\ngpgsig ")).lowerBound
        header = commit[start..<end] + "\n"
    }

    func accepts(_ text: String) -> Bool { (try? SignedObject(commit: Array(text.utf8))) != nil }
}

@Suite("Merges of signed tags")
struct MergeTagTests {
    @Test("A merge of a signed tag is good, and only the commit's own signature counts")
    func good() throws {
        let merge = try MergedTag()
        #expect(merge.fixture.verdict(commit: Array(merge.commit.utf8)) == .good)
        let unsigned = try SignedObject(commit: Array(merge.commit.utf8)).payload
        #expect(String(decoding: unsigned, as: UTF8.self).contains("mergetag object "))
        #expect(merge.fixture.verdict(commit: unsigned) == .unsigned)
    }

    @Test("A mergetag is taken only where and as Git writes it")
    func forms() throws {
        let merge = try MergedTag()
        let (text, header) = (merge.commit, merge.header)
        let without = text.replacing(header, with: "")
        #expect(merge.accepts(text) && merge.accepts(without))
        let parents = text.split(separator: "\n").filter { $0.hasPrefix("parent ") }.map { $0.dropFirst(7) }
        let forms: [(String, String)] = [
            ("twice", text.replacing(header, with: header + header)),
            (
                "behind gpgsig",
                without.replacing("-----END SSH SIGNATURE-----\n", with: "-----END SSH SIGNATURE-----\n" + header)
            ),
            ("in front of author", without.replacing("author ", with: header + "author ")),
            ("in front of encoding", text.replacing(header, with: header + "encoding x\n")),
            ("in capitals", text.replacing("mergetag object", with: "Mergetag object")),
            (
                "of no parent",
                text.replacing(
                    "mergetag object \(parents[1])", with: "mergetag object \(String(repeating: "1", count: 40))")
            ),
            ("of a tree", text.replacing("\n type commit\n", with: "\n type tree\n")),
            ("without a tagger", text.replacing("\n tagger ", with: "\n tagged ")),
            ("unsigned", text.replacing(header, with: header.replacing("-----BEGIN SSH", with: "-----BEG1N SSH"))),
            (
                "cut",
                text.replacing(header, with: header.split(separator: "\n").dropLast().joined(separator: "\n") + "\n")
            ),
            ("text behind", text.replacing(header, with: header + " x\n")),
            ("a word", text.replacing(header, with: "mergetag x\n")),
        ]
        for (name, form) in forms {
            #expect(form != text, "\(name) is the commit itself")
            #expect(!merge.accepts(form), "\(name)")
        }
        #expect(merge.accepts(text.replacing(header, with: "encoding ISO-8859-1\n" + header)))
    }

    @Test("A commit has up to 128 parents, each once")
    func parents() throws {
        let fixture = try SignedFixture()
        let commit = String(decoding: try SignedObject(commit: fixture.commit).payload, as: UTF8.self)
        func accepts(_ parents: [Int]) -> Bool {
            let lines = parents.map { number in
                let digits = String(number, radix: 16)
                return "parent \(String(repeating: "0", count: 40 - digits.utf8.count))\(digits)\n"
            }
            let text = commit.replacing("\nauthor ", with: "\n\(lines.joined())author ", maxReplacements: 1)
            return (try? SignedObject(commit: Array(text.utf8))) != nil
        }
        #expect(accepts(Array(1...SignedObject.parentLimit)))
        #expect(!accepts(Array(1...(SignedObject.parentLimit + 1))))
        #expect(!accepts([1, 1]) && !accepts([1, 2, 1]) && accepts([1, 2]))
    }
}
