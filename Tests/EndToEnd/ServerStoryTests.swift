import TestSupport
import Testing

/// The demonstration's own story, driven as a test: real pushes over sshd and over git http-backend behind nginx, then
/// reviews over TLS by a gate that mirrors the repository over HTTP.
@Suite struct ServerStoryTests {
    private let sandbox = Sandbox()

    @Test("the story of a change comes out as told, over sshd, git http-backend and TLS", .timeLimit(.minutes(5)))
    func story() throws {
        let result = try sandbox.result([Checkout.file("Scripts/demo.sh"), Checkout.programs])
        let output = String(decoding: result.output, as: UTF8.self)
        #expect(result.status == 0, "\(output)\(String(decoding: result.errors, as: UTF8.self))")
        for expected in [
            // Over sshd: unsigned, unapproved, approved by its own author, approved by somebody else.
            "is not signed", "needs 1 approvals", "does not count", "✓ accepted",
            // Over git http-backend, as another account.
            "The same gate behind git http-backend",
            // By the cluster gate.
            "✓ admitted", "✓ denied", "spec.template.spec.containers[name=web].image", "[name=miner]",
            "remove it in Git", "do not make it traced",
            // By trace.
            "approved by  bob", "Everything came out as it should.",
        ] {
            #expect(output.contains(expected), "\(expected) is not in:\n\(output)")
        }
    }
}
