import TestSupport
import Testing

@Suite("The doctor of an installed repository")
struct StatusTests {
    private func status(
        _ ground: HookGround, _ arguments: [String] = [], environment: [String] = []
    ) throws -> (code: Int32, lines: [String: String]) {
        let result = try ground.sandbox.result(
            [HookGround.program("sallyport"), "status", "server.git"] + arguments, environment: environment)
        var lines: [String: String] = [:]
        for line in String(decoding: result.output, as: UTF8.self).split(separator: "\n") {
            let words = line.split(separator: "\t", maxSplits: 2).map(String.init)
            if words.count == 3 { lines[words[1]] = "\(words[0]): \(words[2])" }
        }
        return (result.status, lines)
    }

    private func git(_ ground: HookGround, _ arguments: String...) throws {
        try ground.sandbox.run(["git", "-c", "core.hooksPath=/dev/null"] + arguments, in: "server.git")
    }

    @Test("A repository that works is good in every part, and nothing is changed by looking")
    func good() throws {
        let ground = try HookGround()
        let before = try ground.sandbox.git("for-each-ref", in: "server.git")
        let (code, lines) = try status(ground)
        #expect(code == 0, "\(lines)")
        #expect(
            Set(lines.keys) == ["hooks", "probe", "root", "receipt-key", "receipts", "refs", "journal", "policy"])
        #expect(lines.values.allSatisfy { $0.hasPrefix("good") }, "\(lines)")
        #expect(try ground.sandbox.git("for-each-ref", in: "server.git") == before)
        let json = try ground.sandbox.run(
            [HookGround.program("sallyport"), "status", "server.git", "--format", "json"])
        #expect(json.hasPrefix("{\"checks\":[") && json.contains("\"good\":true"))
    }

    @Test("Each part that is wrong is told, and the exit code says so")
    func bad() throws {
        let ground = try HookGround()
        try ground.commit("1")
        try ground.pushed("HEAD:refs/heads/a", "HEAD:refs/heads/b")
        try git(ground, "update-ref", "-d", "refs/heads/b")
        try git(ground, "update-ref", "refs/heads/a", "refs/heads/main")
        var (code, lines) = try status(ground)
        #expect(code == 1)
        #expect(lines["refs"]?.contains("refs/heads/a") == true, "\(lines)")
        try git(ground, "update-ref", "-d", "refs/sallyport/receipts", "refs/sallyport/receipts")
        (code, lines) = try status(ground)
        #expect(code == 1 && lines["refs"]?.hasPrefix("bad") == true, "\(lines)")
        try ground.sandbox.run(["rm", "server.git/sallyport/receipt-key.pem"])
        #expect(try status(ground).lines["receipt-key"]?.hasPrefix("bad") == true)
        try ground.sandbox.run(["mkdir", "-p", "server.git/sallyport/set-aside"])
        try ground.sandbox.write("x", to: "server.git/sallyport/set-aside/1")
        #expect(try status(ground).lines["journal"]?.hasPrefix("bad") == true)
        try git(ground, "config", "sallyport.threshold", "9")
        #expect(try status(ground).lines["root"]?.hasPrefix("bad") == true)
    }

    @Test("Hooks that Git does not run are told, whatever configuration keeps it from that")
    func hooksAreOff() throws {
        let ground = try HookGround()
        try ground.sandbox.run(["mkdir", "elsewhere"])
        let off = [
            "GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=core.hooksPath",
            "GIT_CONFIG_VALUE_0=\(ground.sandbox.path)/elsewhere",
        ]
        let (code, lines) = try status(ground, environment: off)
        #expect(code == 1 && lines["hooks"]?.contains("core.hooksPath") == true, "\(lines)")
        try ground.sandbox.run(["rm", "server.git/hooks/pre-receive", "server.git/hooks/reference-transaction"])
        let second = try status(ground)
        #expect(second.code == 1 && second.lines["probe"]?.contains("the hooks do not run") == true, "\(second.lines)")
        #expect(try ground.sandbox.git("for-each-ref", "refs/sallyport/probe", in: "server.git").isEmpty)
    }
}
