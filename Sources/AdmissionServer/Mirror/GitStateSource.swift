internal import ClusterGate
internal import DesiredState
internal import Evidence
internal import ExactValues
internal import Files
internal import GitNames
internal import GitStore
internal import PolicyCore
internal import PolicyFile
internal import ReceiptChain
internal import ReceiptLog
internal import Signatures
internal import Synchronization

/// A bare mirror of the repository, fetched by libgit2, whose receipts are checked from the first to the last.
///
/// What comes in is kept under `refs/incoming/` and believed in nothing. The mirror's own receipts only ever go forward,
/// and only to what was verified: a server that goes back or makes things up leaves the last good state usable, also
/// for a replica that starts meanwhile.
struct GitStateSource: StateSource {
    private static let incoming = "refs/incoming/"
    private static let incomingReceipts = "refs/incoming/sallyport/receipts"

    private let settings: AdmissionConfiguration.Repository
    private let branch: RefName
    private let root: Root
    private let known = Known()

    /// What was verified so far; one for all copies of this source.
    private final class Known: Sendable {
        let history = Mutex(VerifiedHistory())
    }

    /// Reads the root file.
    /// - Throws: `ServerError.Code.repository` when the root, the key or the URL cannot be used.
    init(repository: AdmissionConfiguration.Repository) throws(ServerError) {
        settings = repository
        guard let ref = RefName(repository.ref) else {
            throw Self.unusable("repository.ref \"\(repository.ref)\" is no ref's name")
        }
        branch = ref
        if let authority = repository.authority {
            do throws(GitError) {
                try Repository.trust(authorities: authority)
            } catch {
                throw Self.unusable("repository.authority: \(error.description)")
            }
        }
        let schemes = ["https://", "http://", "file://", "/"]
        guard schemes.contains(where: { repository.url.utf8.starts(with: $0.utf8) }) else {
            throw Self.unusable(
                "repository.url must start with one of \(schemes.joined(separator: ", ")); others are not supported")
        }
        root = try Self.root(repository)
    }

    private static func root(_ settings: AdmissionConfiguration.Repository) throws(ServerError) -> Root {
        let file: RootFile
        do {
            file = try RootFile.parse(
                try InputFile.read(settings.root, limit: 1 << 20), file: settings.root, keys: OwnersKeys())
        } catch {
            throw unusable("\(error)")
        }
        guard file.version == 1 else {
            throw unusable(
                "\(settings.root) is version \(file.version): pin version 1, the receipts lead to later ones")
        }
        let ids = [settings.id.map { Name($0) }, file.repository].compactMap { $0 }
        guard let id = ids.first, ids.allSatisfy({ $0 == id }) else {
            throw unusable(
                ids.isEmpty
                    ? "repository.id is missing, and \(settings.root) has none"
                    : "repository.id is not the one in \(settings.root)")
        }
        let key = (try? Ed25519PublicKey(sshText: settings.receiptKey)) ?? Ed25519PublicKey(base64: settings.receiptKey)
        guard let key else {
            throw unusable("repository.receiptKey is neither \"ssh-ed25519 AAAA…\" nor 32 bytes in base64")
        }
        return Root(
            repository: id, policyRef: file.policyRef, owners: file.owners, threshold: file.threshold,
            receiptKey: key.rawBytes, pusherSource: file.pusherSource, genesis: file.genesis)
    }

    private static func unusable(_ text: String) -> ServerError {
        ServerError(code: .repository, description: text)
    }

    // MARK: States

    func verified(
        isFetching: Bool, after last: AcceptedState?, current: DesiredState?
    ) throws(MirrorError) -> VerifiedState {
        let repository = try reading { () throws(GitError) in try Repository.createBare(at: settings.mirror) }
        let history = isFetching ? try fetch(into: repository) : try verify(repository)
        guard let commit = history.tips[branch] else {
            throw MirrorError(code: .unverified, description: "no receipt says that \(branch) is there")
        }
        let rules = try clusterRules(repository, history)
        let state = AcceptedState(
            sequence: UInt64(history.sequence), receipt: history.head.hex, commit: commit.hex)
        return VerifiedState(
            state: state, desired: try desired(repository, commit, current: current), rules: rules,
            continuesLast: last.map { Self.holds(history, $0) } ?? true)
    }

