import ArgumentParser
import Evidence
import ExactValues
import GitNames
import PolicyCore
import PolicyFile
import Signatures

/// `sallyport approve`: the signed tag that approves a change, made and pushed with git and the reviewer's own key.
struct Approve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Approves a commit for a ref: makes the signed tag and pushes it to refs/approvals/.",
        discussion: """
            Runs in a clone. It only spares the typing: git tag -s makes the tag, git push sends it. The tag is signed \
            with the key that git is configured with (gpg.format ssh, user.signingKey).
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

    @Flag(help: "Make the tag and print how to push it.")
    var noPush = false

    func run() throws {
        guard let target = RefName(target) else {
            throw CommandFailure.usage("\(target) is no full ref name like refs/heads/main")
        }
        let head = try object("\(revision)^{commit}")
        let tree = try object("\(head)^{tree}")
        let base = try remoteTip(target)
        let id = try repository ?? repositoryID(base: base, head: head)
        let approval = ApprovalText(repository: Name(id), target: target, base: base, head: head, resultTree: tree)
        let tag = try makeTag(approval)
        let destination = "\(PolicyEvaluator.approvalsNamespace)\(head)/\(tag)"
        if noPush {
            StandardStream.output("git push \(remote) \(tag):\(destination)\n")
            return
        }
        guard try ChildProcess.run(["git", "push", remote, "\(tag):\(destination)"]).status == 0 else {
            throw CommandFailure.usage("the approval was not taken; it is object \(tag) here")
        }
        StandardStream.output("approved \(head) for \(target) with \(tag)\n")
    }

    private func git(_ arguments: String...) throws -> String? {
        let result = try ChildProcess.run(["git"] + arguments, keepsOutput: true)
        return result.status == 0 ? result.output : nil
    }

    private func object(_ revision: String) throws -> ObjectID {
        guard let text = try git("rev-parse", "--verify", "--end-of-options", revision),
            let id = ObjectID(hex: text.utf8.prefix(ObjectID.hexCount))
        else { throw CommandFailure.usage("\(revision) names nothing here") }
        return id
    }

    /// Where the target is on the server; zero when it does not exist.
    private func remoteTip(_ target: RefName) throws -> ObjectID {
        guard let text = try git("ls-remote", "--", remote, target.text) else {
            throw CommandFailure.usage("cannot ask \(remote) for \(target)")
        }
        for line in text.utf8.split(separator: 0x0a) {
            let parts = line.split(separator: 0x09)
            if parts.count == 2, parts[1].elementsEqual(target.text.utf8), let id = ObjectID(hex: parts[0]) {
                return id
            }
        }
        return .zero
    }

    private func repositoryID(base: ObjectID, head: ObjectID) throws -> String {
        for commit in [base, head] where !commit.isZero {
            guard let text = try git("cat-file", "blob", "\(commit):\(PolicyFile.path)"),
                let policy = try? PolicyFile.parse(Array(text.utf8), keys: KnownKeys())
            else { continue }
            return policy.repository.text
        }
        throw CommandFailure.usage("no policy here names the repository's id: give --repository")
    }

    /// Makes the tag object; the local ref that git makes for it goes again.
    private func makeTag(_ approval: ApprovalText) throws -> ObjectID {
        let made = try ChildProcess.run([
            "git", "tag", "-s", "-f", "--cleanup=verbatim", "-m", approval.message, approval.tagName,
            approval.head.hex,
        ])
        guard made.status == 0 else { throw CommandFailure.usage("git could not make the signed tag") }
        let tag = try object("refs/tags/\(approval.tagName)")
        _ = try git("tag", "-d", approval.tagName)
        return tag
    }
}
