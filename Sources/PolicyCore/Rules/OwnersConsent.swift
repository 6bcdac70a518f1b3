internal import ExactValues
internal import GitNames

/// Which owners consent to an update.
struct OwnersConsent {
    private(set) var owners: Set<Name> = []
    /// The approvals that say so.
    private(set) var counted: [ApprovalCount.Counted] = []

    init(_ context: UpdateContext) {
        guard case .commit(let tree) = context.facts.target else { return }
        for commit in context.facts.commits {
            if let owner = context.owner(of: commit.signature) { owners.insert(owner) }
        }
        for approval in context.facts.approvals where Self.binds(approval, tree: tree, context) {
            guard let owner = context.owner(of: approval.signature) else { continue }
            if owners.insert(owner).inserted { counted.append(.init(tag: approval.tag, person: owner)) }
        }
    }

    private static func binds(_ approval: Approval, tree: ObjectID, _ context: UpdateContext) -> Bool {
        let update = context.update
        return approval.repository == context.root.repository && approval.target == update.ref
            && approval.base == update.old && approval.head == update.new && approval.resultTree == tree
            && !approval.isConsumed
    }
}
