public import Evidence
internal import ExactValues
public import GitNames
public import GitStore
public import PolicyCore

/// A push as a receipt tells it, to be judged again by the same evaluator.
public struct RecordedPush {
    let receipt: Receipt
    let policyTip: ObjectID?
    let prior: any PriorReceipts

    /// - Parameters:
    ///   - receipt: what it says.
    ///   - policyTip: where the policy's ref was before the push; nil when it did not exist.
    ///   - prior: what receipts before this one say.
    public init(_ receipt: Receipt, policyTip: ObjectID?, prior: any PriorReceipts) {
        self.receipt = receipt
        self.policyTip = policyTip
        self.prior = prior
    }

    /// Judges the push again, by the policy that the receipt names and the approvals that it holds.
    /// - Parameters:
    ///   - repository: a repository with the objects; those that the receipt holds are written into it when they are
    ///     missing.
    ///   - memo: what follows from objects alone, from judgements before.
    /// - Returns: the decision on the one update, and what goes on record of it.
    public func decision(
        repository: Repository, root: Root, memo: JudgementMemo
    ) throws(PushGateError) -> (decision: Decision, accepted: AcceptedUpdate) {
        let lookup = PolicyLookup(repository: repository, root: root, memo: memo)
        let tags = try PushGateError.reading { () throws(GitError) in
            var tags: [ObjectID] = []
            for bytes in receipt.approvals {
                tags.append(try repository.write(RawObject(kind: .tag, bytes: bytes)))
            }
            if let submitted = receipt.submitted {
                _ = try repository.write(RawObject(kind: .tag, bytes: submitted))
            }
            return tags
        }
        let standing = try standing(lookup)
        let told: PushFacts.Pusher =
            receipt.pusher.map { .login($0) } ?? (root.pusherSource == nil ? .notTold : .missing)
        let push = PushFacts(time: receipt.time, pusher: told, updates: [])
        let gatherer = FactGatherer(
            repository: repository, root: root, standing: standing, prior: prior, push: push,
            updates: [receipt.update], recordedApprovals: tags, memo: memo)
        var facts = try gatherer.facts(receipt.update)
        // Two pushes that the gate judged at once may bring the same signature: the second says nothing, and harms nobody.
        if case .repeated(let approval) = facts.submission { facts.submission = .approval(approval) }
        let decision = PolicyEvaluator.decide(standing, root: root, facts: push.with([facts]))
        var submitted: SubmittedApproval?
        if case .approval(let approval) = facts.submission { submitted = try gatherer.submitted(approval) }
        return (decision, AcceptedUpdate(decision.updates[0], submitted: submitted))
    }

    private func standing(_ lookup: PolicyLookup) throws(PushGateError) -> PolicyStanding {
        guard let policy = receipt.policy else {
            // The owners judge only where no policy does.
            let standing = try policyTip.map { tip throws(PushGateError) in try lookup.standing(at: tip).standing }
            guard standing?.policy == nil else {
                throw PushGateError(code: .evidence, description: "it names no policy, although there was one")
            }
            return standing ?? .absent
        }
        let (standing, version) = try lookup.standing(at: policy.commit)
        guard version == policy else {
            throw PushGateError(code: .evidence, description: "the policy that it names is not at \(policy.commit)")
        }
        return standing
    }
}
