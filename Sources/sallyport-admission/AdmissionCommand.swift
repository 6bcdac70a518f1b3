internal import ArgumentParser

#if canImport(Glibc)
internal import Glibc
#endif

@main
struct AdmissionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sallyport-admission",
        abstract: "Answers the API server's admission reviews by what Git declares.",
        subcommands: [ServeCommand.self, RootDigestCommand.self]
    )

    /// Ends with 0 after help or a clean shutdown, 2 for a bad command line or configuration, 3 for anything else.
    static func main() async {
        do {
            var command = try parseAsRoot()
            switch command {
            case let serve as ServeCommand: try await serve.run()
            case is AdmissionCommand: throw CommandFailure(status: 2, description: "no command is named; see --help")
            default: try command.run()
            }
        } catch let failure as CommandFailure {
            complain("sallyport-admission: \(failure.description)")
            Glibc.exit(failure.status)
        } catch {
            guard exitCode(for: error).isSuccess else {
                complain(fullMessage(for: error))
                Glibc.exit(2)
            }
            print(fullMessage(for: error))
        }
    }

    private static func complain(_ text: String) {
        let line = Array((text + "\n").utf8)
        _ = unsafe Glibc.write(2, line, line.count)
    }
}
