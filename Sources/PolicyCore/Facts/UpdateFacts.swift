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
        /// It is no approval, with the reason.
        case malformed(String)
    }

    /// What an approval may have been given to before the target moved on: the other side of a merge that the update
    /// brings, recomputed without a difference.
    public struct MergedHead: Sendable, Hashable {
        public let head: ObjectID
        /// The tree of `head`.
        public let tree: ObjectID
        /// Those of the approvals' bases that the target has been at, or its history has.
        public let bases: Set<ObjectID>

        public init(head: ObjectID, tree: ObjectID, bases: Set<ObjectID>) {
            self.head = head
            self.tree = tree
            self.bases = bases
        }
    }

    public let update: RefUpdate
    public var target: Target
    /// What the signature on the new commit proves, also when the commit is not new to the repository.
    public var tip: SignatureFacts
    /// The ref that this ref is only another name for.
    public var symbolicTarget: String?
    /// Whether the old commit is an ancestor of the new one; true when the ref is created.
    public var isFastForward: Bool
    /// The commits that the update brings to the ref.
    public var commits: [CommitFacts]
    /// Those of them that no receipt of the same rule covers.
    public var unreceipted: Set<ObjectID>
    /// The paths that differ between the old and the new tree; all paths when the ref is created.
    public var changedPaths: [String]
    /// The approvals that name the new commit, or the merged head.
    public var approvals: [Approval]
    /// Set when the new commit merges exactly the ref's old commit and this head, and is the recomputed merge.
    public var mergedHead: MergedHead?
    public var submission: Submission?
    public var policyChange: PolicyChange

    public init(
        update: RefUpdate, target: Target, tip: SignatureFacts? = nil, symbolicTarget: String? = nil,
        isFastForward: Bool = true,
        commits: [CommitFacts] = [], unreceipted: Set<ObjectID>? = nil, changedPaths: [String] = [],
        approvals: [Approval] = [], mergedHead: MergedHead? = nil, submission: Submission? = nil,
        policyChange: PolicyChange = .none
    ) {
        self.update = update
        self.target = target
        self.tip = tip ?? commits.first { $0.id == update.new }?.signature ?? .unsigned
        self.symbolicTarget = symbolicTarget
        self.isFastForward = isFastForward
        self.commits = commits
        self.unreceipted = unreceipted ?? Set(commits.map(\.id))
        self.changedPaths = changedPaths
        self.approvals = approvals
        self.mergedHead = mergedHead
        self.submission = submission
        self.policyChange = policyChange
    }
}
