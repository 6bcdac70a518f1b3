internal import Evidence
internal import ExactValues
internal import GitNames
internal import GitStore
internal import PolicyCore
internal import Signatures

/// Reads pushed objects by the strict parser, and what their signatures prove.
struct ObjectReader {
    /// An object as the strict parser reads it.
    struct PushedObject {
        let id: ObjectID
        let target: UpdateFacts.Target
        let signed: SignedObject?
    }

    let repository: Repository
    private let readings: ObjectReadings

    /// - Parameter readings: by whose keys, at what time; keeps what was read.
    init(_ repository: Repository, _ readings: ObjectReadings) {
        self.repository = repository
        self.readings = readings
    }

    func object(_ id: ObjectID) throws(PushGateError) -> PushedObject {
        if let known = readings.object(id) { return known }
        func other(_ target: UpdateFacts.Target) -> PushedObject {
            PushedObject(id: id, target: target, signed: nil)
        }
        let kind = try PushGateError.reading { () throws(GitError) in try repository.objectKind(id) }
        switch kind {
        case .commit, .tag: break
        case .some(let kind): return other(.other(kind.rawValue))
        case nil: return other(.malformed("there is no object \(id)"))
        }
        let bytes: [UInt8]
        do throws(GitError) {
            bytes = try repository.rawObject(id, limit: SignedObject.defaultLimit).bytes
        } catch  where error.code == .tooLarge {
            return other(.malformed(error.description))
        } catch {
            throw PushGateError(code: .repository, description: error.description)
        }
        do throws(SignatureError) {
            let signed = try kind == .tag ? SignedObject(tag: bytes) : SignedObject(commit: bytes)
            let object = PushedObject(id: id, target: target(id, signed), signed: signed)
            readings.keep(object, size: bytes.count)
            return object
        } catch {
            return other(.malformed(error.description))
        }
    }

    private func target(_ id: ObjectID, _ signed: SignedObject) -> UpdateFacts.Target {
        switch signed.content {
        case .commit(let tree, _, _): return .commit(tree: tree)
        case .tag(let object, let kind, let name):
            return .tag(
                TagFacts(
                    id: id, name: name, target: object, tagsCommit: kind == "commit",
                    signature: signature(of: id, signed)))
        }
    }

    /// What the signature of an object proves.
    func signature(of id: ObjectID, _ object: SignedObject) -> SignatureFacts {
        readings.signature(id, object)
    }

    /// Reads commits, and checks their signatures, on all cores when there are many. Also of those of which a receipt
    /// says who signed: whose key that is now tells their maker when people were renamed.
    func commits(
        _ ids: [ObjectID], _ established: [ObjectID: EstablishedFacts]
    ) throws(PushGateError) -> [CommitFacts] {
        let (signers, time, known) = (readings.signers, readings.time, readings.signatures)
        // Where receipts say who signed, no signature is checked, and nothing is worth keeping.
        let unread = ids.filter { established[$0]?.signer != nil || readings.commit($0) == nil }
        let read = try PushGateError.reading { () throws(GitError) in
            try repository.concurrentMap(unread, state: { SignatureVerifier() }) { verifier, id, object in
                Self.commit(id, object, established[id]) { signed in
                    known[id] ?? signers.facts(of: signed, verifier, at: time)
                }
            }
        }
        for commit in read where commit.established?.signer == nil { readings.keep(commit) }
        guard unread.count < ids.count else { return read }
        var rest = read[...]
        return ids.compactMap { id in
            if let next = rest.first, next.id == id { return rest.popFirst() }
            return readings.commit(id).map { known in
                CommitFacts(
                    id: id, parents: known.parents, signature: known.signature, claims: known.claims,
                    established: established[id])
            }
        }
    }

    private static func commit(
        _ id: ObjectID, _ object: RawObject, _ established: EstablishedFacts?,
        signature: (SignedObject) -> SignatureFacts
    ) -> CommitFacts {
        let parents = CommitParents.of(object.bytes)
        do throws(SignatureError) {
            guard object.kind == .commit else {
                return CommitFacts(id: id, signature: .bad("it is not a commit"), claims: .unreadable)
            }
            let signed = try SignedObject(commit: object.bytes)
            return CommitFacts(
                id: id, parents: parents, signature: signature(signed), claims: claims(signed),
                established: established)
        } catch {
            return CommitFacts(
                id: id, parents: parents, signature: .bad(error.description), claims: claims(ofHistoric: object.bytes),
                established: established)
        }
    }

    private static func claims(_ commit: SignedObject) -> MakerClaims {
        guard case .commit(_, _, let author) = commit.content else { return .unreadable }
        var coAuthors: [String] = []
        for coAuthor in commit.coAuthors {
            guard let email = coAuthor.email else { return .unreadable }
            coAuthors.append(text(email))
        }
        return MakerClaims(author: text(author.email), committer: text(commit.maker.email), coAuthors: coAuthors)
    }

    /// Of a commit that the strict parser refuses: it may be older than the gate.
    private static func claims(ofHistoric bytes: [UInt8]) -> MakerClaims {
        guard let emails = HistoricCommit(bytes)?.makerEmails.map(text), let author = emails.first else {
            return .unreadable
        }
        return MakerClaims(author: author, committer: emails[emails.count - 1], coAuthors: emails)
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
