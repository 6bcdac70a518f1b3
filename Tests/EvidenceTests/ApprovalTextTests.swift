import Evidence
import ExactValues
import GitNames
import Testing

@Suite("Messages of approvals")
struct ApprovalTextTests {
    static let text = ApprovalText(
        repository: "repo", target: RefName("refs/heads/main")!, base: .zero,
        head: ObjectID(hex: String(repeating: "a", count: 40))!,
        resultTree: ObjectID(hex: String(repeating: "b", count: 40))!)

    @Test("What is written is read")
    func roundTrip() throws {
        #expect(try ApprovalText(message: Array(Self.text.message.utf8)) == Self.text)
        let shuffled = Self.text.message.split(separator: "\n").dropFirst().reversed().joined(separator: "\n")
        #expect(try ApprovalText(message: Array(shuffled.utf8)) == Self.text)
    }

    @Test(
        "Every other form is refused",
        arguments: [
            ("Verdict: approve", "Verdict: maybe"), ("Verdict: approve", "Verdict: approve "),
            ("Verdict: approve\n", ""),
            ("Verdict: approve", "Verdict: approve\nVerdict: approve"), ("Target: refs/heads/main", "Target: main"),
            ("Base: 0000", "Base: 000"), ("Head: aaaa", "Head: AAAA"),
            ("Verdict: approve", "Verdict: approve\nNote: x"),
            ("Verdict: approve", "Verdict: approve\n\nnever mind"), ("Approve", "Target: refs/heads/next\n\nApprove"),
            ("Repository: repo", "Repository:repo"), ("Repository: repo", "repository: repo"),
            ("Repository: repo", "Repository: repo\u{0}"), ("Repository: repo\n", "Repository: repo\r\n"),
            ("Head: \(String(repeating: "a", count: 40))", "Head: \(String(repeating: "0", count: 40))"),
        ])
    func refuses(find: String, replace: String) {
        let changed = Self.text.message.replacing(find, with: replace)
        #expect(changed != Self.text.message)
        #expect(throws: EvidenceError.self) { try ApprovalText(message: Array(changed.utf8)) }
    }

    @Test("Invalid UTF-8 and an empty message are refused")
    func hostile() {
        #expect(throws: EvidenceError.self) { try ApprovalText(message: [0xff]) }
        #expect(throws: EvidenceError.self) { try ApprovalText(message: []) }
    }
}
