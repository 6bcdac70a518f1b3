import Signatures
import Testing

@Suite("Who made a commit")
struct MakerTests {
    private static func commit(
        author: String = "A <a@x>", committer: String = "C <c@x>", message: String = "m\n"
    ) -> [UInt8] {
        let tree = String(repeating: "a", count: 40)
        return Array("tree \(tree)\nauthor \(author) 1 +0000\ncommitter \(committer) 2 +0000\n\n\(message)".utf8)
    }

    private static func texts(_ emails: [[UInt8]]?) -> [String]? {
        emails?.map { String(decoding: $0, as: UTF8.self) }
    }

    static let trailers: [(message: String, emails: [String]?)] = [
        ("m\n", []), ("m\n\nCo-authored-by: B <b@x>\n", ["b@x"]), ("m\n\nCo-authored-by: B <b@x>", ["b@x"]),
        ("m\n\nCO-AUTHORED-BY: B <b@x>\n", ["b@x"]), ("m\n\nco-authored-by  :B <b@x>\n", ["b@x"]),
        ("m\n\nCo-authored-by: B\n <b@x>\nx\n", ["b@x"]), ("m\n\nCo-authored-by:B <b@x>  \r\n", ["b@x"]),
        // Not in the last paragraph, or the whole message: a maker none the less.
        ("Co-authored-by: B <b@x>\n\nmore\n", ["b@x"]),
        ("m\n\nCo-authored-by: B <b@x>\nCo-authored-by: D <d@x>\n", ["b@x", "d@x"]),
        ("m\n\nCo-authored-by: b@x\n", ["b@x"]), ("m\n\nCo-authored-by: < b@x >\n", ["b@x"]),
        ("m\n\n Co-authored-by: B <b@x>\n", []), ("m\n\nCo-authored-by B <b@x>\n", []),
        ("m\n\nNot-co-authored-by: B <b@x>\n", []),
        // Somebody is named and cannot be made out.
        ("m\n\nCo-authored-by: B\n", nil), ("m\n\nCo-authored-by:\n", nil), ("m\n\nCo-authored-by: B <>\n", nil),
        ("m\n\nCo-authored-by: B <b@x\n", nil), ("m\n\nCo-authored-by: B <b@x> <d@x>\n", nil),
    ]

    @Test("Co-authored-by lines are found whatever their case, folding and place", arguments: trailers)
    func coAuthors(message: String, emails: [String]?) throws {
        let bytes = Self.commit(message: message)
        #expect(Self.texts(try SignedObject(commit: bytes).makerEmails) == emails.map { ["c@x", "a@x"] + $0 })
        #expect(Self.texts(HistoricCommit(bytes)?.makerEmails) == emails.map { ["a@x", "c@x"] + $0 })
    }

    static let histories: [(text: String, emails: [String]?)] = [
        ("tree t\nauthor A <a@x> 1 +0000\ncommitter C <c@x> 1 +0000\n\nm", ["a@x", "c@x"]),
        ("author A <a@x>\ncommitter C <c@x>", ["a@x", "c@x"]),
        ("author A < a@x > 1\nauthor B <b@x>\ncommitter C <c@x> <d@x>\n\n", ["a@x", "b@x", "c@x", "d@x"]),
        ("author A <a@x> 1\nmergetag object x\n author B <b@x>\ncommitter <> 1\n\nauthor D <d@x>", ["a@x", ""]),
        ("author A <<a@x>> 1\ncommitter C <c@x>\n\n", ["a@x", "c@x"]),
        ("author A\ncommitter C <c@x>\n\n", nil), ("author A <a@x>\n\ncommitter C <c@x>\n", nil),
        ("committer C <c@x>\n\n", nil), ("", nil), ("author A <a@x\ncommitter C <c@x>\n\n", nil),
    ]

    @Test("Of a commit that only Git would take, every address counts that could be meant", arguments: histories)
    func history(text: String, emails: [String]?) {
        #expect(Self.texts(HistoricCommit(Array(text.utf8))?.makerEmails) == emails)
        #expect((try? SignedObject(commit: Array(text.utf8))) == nil)
    }

    @Test(
        "An address with a blank at its end is no address of a new commit", arguments: ["<a@x >", "< a@x>", "<a@x\t>"])
    func blanks(address: String) {
        #expect(throws: SignatureError.self) { try SignedObject(commit: Self.commit(author: "A \(address)")) }
        #expect(Self.texts(HistoricCommit(Self.commit(author: "A \(address)"))?.makerEmails) == ["a@x", "c@x"])
    }
}
