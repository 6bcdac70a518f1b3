internal import ExactValues
internal import GitNames

/// P4: what an accepted update establishes of the commits that it brings: only what was verified. A rule that observes
/// verifies signatures as any does, and establishes no review.
struct Establishment {
    private(set) var commits: [EstablishedCommit] = []
    private var known: [ObjectID: EstablishedFacts]
    private let context: UpdateContext
    private let isReviewed: Bool
    private let isByOwners: Bool
    private let approvers: [Name]

    /// - Parameters:
    ///   - isReviewed: whether the update met a demand for approvals.
    ///   - isByOwners: whether the owners' quorum brings it in.
    ///   - approvers: who approved.
    init(_ context: UpdateContext, isReviewed: Bool, isByOwners: Bool, approvers: [Name]) {
        self.context = context
        self.isReviewed = isReviewed
        self.isByOwners = isByOwners
        self.approvers = approvers
        known = context.facts.boundary
        for commit in context.facts.commits { add(commit) }
    }

    /// Who signed a commit; what the owners' quorum brings in is signed by owners, whom the policy need not name.
    private func signer(of commit: CommitFacts) -> Name? {
        context.validSigner(of: commit.signature) ?? (isByOwners ? context.owner(of: commit.signature) : nil)
    }

    private mutating func add(_ commit: CommitFacts) {
        var facts = commit.established ?? EstablishedFacts()
        if facts.signer == nil { facts.signer = signer(of: commit) }
        if facts.signer != nil {
            facts.signedReach = max(facts.signedReach, reach(below: commit) { Self.signedReach($0) })
        }
        if isReviewed { review(commit, &facts) }
        known[commit.id] = facts
        if facts != commit.established { commits.append(EstablishedCommit(id: commit.id, facts: facts)) }
    }

    private func review(_ commit: CommitFacts, _ facts: inout EstablishedFacts) {
        let ref = context.update.ref
        let before = facts.reviews.first { $0.ref == ref }
        let reach = reach(below: commit) { Self.reviewedReach($0, for: ref) }
        facts.reviews.removeAll { $0.ref == ref }
        facts.reviews.append(
            .init(
                ref: ref, approvers: Array(Set((before?.approvers ?? []) + approvers)).sorted(),
                reach: max(reach, before?.reach ?? .commit)))
    }

    /// How far a fact of a commit holds, by how far it holds of all of its parents.
    private func reach(
        below commit: CommitFacts, of reach: (EstablishedFacts) -> EstablishedFacts.Reach
    ) -> EstablishedFacts.Reach {
        commit.parents.map { known[$0].map(reach) ?? .commit }.min() ?? .wholeHistory
    }

    private static func signedReach(_ facts: EstablishedFacts) -> EstablishedFacts.Reach {
        if facts.signer != nil, facts.signedReach > .commit { return facts.signedReach }
        return facts.wasThereBefore ? .downToGenesis : .commit
    }

    private static func reviewedReach(_ facts: EstablishedFacts, for ref: RefName) -> EstablishedFacts.Reach {
        if let review = facts.reviews.first(where: { $0.ref == ref }), review.reach > .commit { return review.reach }
        return facts.wasThereBefore ? .downToGenesis : .commit
    }
}
