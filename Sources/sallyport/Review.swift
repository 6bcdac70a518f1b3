import ArgumentParser
import ClusterGate
import DesiredState
import ExactValues
import FieldTree
import GitStore
import JSONDocument
import ObjectAccounting
import PolicyCore
import PolicyFile
import Signatures

#if canImport(Glibc)
import Glibc
#endif

/// `sallyport review`: AdmissionReviews in, responses out, by the code that serves `POST /validate`.
struct Review: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Judges AdmissionReviews (JSON or JSON lines) against what Git declares.",
        discussion: """
            Writes one AdmissionReview response a line. Live state is what the allowed requests before have done, and \
            --live. Exits with 1 when anything is denied.
            """
    )

    @Option(help: "The repository with the manifests.")
    var repo: String

    @Option(help: "The ref that is taken as accepted.")
    var ref: String

    @Option(help: "The folder of the manifests in the repository.")
    var path: String

    @Option(help: "A file with what is live at the start: the output of kubectl get -o json.")
    var live: String?

    @Option(help: "The API server's version, which decides its defaults.")
    var kubernetesVersion: String = KubernetesVersion.newestKnown.description

    @Option(
        help: ArgumentHelp("When grants and schedules are judged, by RFC 3339; now unless given.", valueName: "time"))
    var at: String?

    @Option(help: "A policy file: its agents, controllers and grants for the cluster that --cluster names.")
    var policy: String?

    @Option(help: "The cluster in the policy; the one with this folder unless given.")
    var cluster: String?

    @Argument(help: "The reviews; - is standard input.")
    var file: String = "-"

    func run() throws {
        let known = KubernetesVersion(major: 1, minor: 20)...KubernetesVersion.newestKnown
        guard let version = KubernetesVersion(kubernetesVersion), known.contains(version) else {
            throw CommandFailure.usage(
                "--kubernetes-version wants a version from \(known.lowerBound) to \(known.upperBound), not \(kubernetesVersion)"
            )
        }
        let desired = try loadDesired()
        for problem in desired.problems { StandardStream.error("sallyport: warning: \(problem)\n") }
        let evaluator = ReviewEvaluator(
            desired: desired, version: version, branch: ref, rules: try loadRules())
        var session = ReviewSession(
            evaluator: evaluator, live: try loadLive(), now: try SystemClock.time(at: at))
        let isAnyDenied = try judgeAll(&session)
        StandardStream.flush()
        if isAnyDenied { throw ExitCode(1) }
    }

    /// Judges every review of the input.
    /// - Returns: whether any of them was denied.
    private func judgeAll(_ session: inout ReviewSession) throws(CommandFailure) -> Bool {
        let reader = try reader()
        var source = try LineSource(file == "-" ? "/dev/stdin" : file, limit: JSONReader.defaultByteLimit)
        var isAnyDenied = false
        var number = 0
        while var line = try source.next() {
            number += 1
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x0d || $0 == 0x09 }) { continue }
            // One review that is printed over many lines is one document.
            if number == 1, (try? reader.read(line)) == nil { line += [0x0a] + (try source.rest()) }
            do {
                let (uid, verdict) = try session.judge(try reader.read(line))
                isAnyDenied = isAnyDenied || !verdict.allowed
                StandardStream.output(JSONText.compact(verdict.response(uid: uid)) + "\n")
            } catch {
                throw CommandFailure.usage("\(file):\(number): \(error)")
            }
        }
        return isAnyDenied
    }

    private func reader() throws(CommandFailure) -> JSONReader {
        do { return try JSONReader() } catch { throw CommandFailure.internalError("\(error)") }
    }

    private func loadDesired() throws -> DesiredState {
        do throws(GitError) {
            let repository = try Repository(path: repo)
            guard let commit = try repository.resolve(ref: ref) else {
                throw GitError(code: .notFound, description: "\(repo) has no ref \(ref)")
            }
            return try DesiredState(repository: repository, commit: commit, path: path)
        } catch {
            throw CommandFailure.usage("\(error)")
        }
    }

    /// The rules of the policy for the cluster; none without a policy.
    private func loadRules() throws(CommandFailure) -> ClusterRules {
        guard let policy else { return .none }
        var source = try LineSource(policy, limit: 1 << 20)
        let bytes = try source.rest()
        let parsed: Policy
        do throws(PolicyFileError) {
            parsed = try PolicyFile.parse(bytes, file: policy, keys: KnownKeys())
        } catch {
            throw CommandFailure.usage("\(error)")
        }
        let found = parsed.clusters.first { rule in
            cluster.map { rule.name == Name($0) } ?? ExactText.equal(rule.manifests, path)
        }
        guard let found else {
            throw CommandFailure.usage("\(policy) has no cluster \(cluster ?? "with the folder \(path)")")
        }
        return ClusterRules(policy: parsed, cluster: found)
    }

    private func loadLive() throws -> [FieldValue] {
        guard let live else { return [] }
        var source = try LineSource(live, limit: 1 << 30)
        let bytes = try source.rest()
        let value: FieldValue
        do throws(JSONError) {
            value = try JSONReader(byteLimit: 1 << 30).read(bytes)
        } catch {
            throw CommandFailure.usage("\(live): \(error)")
        }
        return value["items"]?.list ?? [value]
    }
}
