internal import Evidence
internal import ExactValues
internal import GitNames
internal import GitStore
internal import PolicyCore
internal import PushGate

extension ChainVerifier {
    /// A ref that was moved past the gate, as the owners' quorum put it on record.
    func takeHealed(_ receipt: Receipt, _ history: inout VerifiedHistory) throws(ReceiptChainError) {
        guard receipt.policy == nil, receipt.submitted == nil, receipt.signed.isEmpty,
            PolicyEvaluator.canHeal(receipt.update.ref)
        else { throw ReceiptChainError(.unverified, "it says more than owners can put on record") }
        let consent: [ApprovalRecord]
        do throws(PushGateError) {
            consent = try Healing(repository, root).consent(
                receipt.approvals, to: receipt.update, at: receipt.time)
        } catch {
            throw ReceiptChainError(.unreadable, error.description)
        }
        let fresh = consent.filter { history.approvals[$0.identity]?.state ?? .unused == .unused }
        guard Set(fresh.compactMap(\.person)).count >= root.threshold else {
            throw ReceiptChainError(
                .rejected, "not enough owners say that \(receipt.update.ref) was moved past the gate")
        }
        for record in fresh {
            history.approvals[record.identity] = record
            history.approvals[record.identity]?.state = .consumed
        }
        let prior = ChainFacts(history, repository, root, memo, at: receipt.time)
        do throws(PushGateError) {
            for commit in try Healing(repository, root).newCommits(of: receipt.update, prior) {
                history.facts[commit.id] = commit.facts
            }
        } catch {
            throw ReceiptChainError(.unreadable, error.description)
        }
    }
}
