import ArgumentParser
import Evidence
import ExactValues
import GitNames
import GitStore
import PolicyCore

/// `sallyport root heal`: the signed tag with which an owner puts on record that a ref was moved past the gate.
struct RootHeal: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "heal",
        abstract: "Puts on record that a ref was moved past the gate: makes the owner's signed tag and pushes it.",
        discussion: """
            Runs in a clone. git tag -s makes the tag with the key that git is configured with, git push sends it to \
            refs/approvals/. Once as many owners as the root asks for have done so, the gate writes a receipt of the \
            move, and the ref takes pushes again.
            """
    )

    @Argument(help: "The full name of the ref that was moved.")
    var ref: String

    @Option(help: "Why it was moved: a line for those who read the record.")
    var reason: String?

    @Option(help: "The remote, or its URL, that has the ref.")
    var remote: String = "origin"

    @Option(help: "What the ref was at by its last receipt; read from the remote's receipts unless given.")
    var base: String?

    @Flag(help: "Make the tag and print how to push it.")
    var noPush = false

    func run() throws {
        guard let target = RefName(ref) else {
            throw CommandFailure.usage("\(ref) is no full ref name like refs/heads/main")
        }
        guard PolicyEvaluator.canHeal(target) else {
            throw CommandFailure.usage("\(target) is closed: what is there cannot be put on record")
        }
        if let reason, reason.utf8.contains(where: { $0 < 0x20 }) {
            throw CommandFailure.usage("--reason is one line")
        }
        let clone = LocalClone(remote: remote)
        let receipts = try clone.receipts()
        let recorded = try base.map { text throws in try clone.object(text) } ?? receipts.value(of: target) ?? .zero
        let current = try clone.remoteValue(of: target)
        guard recorded != current else {
            throw CommandFailure.usage("\(target) is where its last receipt says: there is nothing to put on record")
        }
        if !current.isZero { try clone.fetch(target) }
        let text = ApprovalText(
            repository: try clone.repositoryID(receipts), target: target, base: recorded, head: current,
            resultTree: try current.isZero ? .zero : clone.object("\(current)^{tree}"), verdict: .heal)
        let tag = try clone.makeTag(text, message: text.message(reason: reason))
        let destination = "\(PolicyEvaluator.approvalsNamespace)\(text.tagged)/\(tag)"
        if noPush {
            StandardStream.output("git push \(remote) \(tag):\(destination)\n")
        } else {
            guard try ChildProcess.run(["git", "push", remote, "\(tag):\(destination)"]).status == 0 else {
                throw CommandFailure.usage("the tag was not taken; it is object \(tag) here")
            }
            StandardStream.output("said of \(target) that it moved from \(recorded) to \(current), with \(tag)\n")
        }
        StandardStream.flush()
    }
}
