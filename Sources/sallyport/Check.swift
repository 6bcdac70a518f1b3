import ArgumentParser
import ExactValues
import GitNames
import GitStore
import PolicyCore
import PushGate
import ReceiptChain

/// `sallyport check`: what the push gate would say of a push.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Gives the push gate's verdict on one ref update; nothing is changed.",
        discussion: "Exits with 1 when the push would be rejected. OLD or NEW of 40 zeros creates or deletes the ref."
    )

    enum Format: String, ExpressibleByArgument {
        case text, json
    }

    @Option(help: "The repository that the gate is installed in.")
    var repo: String

    @Argument(help: "Where the ref is: an object id or a revision.")
    var old: String

    @Argument(help: "Where the push would move it: an object id or a revision.")
    var new: String

    @Argument(help: "The full name of the ref.")
    var ref: String

    @Option(help: "The login of who would push.")
    var pusher: String?

    @Option(help: "text or json.")
    var format: Format = .text

    @Option(help: ArgumentHelp("When the push would be received, by RFC 3339; now unless given.", valueName: "time"))
    var at: String?

    func run() throws {
        let time = try SystemClock.time(at: at)
        guard let name = RefName(ref) else { throw CommandFailure.usage("\(ref) is no full ref name below refs/") }
        let judgement: PushJudgement
        do {
            let repository = try Repository(path: repo)
            let update = RefUpdate(ref: name, old: try id(old, repository), new: try id(new, repository))
            let gate = try InstalledGate(repository)
            judgement = try VerifiedJudgement.of([update], at: time, pusher: told(gate.root), in: gate)
        } catch let error as GitError {
            throw CommandFailure.usage(error.description)
        } catch let error as PushGateError {
            let isUsage = error.code == .configuration || error.code == .input
            throw CommandFailure(description: error.description, exitCode: isUsage ? 2 : 3)
        }
        write(judgement.decision)
        StandardStream.flush()
        if !judgement.decision.isAccepted { throw ExitCode(1) }
    }

    private func id(_ text: String, _ repository: Repository) throws -> ObjectID {
        if let id = ObjectID(hex: text) { return id }
        return try repository.resolve(revision: text)
    }

    private func told(_ root: Root) -> PushFacts.Pusher {
        guard root.pusherSource != nil else { return .notTold }
        return pusher.map { .login(Name($0)) } ?? .missing
    }

    private func write(_ decision: Decision) {
        switch format {
        case .json: StandardStream.output(DecisionJSON.text(decision) + "\n")
        case .text:
            for line in DecisionText.lines(decision) { StandardStream.output(line + "\n") }
            for update in decision.updates where update.violations.isEmpty {
                StandardStream.output("accepted \(update.update.ref): \(update.levels.joined(separator: ", "))\n")
            }
        }
    }
}
