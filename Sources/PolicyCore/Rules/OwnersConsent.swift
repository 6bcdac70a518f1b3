internal import ExactValues
internal import GitNames

/// Which owners consent to an update: each by a signature over the very tip, or by an approval of it. A signature over a
/// commit below says nothing of what was put on top.
struct OwnersConsent {
    private(set) var owners: Set<Name> = []
    /// The approvals that say so.
    private(set) var consumed: [Decision.ConsumedApproval] = []

    /// - Parameter root: whose owners are asked; nil asks those of the root in force.
    init(_ context: UpdateContext, of root: Root? = nil) {
        guard case .commit = context.facts.target else { return }
        let (root, time) = (root ?? context.root, context.push.time)
        if let owner = root.owner(of: context.facts.tip, at: time) { owners.insert(owner) }
        for approval in context.facts.approvals where Self.binds(approval, context) {
            guard let owner = root.owner(of: approval.signature, at: time) else { continue }
            if owners.insert(owner).inserted {
                consumed.append(.init(tag: approval.tag, identity: approval.identity, person: owner))
            }
        }
    }

    private static func binds(_ approval: Approval, _ context: UpdateContext) -> Bool {
        approval.verdict == .approve && approval.repository == context.root.repository
            && approval.target == context.update.ref && approval.fit == .exact && approval.state == .unused
    }
}