    /// Where the policy says which branch and folder declare clusters, this configuration must follow one of them: which
    /// manifests count is under review, too.
    /// - Returns: what the policy says of the cluster that this configuration follows.
    private func clusterRules(
        _ repository: Repository, _ history: VerifiedHistory
    ) throws(MirrorError) -> ClusterRules {
        guard let tip = history.tips[root.policyRef] else { return .none }
        let bytes = try reading { () throws(GitError) -> [UInt8]? in
            guard let entry = try repository.entry(at: PolicyFile.path, in: tip) else { return nil }
            return try repository.blob(entry.id, limit: 1 << 20)
        }
        // The push gate accepts no policy that does not load; one that does not load here asks for nothing.
        guard let bytes, let policy = try? PolicyFile.parse(bytes, keys: KnownKeys()), !policy.clusters.isEmpty else {
            return .none
        }
        let followed = policy.clusters.first { cluster in
            cluster.branch == branch && ExactText.equal(cluster.manifests, settings.path)
        }
        guard let followed else {
            throw MirrorError(
                code: .unverified,
                description: "no cluster in \(PolicyFile.path) has branch \(branch) and manifests"
                    + " \(settings.path.isEmpty ? "." : settings.path)")
        }
        return ClusterRules(policy: policy, cluster: followed)
    }

    /// Whether the chain has the receipt of an earlier state at its number.
    private static func holds(_ history: VerifiedHistory, _ state: AcceptedState) -> Bool {
        guard state.sequence > 0, state.sequence <= history.commits.count else { return false }
        return ExactText.equal(history.commits[Int(state.sequence) - 1].hex, state.receipt)
    }

    /// Fetches, and moves the mirror's receipts on when what came in goes on from them and verifies.
    private func fetch(into repository: Repository) throws(MirrorError) -> VerifiedHistory {
        let credentials = try credentials()
        do throws(GitError) {
            try repository.fetch(
                from: settings.url, refspecs: ["+refs/*:\(Self.incoming)*"], credentials: credentials)
        } catch {
            throw MirrorError(code: .unreachable, description: error.description)
        }
        let (old, new) = try reading { () throws(GitError) in
            (try repository.resolve(ref: ReceiptIndex.ref), try repository.resolve(ref: Self.incomingReceipts))
        }
        guard let new else {
            throw MirrorError(code: .unverified, description: "the remote has no \(ReceiptIndex.ref)")
        }
        if let old, old != new {
            guard try reading({ () throws(GitError) in try repository.isAncestor(old, of: new) }) else {
                throw MirrorError(
                    code: .backwards, description: "the remote's receipts no longer hold those seen before")
            }
        }
        try move(repository, from: old, to: new)
        do throws(MirrorError) {
            return try verify(repository)
        } catch {
            try move(repository, from: new, to: old)
            throw error
        }
    }

    /// The password is read at each fetch: it may be a token that somebody renews.
    private func credentials() throws(MirrorError) -> RemoteCredentials? {
        guard let named = settings.credentials else { return nil }
        do {
            var bytes = try InputFile.read(named.passwordFile, limit: 1 << 16)
            while let last = bytes.last, last == 0x0a || last == 0x0d { bytes.removeLast() }
            guard !bytes.isEmpty, let password = String(validating: bytes, as: UTF8.self) else {
                throw MirrorError(code: .unreachable, description: "\(named.passwordFile): no password in it")
            }
            return RemoteCredentials(username: named.username, password: password)
        } catch {
            throw MirrorError(code: .unreachable, description: "repository.credentials: \(error)")
        }
    }

    private func move(_ repository: Repository, from old: ObjectID?, to new: ObjectID?) throws(MirrorError) {
        guard old != new else { return }
        try reading { () throws(GitError) in
            try repository.updateRef(ReceiptIndex.ref, new: new ?? .zero, old: old ?? .zero, message: "mirror")
        }
    }

    private func verify(_ repository: Repository) throws(MirrorError) -> VerifiedHistory {
        let log = ReceiptLog(repository: repository, root: root, branch: branch)
        do throws(ReceiptChainError) {
            let history = try log.verify(from: known.history.withLock { $0 })
            known.history.withLock { $0 = history }
            return history
        } catch {
            throw MirrorError(
                code: error.code == .unreadable ? .unreadable : .unverified, description: error.description)
        }
    }

    private func reading<Result>(_ body: () throws(GitError) -> Result) throws(MirrorError) -> Result {
        do throws(GitError) {
            return try body()
        } catch {
            throw MirrorError(code: .unreadable, description: error.description)
        }
    }

    private func desired(
        _ repository: Repository, _ commit: ObjectID, current: DesiredState?
    ) throws(MirrorError) -> DesiredState {
        if let current, current.commit == commit { return current }
        return try reading { () throws(GitError) in
            if let current { return try DesiredState(repository: repository, commit: commit, after: current) }
            return try DesiredState(repository: repository, commit: commit, path: settings.path)
        }
    }
}
