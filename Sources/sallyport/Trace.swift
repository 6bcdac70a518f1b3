import ArgumentParser
import DesiredState
import ExactValues
import FieldTree
import GitNames
import GitStore
import PolicyCore
import PolicyFile
import Provenance
import PushGate
import Signatures

/// `sallyport trace`: where an object comes from.
struct Trace: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says which commit declares an object, who made it, who approved it, and why.",
        discussion: """
            Reads an installed repository, or with --root and --receipt-key a mirror of one, and believes only what the \
            receipts prove. Exits with 1 when Git does not declare the object.
            """
    )

    enum Format: String, ExpressibleByArgument {
        case text, json
    }

    @Argument(help: "The object, as KIND/NAME: Deployment/web.")
    var object: String

    @Option(name: [.customShort("n"), .long], help: "The object's namespace.")
    var namespace: String?

    @Option(help: "The repository.")
    var repo: String = "."

    @Option(help: "The branch that declares the cluster.")
    var ref: String = "refs/heads/main"

    @Option(help: "The folder of the manifests in the repository.")
    var path: String = "."

    @Option(help: "The root file, for a repository that the gate is not installed in.")
    var root: String?

    @Option(help: "The key that signs receipts, as install prints it; goes with --root.")
    var receiptKey: String?

    @Option(help: "text or json.")
    var format: Format = .text

    func run() throws {
        let parts = object.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw CommandFailure.usage("\(object) is not KIND/NAME, like Deployment/web")
        }
        guard let branch = RefName(ref) else { throw CommandFailure.usage("\(ref) is no full ref name below refs/") }
        do {
            let repository = try Repository(path: repo)
            let tracer = try Tracer(
                repository: repository, root: try pinnedRoot(repository), branch: branch, path: path)
            let declared = try tracer.find(kind: parts[0], name: parts[1], namespace: namespace)
            write(try tracer.trace(declared))
        } catch let error as ProvenanceError {
            if error.code == .undeclared {
                StandardStream.error("sallyport: \(error)\n")
                throw ExitCode(1)
            }
            throw CommandFailure(description: error.description, exitCode: error.code == .unreadable ? 3 : 2)
        } catch let error as GitError {
            throw CommandFailure.usage(error.description)
        } catch let error as PushGateError {
            throw CommandFailure.usage(error.description)
        }
        StandardStream.flush()
    }

    private func pinnedRoot(_ repository: Repository) throws -> Root {
        guard let root else { return try InstalledGate(repository).pinned }
        guard let text = receiptKey else { throw CommandFailure.usage("--root goes with --receipt-key") }
        guard let key = try? Ed25519PublicKey(sshText: text) else {
            guard let key = Ed25519PublicKey(base64: text) else {
                throw CommandFailure.usage("--receipt-key wants a key as install prints it")
            }
            return try Self.read(root, key: key)
        }
        return try Self.read(root, key: key)
    }

    private static func read(_ file: String, key: Ed25519PublicKey) throws(CommandFailure) -> Root {
        var source = try LineSource(file, limit: 1 << 20)
        let bytes = try source.rest()
        let root: RootFile
        do throws(PolicyFileError) {
            root = try RootFile.parse(bytes, file: file, keys: OwnersKeys())
        } catch {
            throw CommandFailure.usage(error.description)
        }
        guard let repository = root.repository else {
            throw CommandFailure.usage("\(file) must have the repository's id, as install prints it")
        }
        return Root(
            repository: repository, policyRef: root.policyRef, owners: root.owners, threshold: root.threshold,
            receiptKey: key.rawBytes, pusherSource: root.pusherSource)
    }

    private func write(_ trace: ObjectTrace) {
        if format == .json { return StandardStream.output(JSONText.compact(trace.json) + "\n") }
        let message = trace.reason.split(separator: "\n", omittingEmptySubsequences: false)
        let approvers = trace.approvers.map(\.text).joined(separator: ", ")
        let signer = trace.signer.map { "\($0) (\(trace.key ?? ""))" } ?? "nobody on record"
        let policy = trace.policy.map { "by the policy at \($0.hex.prefix(12))" } ?? "by the owners"
        var lines = [
            ("declared", "\(trace.object.file):\(trace.line) on \(trace.branch)"), ("commit", trace.commit.hex),
            ("author", trace.author), ("signed by", signer),
            ("approved by", approvers.isEmpty ? "nobody" : approvers),
            ("why", message.first.map(String.init) ?? ""),
        ]
        lines += message.dropFirst(2).filter { !$0.isEmpty }.map { ("", String($0)) }
        if let pusher = trace.pusher { lines.append(("pushed by", pusher.text)) }
        let origin = trace.isGenesis ? "there when the gate was installed" : policy
        lines.append(("receipt", "number \(trace.receipt), \(trace.time), \(origin)"))
        StandardStream.output("\(trace.object.reference)\n")
        for (label, text) in lines {
            StandardStream.output("  \(label)\(String(repeating: " ", count: 13 - label.utf8.count))\(text)\n")
        }
    }
}
