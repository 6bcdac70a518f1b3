import ArgumentParser
import ExactValues
import GitNames
import GitStore
import Signatures

#if canImport(Glibc)
import Glibc
#endif

/// `sallyport verify`: who signed which commits and tags.
struct Verify: ParsableCommand {
    enum Format: String, ExpressibleByArgument {
        case text, json
    }

    static let configuration = CommandConfiguration(
        abstract: "Says of each commit or tag who signed it.",
        discussion: """
            RANGE is A..B, the commits that B reaches and A does not, parents first; or a revision, which is that one \
            commit or tag alone. With --stdin, exactly the objects named there, one id a line.

            One line for each: oid, good|bad|unsigned|untrusted, format, key and person, separated by tabs, - where \
            there is none; or JSON lines with those keys. Exits with 1 when any verdict is not good.
            """
    )

    /// More ids than this are not read from standard input.
    private static let idLimit = 10_000_000
    /// For so many objects at most, standard error says why they are not good.
    private static let reasonLimit = 20

    @Option(help: "The repository.")
    var repo: String

    @Argument(help: "A revision, or A..B.")
    var range: String?

    @Flag(help: "Read object ids from standard input, one a line.")
    var stdin = false

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Files of trusted keys: OpenSSH allowed_signers, OpenPGP keyrings, PEM bundles.",
            valueName: "file"))
    var trust: [String]

    @Option(help: "text or json.")
    var format: Format = .text

    @Option(
        help: ArgumentHelp(
            "When the keys have to be valid, by RFC 3339. Now by default. Each also has to be valid at its object's date.",
            valueName: "time"))
    var at: String?

    func run() throws {
        let time = try SystemClock.time(at: at)
        let (range, files) = try rangeAndFiles()
        let trust = try Self.trustStore(files)
        let repository: Repository
        let ids: [ObjectID]
        do throws(GitError) {
            repository = try Repository(path: repo)
            ids = if let range { try Self.ids(range, repository) } else { [] }
        } catch {
            throw CommandFailure.usage(error.description)
        }
        let verdicts = try Self.verdicts(
            range == nil ? try Self.idsFromStandardInput() : ids, repository, trust: trust, at: time)
        print(verdicts)
        StandardStream.flush()
        if verdicts.contains(where: { $0.verdict.outcome != .good }) { throw ExitCode(1) }
    }

    /// `--trust` takes all words up to the next option; a range that stands behind them is told by its being missed.
    private func rangeAndFiles() throws(CommandFailure) -> (range: String?, files: [String]) {
        guard range == nil || !stdin else { throw CommandFailure.usage("give a range or --stdin, not both") }
        if range != nil || stdin { return (range, trust) }
        guard trust.count >= 2, let last = trust.last else { throw CommandFailure.usage("give a range or --stdin") }
        return (last, trust.dropLast())
    }

    private static func trustStore(_ files: [String]) throws(CommandFailure) -> TrustStore {
        var trust = TrustStore()
        for file in files {
            var source = try LineSource(file, limit: TrustStore.fileLimit)
            let bytes = try source.rest()
            do throws(SignatureError) {
                try trust.add(file: bytes, named: file)
            } catch {
                throw CommandFailure.usage(error.description)
            }
        }
        return trust
    }

    private static func ids(_ range: String, _ repository: Repository) throws(GitError) -> [ObjectID] {
        guard let dots = range.firstRange(of: "..") else { return [try repository.resolve(revision: range)] }
        let (start, end) = (range[..<dots.lowerBound], range[dots.upperBound...])
        guard !end.utf8.contains(UInt8(ascii: ".")) || !end.utf8.starts(with: ".".utf8) else {
            throw GitError(code: .invalidName, description: "\(range): symmetric differences are not supported")
        }
        let old = try repository.resolve(revision: start.isEmpty ? "HEAD" : String(start))
        let new = try repository.resolve(revision: end.isEmpty ? "HEAD" : String(end))
        return try repository.newCommits(from: [new], hiding: [try repository.peel(old)])
    }

    private static func idsFromStandardInput() throws(CommandFailure) -> [ObjectID] {
        var source = try LineSource("/dev/stdin", limit: 1 << 16)
        var ids: [ObjectID] = []
        while let line = try source.next() {
            guard let id = ObjectID(hex: line) else {
                throw CommandFailure.usage("standard input:\(ids.count + 1): not an object id of 40 digits")
            }
            guard ids.count < idLimit else { throw CommandFailure.usage("more than \(idLimit) object ids") }
            ids.append(id)
        }
        return ids
    }

    private static func verdicts(
        _ ids: [ObjectID], _ repository: Repository, trust: TrustStore, at time: Timestamp
    ) throws(CommandFailure) -> [VerifiedObject] {
        let found: [VerifiedObject?]
        do throws(GitError) {
            found = try repository.concurrentMap(ids, state: SignatureVerifier.init) { verifier, id, object in
                VerifiedObject(id, object, trust: trust, verifier, at: time)
            }
        } catch {
            throw CommandFailure.usage(error.description)
        }
        var verdicts: [VerifiedObject] = []
        verdicts.reserveCapacity(found.count)
        for (id, verdict) in zip(ids, found) {
            guard let verdict else { throw CommandFailure.usage("\(id) is neither a commit nor a tag") }
            verdicts.append(verdict)
        }
        return verdicts
    }

    private func print(_ verdicts: [VerifiedObject]) {
        for verdict in verdicts { StandardStream.output(format == .json ? verdict.json : verdict.text) }
        let failures = verdicts.filter { $0.verdict.outcome != .good }
        for failure in failures.prefix(Self.reasonLimit) {
            StandardStream.error("sallyport: \(failure.id) \(failure.verdict.outcome): \(failure.verdict.reason)\n")
        }
        if failures.count > Self.reasonLimit {
            StandardStream.error("sallyport: and \(failures.count - Self.reasonLimit) more that are not good\n")
        }
    }
}
