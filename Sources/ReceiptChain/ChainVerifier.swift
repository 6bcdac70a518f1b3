public import Evidence
internal import ExactValues
public import GitNames
public import GitStore
public import PolicyCore
internal import PushGate

/// Takes receipts one by one: does each follow from those before, and is what it attests what the policy accepts?
///
/// What moved the followed branch, the policy's ref, an approval or a ref that demands approvals is judged again, by the
/// policy that the receipt names, at the receipt's time, with the approvals whose bytes the receipt holds. Of other refs
/// the chain alone is checked; what a receipt claims of their commits is verified when something rests on it.
public struct ChainVerifier {
    /// For how many seconds after a change of the policy a push that was judged before it may still be receipted: the
    /// hook's own deadline, and time for Git to finish.
    static let policyGrace: Int64 = 300
    /// As ``policyGrace``, after an approval was withdrawn.
    static let withdrawalGrace = policyGrace

    let repository: Repository
    let root: Root
    /// The branch whose content is followed.
    let branch: RefName
    let memo = JudgementMemo()

    public init(repository: Repository, root: Root, branch: RefName) {
        self.repository = repository
        self.root = root
        self.branch = branch
    }

    /// Takes the next receipt.
    /// - Parameters:
    ///   - envelope: the bytes that it was read from; the next receipt links to them.
    ///   - commit: where on the receipts' ref it is.
    public func take(
        _ receipt: Receipt, envelope: [UInt8], at commit: ObjectID, into history: inout VerifiedHistory
    ) throws(ReceiptChainError) {
        let verifier = history.root.map { ChainVerifier(repository: repository, root: $0, branch: branch) } ?? self
        try verifier.takeUnderRoot(receipt, &history)
        history.sequence = receipt.sequence
        history.head = commit
        history.commits.append(commit)
        history.last = SignedReceipt.link(to: envelope)
    }

    private func takeUnderRoot(_ receipt: Receipt, _ history: inout VerifiedHistory) throws(ReceiptChainError) {
        try checkChain(receipt, history)
        if receipt.kind != .genesis, !history.isGenesisOver { try endGenesis(&history) }
        switch receipt.kind {
        case .genesis: history.genesis.append((receipt.update.ref, receipt.update.new))
        case .push: try takePush(receipt, &history)
        case .healed: try takeHealed(receipt, &history)
        }
        note(receipt, &history)
    }

    private func checkChain(_ receipt: Receipt, _ history: VerifiedHistory) throws(ReceiptChainError) {
        let update = receipt.update
        let checks: [(Bool, String)] = [
            (receipt.sequence == history.sequence + 1, "its number is \(receipt.sequence)"),
            (receipt.repository == root.repository, "it is for repository \(receipt.repository)"),
            (receipt.previous == history.last, "it does not link to the receipt before it"),
            (update.old == history.tips[update.ref] ?? .zero, "\(update.ref) was not at \(update.old) before it"),
            (receipt.kind != .genesis || !history.isGenesisOver, "a genesis receipt stands after a push"),
            (
                receipt.kind != .genesis
                    || (receipt.policy == nil && receipt.approvals.isEmpty && receipt.signed.isEmpty
                        && update.isCreation),
                "a genesis receipt says more than what was there"
            ),
        ]
        for (holds, text) in checks where !holds { throw ReceiptChainError(.unverified, text) }
    }

    private func takePush(_ receipt: Receipt, _ history: inout VerifiedHistory) throws(ReceiptChainError) {
        try checkPolicyVersion(receipt, history)
        guard try isJudgedAgain(receipt, history) else {
            for commit in receipt.signed where history.claims[commit.id] == nil {
                history.claims[commit.id] = SignerClaim(
                    signer: commit.signer, policy: receipt.policy, time: receipt.time, root: root)
            }
            return
        }
        let accepted = try judgeAgain(receipt, history)
        for commit in accepted.established { history.facts[commit.id] = commit.facts }
        if let submitted = accepted.submitted { note(submitted.record, &history) }
        for approval in accepted.consumed { consume(approval, receipt, &history) }
        if receipt.update.ref == PolicyEvaluator.rootRef { try takeRoot(receipt, &history) }
    }

    /// From its receipt on the new version of the root judges.
    private func takeRoot(_ receipt: Receipt, _ history: inout VerifiedHistory) throws(ReceiptChainError) {
        do throws(PushGateError) {
            history.root = try RootLookup(repository).proposal(in: receipt.update.new).root
            history.previousRoot = (root, receipt.time)
        } catch {
            throw ReceiptChainError(.unreadable, error.description)
        }
    }

    private func note(_ receipt: Receipt, _ history: inout VerifiedHistory) {
        let update = receipt.update
        if update.ref == root.policyRef {
            history.previousPolicyTip = (history.tips[update.ref], receipt.time)
        }
        history.tips[update.ref] = update.isDeletion ? nil : update.new
        if update.ref == branch || update.ref == root.policyRef { history.receipts.append(receipt) }
    }

