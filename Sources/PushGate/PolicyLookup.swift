public import Evidence
public import GitNames
public import GitStore
public import PolicyCore
internal import PolicyFile
internal import Signatures

/// Finds policies in commits.
public struct PolicyLookup {
    let repository: Repository
    let root: Root
    private let memo: JudgementMemo

    /// - Parameter memo: what was parsed before.
    public init(repository: Repository, root: Root, memo: JudgementMemo = JudgementMemo()) {
        self.repository = repository
        self.root = root
        self.memo = memo
    }

    /// The policy at the pinned ref, with where it was read.
    func standing() throws(PushGateError) -> (standing: PolicyStanding, version: PolicyVersion?) {
        guard let commit = try tip() else { return (.absent, nil) }
        return try standing(at: commit)
    }

    /// The policy at a place, with where it was read.
    func standing(_ place: PolicyPlace) throws(PushGateError) -> (standing: PolicyStanding, version: PolicyVersion?) {
        switch place {
        case .ref: return try standing()
        case .commit(nil): return (.absent, nil)
        case .commit(let commit?): return try standing(at: commit)
        }
    }

    /// The policy in a commit, with where it was read.
    public func standing(at commit: ObjectID) throws(PushGateError) -> (
        standing: PolicyStanding, version: PolicyVersion?
    ) {
        guard let file = try file(in: commit) else { return (.absent, nil) }
        let version = PolicyVersion(commit: commit, blob: file)
        switch try policy(file) {
        case .failure(let reason): return (.broken(reason.text), version)
        case .success(let policy):
            guard policy.repository == root.repository else {
                return (.broken("it is for repository \(policy.repository), this is \(root.repository)"), version)
            }
            return (.inForce(policy), version)
        }
    }

    /// Where the policy's ref is; nil when it does not exist.
    public func tip() throws(PushGateError) -> ObjectID? {
        let ref = root.policyRef.text
        let found = try PushGateError.reading { () throws(GitError) -> (ObjectID?, String?) in
            (try repository.resolve(ref: ref), try repository.symbolicTarget(of: ref))
        }
        if let target = found.1 {
            throw PushGateError(
                code: .configuration, description: "the policy's ref \(ref) is another name for \(target)")
        }
        return found.0
    }

    /// The policy file's blob; nil when there is none. Anything but a plain file there counts as none.
    func file(in commit: ObjectID) throws(PushGateError) -> ObjectID? {
        try PushGateError.reading { () throws(GitError) in
            guard let entry = try repository.entry(at: PolicyFile.path, in: commit), entry.mode == .file else {
                return nil
            }
            return entry.id
        }
    }

    /// Why a file is no policy.
    struct Unusable: Error {
        let text: String
    }

    func policy(_ blob: ObjectID) throws(PushGateError) -> Result<Policy, Unusable> {
        try memo.policy(blob) { () throws(PushGateError) in try parsed(blob) }
    }

    private func parsed(_ blob: ObjectID) throws(PushGateError) -> Result<Policy, Unusable> {
        let bytes: [UInt8]
        do throws(GitError) {
            bytes = try repository.blob(blob, limit: 1 << 20)
        } catch  where error.code == .tooLarge {
            return .failure(Unusable(text: "\(PolicyFile.path) is over 1 MiB"))
        } catch {
            throw PushGateError(code: .repository, description: error.description)
        }
        do throws(PolicyFileError) {
            return .success(try PolicyFile.parse(bytes, keys: KnownKeys()))
        } catch {
            return .failure(Unusable(text: error.description))
        }
    }

    /// What an update, whose new object leads to a commit, does to the policy.
    func change(_ update: RefUpdate) throws(PushGateError) -> PolicyChange {
        guard update.ref == root.policyRef, !update.isDeletion else { return .none }
        let old = update.isCreation ? nil : try file(in: update.old)
        guard let new = try file(in: update.new) else { return old == nil ? .none : .removed }
        guard new != old else { return .none }
        switch try policy(new) {
        case .success(let policy): return .replaced(by: policy)
        case .failure(let reason): return .broken(reason.text)
        }
    }
}
