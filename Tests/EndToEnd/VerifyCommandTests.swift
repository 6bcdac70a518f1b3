import TestSupport
import Testing

@Suite("sallyport verify")
struct VerifyCommandTests {
    let sandbox = Sandbox()

    /// A repository `work` with a signed commit, an unsigned one, a signed one, and a signed tag `v1`.
    func makeRepository() throws {
        let key = try sandbox.makeSSHKey("alice")
        try sandbox.write("alice@shop.example \(try sandbox.publicKey("alice"))\n", to: "trust")
        try sandbox.git("init", "-q", "-b", "main", "work")
        let signing = ["git"] + sandbox.signing(with: key)
        try sandbox.run(signing + ["commit", "-q", "-S", "--allow-empty", "-m", "one"], in: "work")
        try sandbox.run(["git", "commit", "-q", "--allow-empty", "-m", "two"], in: "work")
        try sandbox.run(signing + ["commit", "-q", "-S", "--allow-empty", "-m", "three"], in: "work")
        try sandbox.run(signing + ["tag", "-s", "-m", "release", "v1"], in: "work")
    }

    func verify(_ arguments: String..., input: String = "") throws -> (status: Int32, output: String, errors: String) {
        let result = try sandbox.result(
            [Checkout.program("sallyport"), "verify", "--repo", "work"] + arguments, input: Array(input.utf8))
        return (
            result.status, String(decoding: result.output, as: UTF8.self),
            String(decoding: result.errors, as: UTF8.self)
        )
    }

    @Test("A range, a revision and ids from standard input are judged, one line each")
    func verdicts() throws {
        try makeRepository()
        let ids = try sandbox.git("rev-list", "--reverse", "main", in: "work").split(separator: "\n").map(String.init)
        let tag = try sandbox.git("rev-parse", "v1", in: "work")
        let fingerprint = try sandbox.run(["ssh-keygen", "-lf", "keys/alice.pub"]).split(separator: " ")[1]

        let range = try verify("main~2..main", "--trust", "trust")
        #expect(range.status == 1)
        #expect(
            range.output
                == "\(ids[1])\tunsigned\tnone\t-\t-\n\(ids[2])\tgood\tssh\t\(fingerprint)\talice@shop.example\n")

        let revision = try verify("--trust", "trust", "main")
        #expect(revision.status == 0)
        #expect(revision.output == "\(ids[2])\tgood\tssh\t\(fingerprint)\talice@shop.example\n")

        let json = try verify("--stdin", "--trust", "trust", "--format", "json", input: "\(tag)\n\(ids[0])\n")
        #expect(json.status == 0)
        let lines = [tag, ids[0]].map { id in
            "{\"oid\":\"\(id)\",\"verdict\":\"good\",\"format\":\"ssh\",\"key\":\"\(fingerprint)\","
                + "\"person\":\"alice@shop.example\"}\n"
        }
        #expect(json.output == lines.joined())
    }

    @Test("A key counts only while it is valid")
    func validity() throws {
        try makeRepository()
        let line = "alice@shop.example valid-before=\"20260601Z\" \(try sandbox.publicKey("alice"))\n"
        try sandbox.write(line, to: "trust")
        #expect(try verify("main", "--trust", "trust", "--at", "2026-05-01T00:00:00Z").status == 0)
        let late = try verify("main", "--trust", "trust", "--at", "2026-07-01T00:00:00Z")
        #expect(late.status == 1)
        #expect(late.output.contains("\tuntrusted\tssh\tSHA256:"))
    }

    @Test(
        "Wrong usage and configuration end with 2 and one error",
        arguments: [
            ["--trust", "trust"], ["main", "--trust", "none"], ["main", "--trust", "trust", "--unknown"], ["main"],
            ["nothing", "--trust", "trust"], ["main...v1", "--trust", "trust"], ["main^{tree}", "--trust", "trust"],
            ["main", "--stdin", "--trust", "trust"], ["--stdin", "--trust", "trust"],
            ["main", "--trust", "keys/alice"], ["main", "--trust", "trust", "--at", "now"],
            ["main", "--trust", "trust", "--repo", "keys"], ["main", "--trust", "trust", "--format", "xml"],
        ])
    func usage(arguments: [String]) throws {
        try makeRepository()
        let result = try sandbox.result(
            [Checkout.program("sallyport"), "verify", "--repo", "work"] + arguments, input: Array("main\n".utf8))
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(!result.errors.isEmpty)
    }

    @Test("Closed standard streams and a full disk are no success")
    func streams() throws {
        try makeRepository()
        let program = Checkout.program("sallyport")
        let command = "\(program) verify --repo work --trust trust"
        #expect(try sandbox.result(["sh", "-c", "\(command) --stdin <&-"]).status == 2)
        #expect(try sandbox.result(["sh", "-c", "\(command) main >&-"]).status == 3)
        #expect(try sandbox.result(["sh", "-c", "\(command) main >/dev/full"]).status == 3)
    }
}
