import Evidence
import ExactValues
import GitNames
import PolicyCore
import PolicyFile

/// A version of the root on its way: a commit that holds `root.yaml` alone, on top of the version before.
struct RootVersion {
    private let clone: LocalClone
    private static let ref = "refs/sallyport/root"

    init(_ clone: LocalClone) {
        self.clone = clone
    }

    /// Makes the signed commit of a root file, on top of what the remote has.
    func commit(_ file: String, version: Int64) throws -> ObjectID {
        let parent = try parent()
        guard let blob = try clone.git("hash-object", "-w", "--", file).map(Self.line),
            let tree = try tree(of: blob)
        else { throw CommandFailure.usage("git could not write the root") }
        var arguments = ["git", "commit-tree", "-S", "-m", "Root version \(version)"]
        if !parent.isZero { arguments += ["-p", parent.hex] }
        let made = try ChildProcess.run(arguments + [tree], keepsOutput: true)
        guard made.status == 0, let id = ObjectID(hex: made.output.utf8.prefix(ObjectID.hexCount)) else {
            throw CommandFailure.usage("git could not make the signed commit")
        }
        return id
    }

    /// Where the remote's root is; zero while it is the one that install pinned.
    private func parent() throws -> ObjectID {
        guard let ref = RefName(Self.ref) else { return .zero }
        let parent = try clone.remoteValue(of: ref)
        if !parent.isZero { try clone.fetch(ref) }
        return parent
    }

    /// A tree of one file: an index of its own, so that the clone's stays as it is.
    private func tree(of blob: String) throws -> String? {
        guard let folder = try clone.git("rev-parse", "--absolute-git-dir").map(Self.line) else { return nil }
        let index = "GIT_INDEX_FILE=\(folder)/sallyport-root-index"
        let added = try ChildProcess.run([
            "env", index, "git", "update-index", "--add", "--cacheinfo", "100644,\(blob),\(RootFile.path)",
        ])
        let tree = try ChildProcess.run(["env", index, "git", "write-tree"], keepsOutput: true)
        _ = try ChildProcess.run(["rm", "-f", "\(folder)/sallyport-root-index"])
        return added.status == 0 && tree.status == 0 ? Self.line(tree.output) : nil
    }

    /// Fetches a version by the tags that others signed it with.
    func fetch(_ commit: ObjectID) throws {
        _ = try clone.git(
            "fetch", "--quiet", "--no-tags", clone.remote, "refs/approvals/\(commit)/*:refs/sallyport/proposed/*")
        guard try clone.git("cat-file", "-e", "\(commit)^{commit}") != nil else {
            throw CommandFailure.usage("\(clone.remote) has no version \(commit) of the root that anybody proposed")
        }
    }

    func show(_ commit: ObjectID) throws {
        guard let text = try clone.git("cat-file", "blob", "\(commit):\(RootFile.path)") else {
            throw CommandFailure.usage("\(commit) has no \(RootFile.path)")
        }
        StandardStream.output(text)
        StandardStream.flush()
    }

    /// Signs a version with a tag, pushes that, and then the version itself.
    func sign(_ commit: ObjectID) throws {
        guard let ref = RefName(Self.ref) else { return }
        let id = try clone.repositoryID(try clone.receipts())
        let text = ApprovalText(
            repository: id, target: ref, base: try clone.remoteValue(of: ref), head: commit,
            resultTree: try clone.object("\(commit)^{tree}"))
        let tag = try clone.makeTag(text, message: text.message)
        let destination = "\(PolicyEvaluator.approvalsNamespace)\(commit)/\(tag)"
        guard try ChildProcess.run(["git", "push", clone.remote, "\(tag):\(destination)"]).status == 0 else {
            throw CommandFailure.usage("the signature was not taken; it is tag \(tag) here")
        }
        let isIn = try ChildProcess.run(["git", "push", clone.remote, "\(commit):\(ref)"]).status == 0
        StandardStream.output(
            isIn
                ? "version \(commit) of the root is in force\n"
                : "signed; it waits for others, who run: sallyport root sign \(commit)\n")
    }

    private static func line(_ text: String) -> String {
        String(decoding: text.utf8.prefix { $0 != 0x0a }, as: UTF8.self)
    }
}
