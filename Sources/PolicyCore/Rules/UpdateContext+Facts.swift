internal import ExactValues
internal import GitNames

// What several rules ask of the facts.
extension UpdateContext {
    /// Who signed a commit: as a receipt says, or by a signature that counts now.
    func signer(of commit: CommitFacts) -> Name? {
        commit.established?.signer ?? validSigner(of: commit.signature)
    }

    /// Whose key, counting now, made a signature; an owner's where there is no policy.
    func validSigner(of signature: SignatureFacts) -> Name? {
        guard let policy else { return owner(of: signature) }
        guard case .key(let key) = signature, let (person, key) = policy.owner(ofKey: key),
            key.objection(at: push.time) == nil
        else { return nil }
        return person.name
    }

    /// The commits that need approvals here: what nobody has reviewed for this ref, or for one that its rule takes as
    /// reviewed, and what is no recomputed merge.
    var commitsToReview: [CommitFacts] {
        guard let rule else { return [] }
        let refs = [update.ref] + rule.reviewedIn
        return facts.commits.filter { commit in
            !commit.isCleanMerge && !(commit.established?.isReviewed(for: refs) ?? false)
        }
    }

    /// Whether the ref's rule wants approvals of this update.
    var needsReview: Bool {
        guard rule?.approvals != nil, !update.isDeletion, !facts.isPartial, !facts.continuesReviewed
        else { return false }
        return update.isCreation || !facts.isFastForward || !commitsToReview.isEmpty
    }

    /// Whether the owners' quorum replaces the policy, over what the policy itself asks of such a change: all that the
    /// update brings is theirs, and is the policy.
    var isReplacedByOwners: Bool {
        mayBeReplacedByOwners && OwnersConsent(self).owners.count >= root.threshold
    }

    /// As ``isReplacedByOwners``, whoever of them consents.
    var mayBeReplacedByOwners: Bool {
        guard update.ref == root.policyRef, case .replaced = facts.policyChange, !facts.commits.isEmpty else {
            return false
        }
        return facts.changedPaths.allSatisfy { $0.path.starts(with: ".sallyport/".utf8) }
            && facts.commits.allSatisfy { OwnersRule.isByOwner($0, self) }
    }
}
