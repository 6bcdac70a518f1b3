import TestSupport
import Testing

@Suite("Approving from the command line")
struct ApproveCommandTests {
    private func approve(_ ground: HookGround, _ arguments: String...) throws -> (
        status: Int32, output: String, errors: String
    ) {
        let key = "\(ground.sandbox.path)/keys/alice"
        let signing = ground.sandbox.signing(with: key).filter { $0 != "-c" }
        for setting in signing {
            let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2 { try ground.sandbox.git("config", parts[0], parts[1], in: "work") }
        }
        let result = try ground.sandbox.result(
            [HookGround.program("sallyport"), "approve"] + arguments, in: "work")
        return (
            result.status, String(decoding: result.output, as: UTF8.self),
            String(decoding: result.errors, as: UTF8.self)
        )
    }

    @Test("What is approved is shown, a target that is not there is refused, and what was said can be taken back")
    func approves() throws {
        let ground = try HookGround()
        let head = try ground.commit("a change to look at")
        try ground.pushed("HEAD:refs/heads/change")
        let slip = try approve(ground, head, "--target", "refs/heads/mian", "--repository", "ground")
        #expect(slip.status == 2 && slip.errors.contains("has no refs/heads/mian"), "\(slip.errors)")
        let printed = try approve(ground, head, "--target", "refs/heads/main", "--no-push")
        #expect(printed.status == 0 && printed.output.hasPrefix("git push origin "), "\(printed)")
        #expect(printed.errors.contains("a change to look at"))
        let given = try approve(ground, head, "--target", "refs/heads/main")
        #expect(given.status == 0 && given.output.hasPrefix("approved \(head)"), "\(given)")
        let rejected = try approve(ground, head, "--target", "refs/heads/main", "--reject")
        #expect(rejected.status == 0 && rejected.output.hasPrefix("rejected \(head)"), "\(rejected)")
        let withdrawn = try approve(ground, head, "--target", "refs/heads/main", "--withdraw")
        #expect(withdrawn.status == 0 && withdrawn.output.hasPrefix("withdrew"), "\(withdrawn)")
        #expect(try approve(ground, head, "--target", "refs/heads/main", "--withdraw", "--reject").status == 2)
        #expect(try approve(ground, head, "--target", "refs/heads/main", "--new").status == 2)
        try ground.expectWhole()
    }
}