    // MARK: Judging again

    private func isJudgedAgain(_ receipt: Receipt, _ history: VerifiedHistory) throws(ReceiptChainError) -> Bool {
        let ref = receipt.update.ref
        if ref == branch || ref == root.policyRef || ref == PolicyEvaluator.rootRef { return true }
        if ref.isWithin(PolicyEvaluator.approvalsNamespace) { return true }
        guard let version = receipt.policy, !receipt.update.isDeletion else { return false }
        do throws(PushGateError) {
            let lookup = PolicyLookup(repository: repository, root: root, memo: memo)
            let standing = try lookup.standing(at: version.commit).standing
            guard let rule = standing.policy?.rule(for: ref), rule.mode == .enforce, rule.approvals != nil else {
                return false
            }
        } catch {
            throw ReceiptChainError(.unreadable, error.description)
        }
        // Another branch may have been rewound since, and its objects be gone: nothing can rest on it then.
        do throws(GitError) {
            return try repository.objectKind(receipt.update.new) != nil
        } catch {
            throw ReceiptChainError(.unreadable, error.description)
        }
    }

    /// Judges again what a receipt attests.
    /// - Returns: what goes on record of it.
    func judgeAgain(_ receipt: Receipt, _ history: VerifiedHistory) throws(ReceiptChainError) -> AcceptedUpdate {
        func judge(_ root: Root, _ policyTip: ObjectID?) throws(ReceiptChainError) -> AcceptedUpdate {
            try Self.judgeAgain(
                receipt, prior: ChainFacts(history, repository, root, memo, at: receipt.time), policyTip: policyTip,
                repository: repository, root: root, memo: memo)
        }
        let tip = history.tips[root.policyRef]
        do throws(ReceiptChainError) {
            return try judge(root, tip)
        } catch {
            // What changed while a push was under way did not judge it.
            let isDue = { (change: Timestamp) in receipt.time <= change.advanced(by: Self.policyGrace) }
            if receipt.policy == nil, let before = history.previousPolicyTip, isDue(before.time),
                let accepted = try? judge(root, before.tip)
            {
                return accepted
            }
            if receipt.update.ref != PolicyEvaluator.rootRef, let before = history.previousRoot, isDue(before.time),
                let accepted = try? judge(before.root, tip)
            {
                return accepted
            }
            throw error
        }
    }

    static func judgeAgain(
        _ receipt: Receipt, prior: any PriorReceipts, policyTip: ObjectID?, repository: Repository, root: Root,
        memo: JudgementMemo
    ) throws(ReceiptChainError) -> AcceptedUpdate {
        let recorded = RecordedPush(receipt, policyTip: policyTip, prior: prior)
        let (decision, accepted): (Decision, AcceptedUpdate)
        do throws(PushGateError) {
            (decision, accepted) = try recorded.decision(repository: repository, root: root, memo: memo)
        } catch {
            throw ReceiptChainError(error.code == .evidence ? .unverified : .unreadable, error.description)
        }
        guard decision.isAccepted else {
            let reason = decision.updates.flatMap(\.violations).first?.message ?? "it is not accepted"
            throw ReceiptChainError(.rejected, "the policy it names rejects \(receipt.update.ref): \(reason)")
        }
        return accepted
    }

    /// The policy that judged is the one that stood at the policy's ref before the push, or the one before that while
    /// pushes that it judged could still be under way.
    private func checkPolicyVersion(_ receipt: Receipt, _ history: VerifiedHistory) throws(ReceiptChainError) {
        guard let version = receipt.policy, version.commit != history.tips[root.policyRef] else { return }
        let before = history.previousPolicyTip
        let isBefore = before.map { before in
            before.tip == version.commit && receipt.time <= before.time.advanced(by: Self.policyGrace)
        }
        guard isBefore == true else {
            throw ReceiptChainError(.unverified, "the policy it names was not the one in force")
        }
    }

    // MARK: Approvals

    /// An approval's first arrival counts, and what was used up stays so.
    private func note(_ record: ApprovalRecord, _ history: inout VerifiedHistory) {
        guard history.approvals[record.identity] == nil else { return }
        history.approvals[record.identity] = record
        let others = history.approvalsByHead[record.head] ?? []
        history.approvalsByHead[record.head, default: []].append(record.identity)
        guard record.verdict != .heal else { return }
        for identity in others where history.approvals[identity].map(record.supersedes) == true {
            history.approvals[identity]?.state = .withdrawn
            history.withdrawals[identity] = record.arrival
        }
    }

    private func consume(
        _ approval: Decision.ConsumedApproval, _ receipt: Receipt, _ history: inout VerifiedHistory
    ) {
        var record =
            history.approvals[approval.identity]
            ?? ApprovalRecord(
                identity: approval.identity, tag: approval.tag, verdict: .approve, person: approval.person,
                target: receipt.update.ref, head: receipt.update.new, arrival: receipt.time)
        record.state = .consumed
        history.approvals[approval.identity] = record
    }
}
