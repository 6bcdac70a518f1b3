public import GitNames

/// What the push gate found out about one ref update.
public struct UpdateFacts: Sendable, Hashable {
    /// What the new id names.
    public enum Target: Sendable, Hashable {
        /// The ref is deleted.
        case nothing
        case commit(tree: ObjectID)
        case tag(TagFacts)
        /// A tree or a blob.
        case other(String)
        /// The object cannot be read by the strict parser, with the reason.
        case malformed(String)
    }

    /// What was pushed below `refs/approvals/`.
    public enum Submission: Sendable, Hashable {
        case approval(Approval)
        /// The same signature came in before, under this ref.
        case repeated(Approval)
        /// It is no approval, with the reason.
        case malformed(String)
    }

    public let update: RefUpdate
    public var target: Target
    /// What the last receipt of the ref moved it to; zero where it has none or was deleted.
    public var recorded: ObjectID
    /// What the signature on the new commit proves, also when the commit is not new to the repository.
    public var tip: SignatureFacts
    /// The ref that this ref is only another name for.
    public var symbolicTarget: String?
    /// Whether the old commit is an ancestor of the new one; true when the ref is created.
    public var isFastForward: Bool
    /// The commits that the update brings to the ref, parents first. For a new ref those on top of the accepted
    /// history that it continues.
    public var commits: [CommitFacts]
    /// What earlier receipts say of the parents of `commits` that are not among them.
    public var boundary: [ObjectID: EstablishedFacts]
    /// Whether all that the update brings was accepted before for this ref, or for one that its rule takes as reviewed.
    public var continuesReviewed: Bool
    /// The paths that differ between the old and the new tree; for a new ref between the accepted history
    /// that it continues and the new tree.
    public var changedPaths: [ChangedPath]
    /// The approvals that name the new commit or the same change.
    public var approvals: [Approval]
    public var submission: Submission?
    public var policyChange: PolicyChange
    /// The version of the root that the update brings, or that the approval which it brings is about where an owner
    /// signed that.
    public var proposal: RootProposal
    /// Whether merges and approvals were left alone because cheaper checks reject the update already.
    public var isPartial: Bool

    public init(
        update: RefUpdate, target: Target, recorded: ObjectID? = nil, tip: SignatureFacts? = nil,
        symbolicTarget: String? = nil, isFastForward: Bool = true, commits: [CommitFacts] = [],
        boundary: [ObjectID: EstablishedFacts] = [:], continuesReviewed: Bool = false, changedPaths: [ChangedPath] = [],
        approvals: [Approval] = [], submission: Submission? = nil, policyChange: PolicyChange = .none,
        proposal: RootProposal = .none
    ) {
        self.update = update
        self.target = target
        self.recorded = recorded ?? update.old
        self.tip = tip ?? commits.first { $0.id == update.new }?.signature ?? .unsigned
        self.symbolicTarget = symbolicTarget
        self.isFastForward = isFastForward
        self.commits = commits
        self.boundary = boundary
        self.continuesReviewed = continuesReviewed
        self.changedPaths = changedPaths
        self.approvals = approvals
        self.submission = submission
        self.policyChange = policyChange
        self.proposal = proposal
        isPartial = false
    }

    /// The commit that the new id names or tags; nil for anything else.
    public var head: ObjectID? {
        switch target {
        case .commit: update.new
        case .tag(let tag) where tag.tagsCommit: tag.target
        case .tag, .nothing, .other, .malformed: nil
        }
    }
}
