import ArgumentParser
import Evidence
import ExactValues
import GitNames
import PolicyCore
import PolicyFile
import Signatures

#if canImport(Glibc)
import Glibc
#endif

/// `sallyport approve`: the signed tag that approves a change, made and pushed with git and the reviewer's own key.
struct Approve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Approves a commit for a ref: makes the signed tag and pushes it to refs/approvals/.",
        discussion: """
            Runs in a clone. It only spares the typing: git tag -s makes the tag, git push sends it. The tag is signed \
            with the key that git is configured with (gpg.format, user.signingKey). What is approved is shown, and asked \
            for where there is a terminal.
            """
    )

    @Argument(help: "The commit to approve.")
    var revision: String

    @Option(help: "The full name of the ref it may go to.")
    var target: String

    @Option(help: "The remote, or its URL, that has the ref.")
    var remote: String = "origin"

    @Option(help: "The repository's id; taken from the policy on the target, or in the commit, unless given.")
    var repository: String?

    @Flag(help: "Take back what you said of this commit, an approval or a rejection.")
    var withdraw = false

    @Flag(help: "Reject it: nobody's approval counts until you withdraw that.")
    var reject = false

    @Flag(name: .customLong("new"), help: "The target does not exist yet, and shall be made.")
    var isNew = false

    @Flag(help: "Do not ask.")
    var yes = false

    @Flag(help: "Make the tag and print how to push it.")
    var noPush = false

    private var verdict: Approval.Verdict { withdraw ? .withdraw : reject ? .reject : .approve }

    func validate() throws {
        if withdraw, reject { throw ValidationError("--withdraw and --reject are two different things to say") }
    }

    func run() throws {
        guard let target = RefName(target) else {
            throw CommandFailure.usage("\(target) is no full ref name like refs/heads/main")
        }
        let clone = LocalClone(remote: remote)
        let head = try clone.object("\(revision)^{commit}")
        let tree = try clone.object("\(head)^{tree}")
        let base = try self.base(of: target, head, clone)
        let id = try repository ?? repositoryID(base: base, head: head, clone)
        let text = ApprovalText(
            repository: Name(id), target: target, base: base, head: head, resultTree: tree, verdict: verdict)
        try show(text, clone)
        let tag = try clone.makeTag(text, message: text.message)
        let destination = "\(PolicyEvaluator.approvalsNamespace)\(head)/\(tag)"
        defer { StandardStream.flush() }
        if noPush {
            StandardStream.output("git push \(remote) \(tag):\(destination)\n")
            return
        }
        guard try ChildProcess.run(["git", "push", "-q", remote, "\(tag):\(destination)"]).status == 0 else {
            throw CommandFailure.usage("the \(verdict.rawValue) was not taken; it is object \(tag) here")
        }
        let done = withdraw ? "withdrew what was said of" : reject ? "rejected" : "approved"
        StandardStream.output("\(done) \(head) for \(target) with \(tag)\n")
    }

    /// Where the target is; a name that nothing has is more likely a slip than a wish.
    private func base(of target: RefName, _ head: ObjectID, _ clone: LocalClone) throws -> ObjectID {
        let base = try clone.remoteValue(of: target)
        // The first policy makes its own ref: the commit before it, if there is one, holds none.
        let brings = try clone.git("cat-file", "-e", "\(head):\(PolicyFile.path)") != nil
        let had = try clone.git("cat-file", "-e", "\(head)^:\(PolicyFile.path)") != nil
        let isFounding = base.isZero && brings && !had
        guard base.isZero == isNew || target.isTag || isFounding else {
            throw CommandFailure.usage(
                base.isZero
                    ? "\(remote) has no \(target): give the name of one that is there, or --new to approve making it"
                    : "\(target) is there already, at \(base): leave --new out")
        }
        return base
    }

    // MARK: Before signing

    /// Shows what is signed, and asks a person at a terminal.
    private func show(_ text: ApprovalText, _ clone: LocalClone) throws {
        guard !withdraw else { return }
        var range: String?
        if !text.base.isZero {
            if try clone.git("cat-file", "-e", text.base.hex) == nil { try clone.fetch(text.target) }
            range = "\(text.base)..\(text.head)"
            StandardStream.error("\(verdict.rawValue) for \(text.target):\n")
            StandardStream.error(try clone.git("log", "--oneline", "--no-decorate", "-n", "50", range ?? "") ?? "")
            StandardStream.error(try clone.git("diff", "--stat", "\(text.base)...\(text.head)") ?? "")
        } else {
            StandardStream.error("\(verdict.rawValue) making \(text.target) at \(text.head)\n")
        }
        if verdict == .approve, try isOwnChange(range ?? "\(text.head)^!", clone) {
            StandardStream.error("note: commits of it name you; for those your approval does not count\n")
        }
        guard !yes, isatty(0) != 0, isatty(2) != 0 else { return }
        StandardStream.error("Sign this? [y/N] ")
        let answer = readLine(strippingNewline: true) ?? ""
        guard ["y", "yes"].contains(Name(answer)) else { throw CommandFailure.usage("nothing was signed") }
    }

    private func isOwnChange(_ range: String, _ clone: LocalClone) throws -> Bool {
        guard let own = try clone.git("config", "user.email"),
            let named = try clone.git("log", "--format=%ae%n%ce", "-n", "1000", range)
        else { return false }
        let address = String(decoding: own.utf8.filter { $0 != 0x0a }, as: UTF8.self)
        return named.utf8.split(separator: 0x0a).contains {
            Person.isSameAddress(String(decoding: $0, as: UTF8.self), address)
        }
    }

    private func repositoryID(base: ObjectID, head: ObjectID, _ clone: LocalClone) throws -> String {
        for commit in [base, head] where !commit.isZero {
            guard let text = try clone.git("cat-file", "blob", "\(commit):\(PolicyFile.path)"),
                let policy = try? PolicyFile.parse(Array(text.utf8), keys: KnownKeys())
            else { continue }
            return policy.repository.text
        }
        throw CommandFailure.usage("no policy here names the repository's id: give --repository")
    }
}
