import ExactValues
import GitNames
import PolicyCore
import PushGate
import Testing

@Suite("What Git says to hooks")
struct UpdateLinesTests {
    static let zero = String(repeating: "0", count: 40)
    static let one = String(repeating: "1", count: 40)

    @Test("Lines are read")
    func reads() throws {
        let updates = try UpdateLines.parse(Array("\(Self.zero) \(Self.one) refs/heads/main\n".utf8))
        #expect(updates == [RefUpdate(ref: RefName("refs/heads/main")!, old: .zero, new: ObjectID(hex: Self.one)!)])
    }

    @Test(
        "Anything else is an error",
        arguments: [
            "", "\n", "\(zero) \(one) refs/heads/main", "\(zero) \(one) refs/heads/main\n\n",
            "\(zero)  refs/heads/main\n",
            "\(zero) \(one)\n", "\(zero) \(zero) refs/heads/main\n", "\(zero) \(one) refs/heads/a..b\n",
            "\(zero) \(one)0 refs/heads/a\n", "\(zero)\t\(one)\trefs/heads/a\n", "\(zero) \(one) heads/a\n",
            "\(zero)\(String(repeating: "0", count: 24)) \(one)\(String(repeating: "1", count: 24)) refs/heads/a\n",
            "\(zero) \(one) HEAD\n",
        ])
    func refuses(text: String) {
        #expect(throws: PushGateError.self) { try UpdateLines.parse(Array(text.utf8)) }
    }

    @Test("Invalid UTF-8, a long line and a million lines are errors", .timeLimit(.minutes(1)))
    func hostile() {
        #expect(throws: PushGateError.self) {
            try UpdateLines.parse(Array("\(Self.zero) \(Self.one) refs/heads/".utf8) + [0xff, 0x0a])
        }
        #expect(throws: PushGateError.self) {
            try UpdateLines.parse(Array(repeating: 0x61, count: UpdateLines.byteLimit + 1))
        }
        let line = Array("\(Self.zero) \(Self.one) refs/heads/a\n".utf8)
        #expect(throws: PushGateError.self) {
            try UpdateLines.parse(Array(repeatElement(line, count: 150_000).joined()))
        }
    }

    @Test("A transaction's lines about HEAD are left out")
    func head() throws {
        let text = "\(Self.zero) \(Self.one) HEAD\n\(Self.zero) \(Self.one) refs/heads/main\n"
        #expect(try UpdateLines.parseTransaction(Array(text.utf8)).count == 1)
        #expect(try UpdateLines.parseTransaction([]).isEmpty)
    }

    @Test("Only the one server that install named is believed about who pushes")
    func pushers() throws {
        let environment = ["GL_USERNAME": "alice", "REMOTE_USER": "eve", "GITEA_PUSHER_NAME": ""]
        #expect(try PusherSource.pusher(nil) { environment[$0] } == .notTold)
        #expect(try PusherSource.pusher("gitlab") { environment[$0] } == .login("alice"))
        #expect(try PusherSource.pusher("gitea") { environment[$0] } == .missing)
        #expect(try PusherSource.pusher("gitolite") { environment[$0] } == .missing)
        #expect(throws: PushGateError.self) { try PusherSource.pusher("cvs") { environment[$0] } }
    }

    @Test("What a terminal would obey is not passed on")
    func printable() {
        #expect(DecisionText.printable("a\u{1b}[31m\u{202e}b\n") == "a?[31m?b?")
    }
}
