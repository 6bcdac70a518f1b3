import ArgumentParser

#if canImport(Glibc)
import Glibc
#endif

@main
struct SallyportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sallyport",
        abstract: "Checks what is pushed to Git and what reaches the cluster, by one policy.",
        discussion:
            "Exits with 0 when all is allowed, 1 when something is not, 2 on wrong usage, 3 on a fault of its own.",
        subcommands: [
            Install.self, Status.self, Check.self, Approve.self, PolicyCommand.self, Review.self, RootCommand.self,
            Trace.self,
            Verify.self,
        ]
    )

    static func main() {
        StandardStream.guardClosed()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            Glibc.exit(report(error))
        }
    }

    /// Says what went wrong and returns the exit code. ArgumentParser's own code for wrong usage is 64; here it is 2.
    private static func report(_ error: any Error) -> Int32 {
        StandardStream.flush()
        if let failure = error as? CommandFailure {
            StandardStream.error("sallyport: \(failure.description)\n")
            return failure.exitCode
        }
        let code = exitCode(for: error)
        let text = fullMessage(for: error)
        if code.isSuccess {
            StandardStream.output(text.isEmpty ? "" : text + "\n")
            StandardStream.flush()
            return 0
        }
        if !text.isEmpty { StandardStream.error(text + "\n") }
        return code == .validationFailure ? 2 : code.rawValue
    }
}
