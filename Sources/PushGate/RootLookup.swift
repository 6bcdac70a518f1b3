internal import Evidence
public import GitNames
public import GitStore
public import PolicyCore
internal import PolicyFile
internal import Signatures

/// Finds versions of the root in commits.
public struct RootLookup {
    private let repository: Repository

    public init(_ repository: Repository) {
        self.repository = repository
    }

    /// The version of the root in a commit.
    public func proposal(in commit: ObjectID) throws(PushGateError) -> RootProposal {
        let bytes: [UInt8]
        do throws(GitError) {
            guard let entry = try repository.entry(at: RootFile.path, in: commit), entry.mode == .file else {
                return .broken("there is no \(RootFile.path)")
            }
            bytes = try repository.blob(entry.id, limit: 1 << 20)
        } catch  where error.code == .tooLarge {
            return .broken("it is over 1 MiB")
        } catch {
            throw PushGateError(code: .repository, description: error.description)
        }
        do throws(PolicyFileError) {
            let file = try RootFile.parse(bytes, file: RootFile.path, keys: OwnersKeys())
            guard let repository = file.repository else { return .broken("it does not say for which repository it is") }
            guard !file.receiptKeys.isEmpty else { return .broken("it has no receiptKeys") }
            return .version(
                Root(
                    version: file.version, repository: repository, policyRef: file.policyRef, owners: file.owners,
                    threshold: file.threshold, receiptKeys: file.receiptKeys, pusherSource: file.pusherSource,
                    genesis: file.genesis))
        } catch {
            return .broken(error.description)
        }
    }

    /// The root in force: the version that the last receipt of the root's ref names, or else the pinned one.
    public func inForce(after pinned: Root) throws(PushGateError) -> Root {
        guard let ref = PolicyEvaluator.rootRef,
            try PushGateError.reading({ () throws(GitError) in try repository.resolve(ref: ref.text) }) != nil
        else { return pinned }
        let commit = try PushGateError.attesting { () throws(EvidenceError) in
            try ReceiptIndex(repository).value(of: ref)
        }
        guard let commit else { return pinned }
        guard let root = try proposal(in: commit).root, root.repository == pinned.repository else {
            throw PushGateError(code: .configuration, description: "the root at \(commit) cannot be read")
        }
        return root
    }
}
