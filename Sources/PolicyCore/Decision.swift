public import ExactValues
public import GitNames

/// What is decided on a push: all of its updates or none.
public struct Decision: Sendable, Hashable {
    /// An approval that an update uses up.
    public struct ConsumedApproval: Sendable, Hashable {
        public let tag: ObjectID
        public let identity: ApprovalIdentity
        public let person: Name

        public init(tag: ObjectID, identity: ApprovalIdentity, person: Name) {
            self.tag = tag
            self.identity = identity
            self.person = person
        }
    }

    /// What is decided on one ref.
    public struct Update: Sendable, Hashable {
        public let update: RefUpdate
        /// The rule that was applied; nil where the gate's own rules decide.
        public let rule: RefRule?
        /// What rejects the push.
        public var violations: [Violation]
        /// What a rule in mode observe would reject.
        public var observations: [Violation] = []
        /// The approvals that the update uses up.
        public var consumed: [ConsumedApproval] = []
        /// The levels of SLSA's source track that the update meets.
        public var levels: [String] = []
        /// What the update establishes of the commits that it brings, when it is accepted.
        public var established: [EstablishedCommit] = []
        /// Whether the owners' quorum brought it in, over what the policy asks.
        public var isByOwners = false

        public init(update: RefUpdate, rule: RefRule?, violations: [Violation]) {
            self.update = update
            self.rule = rule
            self.violations = violations
        }

        /// Who approved.
        public var approvers: [Name] { Set(consumed.map(\.person)).sorted() }
    }

    public let updates: [Update]

    public init(updates: [Update]) {
        self.updates = updates
    }

    /// Whether nothing rejects the push. A push of nothing is not accepted.
    public var isAccepted: Bool {
        !updates.isEmpty && updates.allSatisfy(\.violations.isEmpty)
    }
}
