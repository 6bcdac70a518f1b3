public import DesiredState
internal import Evidence
internal import ExactValues
internal import FieldTree
public import GitNames
public import GitStore
public import PolicyCore
internal import PolicyFile
internal import ReceiptChain
internal import ReceiptLog
internal import Signatures

/// Traces declared objects through the verified receipts of a branch.
public struct Tracer {
    let repository: Repository
    let root: Root
    let branch: RefName
    /// The folder of the manifests.
    let path: String
    let history: VerifiedHistory
    let desired: DesiredState

    /// Verifies the receipts and indexes what the branch declares.
    public init(repository: Repository, root: Root, branch: RefName, path: String) throws(ProvenanceError) {
        do throws(ReceiptChainError) {
            history = try ReceiptLog(repository: repository, root: root, branch: branch).verify()
        } catch {
            throw ProvenanceError(.unverified, error.description)
        }
        guard let tip = history.tips[branch] else {
            throw ProvenanceError(.unverified, "no receipt accepts \(branch)")
        }
        self.repository = repository
        self.root = root
        self.branch = branch
        self.path = path
        desired = try Self.reading { () throws(GitError) in
            try DesiredState(repository: repository, commit: tip, path: path)
        }
    }

    /// Finds what a person means by a kind and a name.
    /// - Parameters:
    ///   - kind: the kind, or the resource's plural, in any case: `Deployment`, `deployment`, `deployments`.
    ///   - namespace: nil looks everywhere.
    public func find(kind: String, name: String, namespace: String?) throws(ProvenanceError) -> DeclaredObject {
        let wanted = kind.lowercased()
        let found = desired.allObjects.filter { object in
            guard ExactText.equal(object.reference.name, name) else { return false }
            guard namespace == nil || object.reference.namespace.isEmpty || object.reference.namespace == namespace
            else {
                return false
            }
            let entry = desired.catalog.entry(group: object.reference.group, kind: object.reference.kind)
            return object.reference.kind.lowercased() == wanted || entry?.resource == wanted
        }
        switch found.count {
        case 1: return found[0]
        case 0:
            let place = namespace.map { " in namespace \($0)" } ?? ""
            throw ProvenanceError(.undeclared, "\(branch) declares no \(kind)/\(name)\(place) below \(path)")
        default:
            let names = found.map(\.reference.description).joined(separator: ", ")
            throw ProvenanceError(.ambiguous, "\(kind)/\(name) could be \(names): give -n NAMESPACE")
        }
    }

    /// The commit, people and reason behind what is declared of an object now.
    public func trace(_ object: DeclaredObject) throws(ProvenanceError) -> ObjectTrace {
        let receipts = history.receipts(of: branch)
        for receipt in receipts.reversed() {
            let old = receipt.update.old
            if receipt.kind == .push, !old.isZero, try isSame(object, at: old) { continue }
            return try describe(object, receipt)
        }
        throw ProvenanceError(.unverified, "no receipt brought \(object.reference)")
    }

    /// Whether a commit declared the very same value. The same file with the same bytes is enough to know.
    private func isSame(_ object: DeclaredObject, at commit: ObjectID) throws(ProvenanceError) -> Bool {
        let (now, then) = try Self.reading { () throws(GitError) in
            (
                try repository.entry(at: object.file, in: desired.commit)?.id,
                try repository.entry(at: object.file, in: commit)?.id
            )
        }
        if now == then { return true }
        let before = try Self.reading { () throws(GitError) -> DesiredState? in
            do throws(GitError) {
                return try DesiredState(repository: repository, commit: commit, after: desired)
            } catch  where error.code == .notFound {
                return nil
            }
        }
        return before?.object(object.reference)?.value == object.value
    }

    private func describe(_ object: DeclaredObject, _ receipt: Receipt) throws(ProvenanceError) -> ObjectTrace {
        let commit = receipt.kind == .genesis ? receipt.update.new : try changingCommit(object, receipt)
        let signed = try signedCommit(commit)
        var author = ""
        if let signed, case .commit(_, _, let line) = signed.content {
            author =
                String(decoding: line.name, as: UTF8.self) + " <" + String(decoding: line.email, as: UTF8.self) + ">"
        }
        let (signer, key) = try signer(signed, receipt)
        return ObjectTrace(
            object: object, line: object.line(of: FieldPath()), branch: branch, commit: commit, author: author,
            signer: signer, key: key, approvers: receipt.approvers, pusher: receipt.pusher,
            reason: signed.map { String(decoding: $0.message, as: UTF8.self) } ?? "", receipt: receipt.sequence,
            time: receipt.time, policy: receipt.policy?.commit, isGenesis: receipt.kind == .genesis)
    }

    /// The last commit of a push that touched the object's file.
    private func changingCommit(_ object: DeclaredObject, _ receipt: Receipt) throws(ProvenanceError) -> ObjectID {
        let update = receipt.update
        return try Self.reading { () throws(GitError) in
            let hidden = update.old.isZero ? [] : [update.old]
            for commit in try repository.newCommits(from: [update.new], hiding: hidden).reversed() {
                let blob = try repository.entry(at: object.file, in: commit)?.id
                let parents = try repository.parents(of: commit)
                var isTouched = parents.isEmpty
                for parent in parents where try repository.entry(at: object.file, in: parent)?.id != blob {
                    isTouched = parents.count == 1
                }
                if isTouched { return commit }
            }
            return update.new
        }
    }

    private func signedCommit(_ commit: ObjectID) throws(ProvenanceError) -> SignedObject? {
        let bytes = try Self.reading { () throws(GitError) in try repository.rawObject(commit).bytes }
        return try? SignedObject(commit: bytes)
    }

    private func signer(_ signed: SignedObject?, _ receipt: Receipt) throws(ProvenanceError) -> (Name?, String?) {
        guard let signed else { return (nil, nil) }
        let policy = try policy(receipt)
        let signers = KnownSigners(policy: policy, root: root)
        guard case .key(let key) = signers.facts(of: signed, SignatureVerifier(), at: receipt.time) else {
            return (nil, nil)
        }
        guard receipt.policy != nil else {
            let owner = root.owners.first { $0.keys.contains { $0.identity == key } }
            return (owner?.name, key.fingerprint)
        }
        return (policy?.owner(ofKey: key)?.person.name, key.fingerprint)
    }

    private func policy(_ receipt: Receipt) throws(ProvenanceError) -> Policy? {
        guard let version = receipt.policy else { return nil }
        let bytes = try Self.reading { () throws(GitError) in try repository.blob(version.blob) }
        return try? PolicyFile.parse(bytes, keys: KnownKeys())
    }

    private static func reading<Result>(_ body: () throws(GitError) -> Result) throws(ProvenanceError) -> Result {
        do throws(GitError) {
            return try body()
        } catch {
            throw ProvenanceError(.unreadable, error.description)
        }
    }
}
