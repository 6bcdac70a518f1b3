import TestSupport
import Testing

@Suite("The hook program by itself")
struct HookProgramTests {
    let sandbox = Sandbox()

    @Test(
        "Nonsense arguments do not exit with 0",
        arguments: [
            [], ["--help"], ["--version"], ["-h"], ["nonsense"], ["pre-receive", "x"], ["reference-transaction"],
            ["reference-transaction", "nonsense"], ["post-receive", "--help"],
            ["reference-transaction", "prepared", "x"],
        ])
    func nonsense(arguments: [String]) throws {
        let result = try sandbox.result([Checkout.program("sallyport-hook")] + arguments)
        #expect(result.status == 2)
        #expect(String(decoding: result.errors, as: UTF8.self).hasPrefix("sallyport: rejected: "))
    }

    @Test(
        "A closed, empty or malformed standard input does not exit with 0",
        arguments: ["pre-receive", "post-receive", "reference-transaction prepared"])
    func input(arguments: String) throws {
        let program = Checkout.program("sallyport-hook")
        #expect(try sandbox.result(["sh", "-c", "\(program) \(arguments) <&-"]).status == 2)
        #expect(try sandbox.result(["sh", "-c", "echo x y z | \(program) \(arguments)"]).status == 2)
        #expect(try sandbox.result(["sh", "-c", "head -c 100000000 /dev/zero | \(program) \(arguments)"]).status == 2)
        guard !arguments.hasSuffix("prepared") else { return }
        #expect(try sandbox.result(["sh", "-c", "\(program) \(arguments) </dev/null"]).status == 2)
    }

    @Test("A folder that is no repository, one without the gate, and a SHA-256 repository are refused")
    func places() throws {
        let line = Array(
            "\(String(repeating: "0", count: 40)) \(String(repeating: "1", count: 40)) refs/heads/a\n".utf8)
        try sandbox.run(["mkdir", "empty"])
        try sandbox.git("init", "-q", "--bare", "plain.git")
        try sandbox.git("init", "-q", "--bare", "--object-format=sha256", "long.git")
        for (folder, word) in [("empty", "repository"), ("plain.git", "not installed"), ("long.git", "SHA-256")] {
            let result = try sandbox.result(
                [Checkout.program("sallyport-hook"), "pre-receive"], in: folder, environment: ["GIT_DIR=."], input: line
            )
            #expect(result.status == 2 || result.status == 3)
            let text = String(decoding: result.errors, as: UTF8.self)
            #expect(text.localizedLowercaseContains(word.lowercased()), "\(text)")
        }
    }

    @Test("Install refuses what it would break, and what it cannot read")
    func install() throws {
        func install(_ arguments: String...) throws -> (status: Int32, text: String) {
            let result = try sandbox.result([Checkout.program("sallyport"), "install"] + arguments)
            return (result.status, String(decoding: result.errors, as: UTF8.self))
        }
        try sandbox.git("init", "-q", "--bare", "server.git")
        let key = try sandbox.makeSSHKey("alice")
        _ = key
        let root =
            "apiVersion: sallyport.dev/v1\nkind: Root\nowners:\n  alice: {keys: [{ssh: \(try sandbox.publicKey("alice"))}]}\n"
        try sandbox.write(Array((root + "threshold: 1\n").utf8), to: "root.yaml")
        try sandbox.write(Array((root + "threshold: 2\n").utf8), to: "bad.yaml")
        #expect(try install("server.git", "--root", "bad.yaml").status == 2)
        #expect(try install("server.git", "--root", "none.yaml").status == 2)
        #expect(try install("nowhere.git", "--root", "root.yaml").status == 2)
        #expect(try install("server.git").status == 2)
        #expect(try install("server.git", "--root", "root.yaml", "--nonsense").status == 2)
        try sandbox.write(Array("#!/bin/sh\n".utf8), to: "server.git/hooks/pre-receive", mode: 0o755)
        let foreign = try install("server.git", "--root", "root.yaml")
        #expect(foreign.status == 2 && foreign.text.contains("is there already"), "\(foreign.text)")
        #expect(try sandbox.result(["git", "config", "sallyport.repository"], in: "server.git").status != 0)
        #expect(try install("server.git", "--root", "root.yaml", "--force").status == 0)
        #expect(try install("server.git", "--root", "root.yaml").status == 2)
        #expect(try sandbox.run(["stat", "-c", "%a", "server.git/sallyport/receipt-key.pem"]) == "600")
    }

    @Test("policy lint tells place and nearest word")
    func lint() throws {
        try sandbox.write(Array("apiVersion: sallyport.dev/v1\nknd: Policy\n".utf8), to: "policy.yaml")
        let result = try sandbox.result([Checkout.program("sallyport"), "policy", "lint", "policy.yaml"])
        #expect(result.status == 1)
        let text = String(decoding: result.output, as: UTF8.self)
        #expect(text.contains("policy.yaml:2:1: \"knd\" is no field of the policy: did you mean \"kind\"?"), "\(text)")
    }
}

extension String {
    /// Whether a lower-case text is in this one, upper and lower case taken as the same.
    fileprivate func localizedLowercaseContains(_ text: String) -> Bool { lowercased().contains(text) }
}
