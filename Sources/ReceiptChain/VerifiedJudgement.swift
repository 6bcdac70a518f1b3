internal import Evidence
public import ExactValues
internal import GitNames
internal import GitStore
public import PolicyCore
public import PushGate
internal import Signatures

/// B2a: what the gate accepts, every mirror accepts. Before the gate says yes, the receipts that it would write are
/// judged by the code and the facts by which mirrors judge them.
public enum VerifiedJudgement {
    /// Decides on a push, and has the decision checked. Nothing is changed.
    /// - Parameters:
    ///   - updates: what the push wants, all of it.
    ///   - time: when the push was received.
    ///   - pusher: who pushes, see `PusherSource`.
    ///   - namespace: the value of GIT_NAMESPACE; nil or empty when it is not set.
    public static func of(
        _ updates: [RefUpdate], at time: Timestamp, pusher: PushFacts.Pusher, namespace: String? = nil,
        in gate: InstalledGate
    ) throws(PushGateError) -> PushJudgement {
        let index = try attesting { () throws(EvidenceError) in try ReceiptIndex(gate.repository) }
        let policyTip = try attesting { () throws(EvidenceError) in try index.value(of: gate.root.policyRef) }
        let isByRecord = isByRecord(updates)
        if !isByRecord, let violation = try movedPolicy(from: policyTip, gate) {
            return PushJudgement(rejecting: updates, for: violation)
        }
        let memo = JudgementMemo()
        var judgement = try PushGate(gate, memo: memo).judge(
            updates, at: time, pusher: pusher, namespace: namespace, prior: index,
            by: isByRecord ? .commit(policyTip) : .ref)
        guard judgement.decision.isAccepted else { return judgement }
        var login: Name?
        if case .login(let name) = pusher { login = name }
        var checked: [Decision.Update] = []
        for (update, accepted) in zip(judgement.decision.updates, judgement.accepted) {
            let receipt = try receipt(
                accepted, of: update.update, index, at: time, pusher: login, policy: judgement.policy, gate)
            var update = update
            if let reason = try objectionOfLedger(to: update.update, at: time, gate) {
                update.violations.append(objection(reason))
            } else if let reason = objectionOfMirrors(to: receipt, index, policyTip: policyTip, gate, memo) {
                update.violations.append(objection(reason))
            }
            checked.append(update)
        }
        judgement.decision = Decision(updates: checked)
        return judgement
    }

    /// Whether the policy on record judges, and not what stands at the policy's ref: a push of approvals alone, so that
    /// the owners can put on record that this very ref was moved past the gate.
    public static func isByRecord(_ updates: [RefUpdate]) -> Bool {
        updates.allSatisfy { $0.ref.isWithin(PolicyEvaluator.approvalsNamespace) }
    }

    /// Why nothing else is judged while the policy's ref is not where its last receipt left it.
    private static func movedPolicy(from recorded: ObjectID?, _ gate: InstalledGate) throws(PushGateError) -> Violation?
    {
        let tip = try PolicyLookup(repository: gate.repository, root: gate.root).tip()
        guard tip != recorded else { return nil }
        let ref = gate.root.policyRef
        let now = tip.map { "is at \($0)" } ?? "does not exist"
        let then = recorded.map { "its last receipt says \($0)" } ?? "there is no receipt for it"
        return Violation(
            rule: .movedPast,
            message: "\(ref), which holds the policy, \(now), and \(then): it was moved past the gate",
            nextStep: "the owners put the move on record: sallyport root heal \(ref); or the server's administrator"
                + " brings the ref back")
    }

    private static func objection(_ reason: String) -> Violation {
        Violation(
            rule: .verification, message: "mirrors would refuse its receipt: \(reason)",
            nextStep: "ask the administrator of the server to run: sallyport status")
    }

    /// Why receipts could not be written after a new version of the root.
    private static func objectionOfLedger(
        to update: RefUpdate, at time: Timestamp, _ gate: InstalledGate
    ) throws(PushGateError) -> String? {
        guard update.ref == PolicyEvaluator.rootRef,
            let new = try RootLookup(gate.repository).proposal(in: update.new).root
        else { return nil }
        let key = try attesting { () throws(EvidenceError) in try ReceiptLedger.key(of: gate.repository) }
        return new.accepts(receiptKey: key.publicKey.rawBytes, at: time)
            ? nil : "the new root does not name the key that this server signs receipts with"
    }

    private static func objectionOfMirrors(
        to receipt: Receipt, _ index: ReceiptIndex, policyTip: ObjectID?, _ gate: InstalledGate, _ memo: JudgementMemo
    ) -> String? {
        do throws(ReceiptChainError) {
            _ = try ChainVerifier.judgeAgain(
                receipt, prior: index, policyTip: policyTip, repository: gate.repository, root: gate.root,
                memo: memo)
            return nil
        } catch {
            return error.description
        }
    }

    /// The receipt that an update would get.
    private static func receipt(
        _ accepted: AcceptedUpdate, of update: RefUpdate, _ index: ReceiptIndex, at time: Timestamp, pusher: Name?,
        policy: PolicyVersion?, _ gate: InstalledGate
    ) throws(PushGateError) -> Receipt {
        var approvals: [[UInt8]] = []
        for approval in accepted.consumed { approvals.append(try rawTag(approval.tag, gate)) }
        return SignedReceipt.receipt(
            accepted, of: update, after: index, repository: gate.root.repository, time: time, policy: policy,
            pusher: pusher, approvals: approvals,
            submitted: accepted.submitted == nil ? nil : try rawTag(update.new, gate))
    }

    private static func rawTag(_ id: ObjectID, _ gate: InstalledGate) throws(PushGateError) -> [UInt8] {
        do throws(GitError) {
            return try gate.repository.rawObject(id).bytes
        } catch {
            throw PushGateError(code: .repository, description: error.description)
        }
    }

    private static func attesting<Result>(
        _ body: () throws(EvidenceError) -> Result
    ) throws(PushGateError) -> Result {
        do throws(EvidenceError) {
            return try body()
        } catch {
            throw PushGateError(code: .evidence, description: error.description)
        }
    }
}
