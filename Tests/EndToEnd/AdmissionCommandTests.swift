import TestSupport
import Testing

@Suite("sallyport-admission")
struct AdmissionCommandTests {
    let sandbox = Sandbox()

    @Test(
        "Wrong usage and configuration end with 2 and one error",
        arguments: [
            [], ["serve"], ["serve", "--config"], ["serve", "--config", "none.yaml"], ["serve", "--unknown"], ["other"],
            ["serve", "--config", "empty.yaml"], ["serve", "--config", "bomb.yaml"],
            ["serve", "--config", "bytes.yaml"],
            ["serve", "--config", "typo.yaml"], ["serve", "--config", "certificate.yaml"], ["serve", "--config", "."],
        ])
    func usage(arguments: [String]) throws {
        try sandbox.write("", to: "empty.yaml")
        try sandbox.write([0x61, 0x3a, 0xff, 0xfe], to: "bytes.yaml")
        try sandbox.write(
            "apiVersion: sallyport.dev/v1\nkind: AdmissionConfiguration\nlisten: {prt: 1}\n", to: "typo.yaml")
        var bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        for (name, before) in zip("bcdefghij", "abcdefghi") {
            let aliases = Array(repeating: "*\(before)", count: 10).joined(separator: ", ")
            bomb += "\(name): &\(name) [\(aliases)]\n"
        }
        try sandbox.write(bomb, to: "bomb.yaml")
        try sandbox.write(
            """
            apiVersion: sallyport.dev/v1
            kind: AdmissionConfiguration
            tls: {certificate: none.crt, key: none.key}
            repository: {url: /none, mirror: mirror.git, ref: refs/heads/main, root: none, receiptKey: none}

            """, to: "certificate.yaml")
        let result = try sandbox.result([Checkout.program("sallyport-admission")] + arguments)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(!result.errors.isEmpty)
        #expect(try sandbox.run(["ls"]).contains("mirror.git") == false)
    }

    @Test("Help is no error", arguments: [["--help"], ["serve", "--help"]])
    func help(arguments: [String]) throws {
        let result = try sandbox.result([Checkout.program("sallyport-admission")] + arguments)
        #expect(result.status == 0)
        #expect(String(decoding: result.output, as: UTF8.self).contains("USAGE"))
    }
}
