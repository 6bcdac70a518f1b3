internal import Evidence
internal import ExactValues
internal import GitNames
internal import GitStore
internal import PolicyCore
internal import PushGate
internal import Signatures

/// What a verified chain says of commits and approvals. What a receipt only claims is verified here, once somebody asks.
struct ChainFacts: PriorReceipts {
    let history: VerifiedHistory
    let repository: Repository
    let root: Root
    private let time: Timestamp
    private let policies: PolicyLookup

    /// - Parameter time: when the push was received that is judged by this.
    init(
        _ history: VerifiedHistory, _ repository: Repository, _ root: Root, _ memo: JudgementMemo, at time: Timestamp
    ) {
        self.time = time
        self.history = history
        self.repository = repository
        self.root = root
        policies = PolicyLookup(repository: repository, root: root, memo: memo)
    }

    func value(of ref: RefName) throws(EvidenceError) -> ObjectID? { history.tips[ref] }

    func facts(of commit: ObjectID) throws(EvidenceError) -> EstablishedFacts? {
        if let facts = history.facts[commit] { return facts }
        if let claim = history.claims[commit], try isTrue(claim, of: commit) {
            return EstablishedFacts(signer: claim.signer)
        }
        return history.genesisCommits?.contains(commit) == true ? EstablishedFacts(wasThereBefore: true) : nil
    }

    func approval(_ identity: ApprovalIdentity) throws(EvidenceError) -> ApprovalRecord? {
        guard var record = history.approvals[identity] else { return nil }
        // A push that was judged by it may still be under way when its signer takes it back.
        if record.state == .withdrawn, let withdrawn = history.withdrawals[identity],
            time <= withdrawn.advanced(by: ChainVerifier.withdrawalGrace)
        {
            record.state = .unused
        }
        return record
    }

    // A receipt that is judged again holds the approvals that it used.
    func approvals(of head: ObjectID) throws(EvidenceError) -> [ApprovalRecord] { [] }

    func approvals(ofChange digest: [UInt8]) throws(EvidenceError) -> [ApprovalRecord] { [] }

    private func isTrue(_ claim: SignerClaim, of commit: ObjectID) throws(EvidenceError) -> Bool {
        let bytes: [UInt8]
        do throws(GitError) {
            bytes = try repository.rawObject(commit, limit: SignedObject.defaultLimit).bytes
        } catch {
            throw EvidenceError(code: .storage, description: "cannot read commit \(commit): \(error)")
        }
        guard let object = try? SignedObject(commit: bytes) else { return false }
        return try signer(of: object, by: claim) == claim.signer
    }

    private func signer(
        of object: SignedObject, by claim: SignerClaim
    ) throws(EvidenceError) -> Name? {
        let standing: PolicyStanding
        do throws(PushGateError) {
            standing =
                try claim.policy.map { version throws(PushGateError) in
                    try policies.standing(at: version.commit).standing
                } ?? .absent
        } catch {
            throw EvidenceError(code: .storage, description: error.description)
        }
        let signature = KnownSigners(policy: standing.policy, root: claim.root).facts(
            of: object, SignatureVerifier(), at: claim.time)
        return PolicyEvaluator.signer(of: signature, standing, root: claim.root, at: claim.time, asOwner: false)
    }
}
