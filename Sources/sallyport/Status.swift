import ArgumentParser
import ExactValues
import FieldTree
import GitStore

/// `sallyport status`: the doctor of an installed repository.
struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says whether the push gate of a repository works: hooks, root, receipts, refs, journal, policy.",
        discussion: """
            Pushes a commit of nothing to a closed ref, to see that the hook rejects it; nothing is changed. Exits with 1 \
            when something is wrong. Run it as the user whom the Git server runs as.
            """
    )

    enum Format: String, ExpressibleByArgument {
        case text, json
    }

    @Argument(help: "The bare repository.")
    var repo: String

    @Option(help: "text or json.")
    var format: Format = .text

    @Option(help: ArgumentHelp("When this is, by RFC 3339; now unless given.", valueName: "time"))
    var at: String?

    func run() throws {
        let checks: [StatusCheck]
        do {
            checks = try Doctor(repository: try Repository(path: repo), time: try SystemClock.time(at: at)).checks()
        } catch let error as GitError {
            throw CommandFailure.usage(error.description)
        }
        let isGood = checks.allSatisfy { $0.outcome != .bad }
        switch format {
        case .json:
            let value: FieldValue = ["checks": .list(checks.map(\.json)), "good": .bool(isGood)]
            StandardStream.output(JSONText.compact(value) + "\n")
        case .text:
            for check in checks {
                StandardStream.output("\(check.outcome.rawValue)\t\(check.name)\t\(check.message)\n")
            }
        }
        StandardStream.flush()
        if !isGood { throw ExitCode(1) }
    }
}
