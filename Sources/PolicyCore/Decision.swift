public import ExactValues
public import GitNames

/// What is decided on a push: all of its updates or none.
public struct Decision: Sendable, Hashable {
    /// What is decided on one ref.
    public struct Update: Sendable, Hashable {
        public let update: RefUpdate
        /// The rule that was applied; nil where the gate's own rules decide.
        public let rule: RefRule?
        /// What rejects the push.
        public let violations: [Violation]
        /// What a rule in mode observe would reject.
        public let observations: [Violation]
        /// The approvals that the update uses up.
        public let consumed: [ObjectID]
        /// Who approved, one for each of `consumed` at least.
        public let approvers: [Name]
        /// The levels of SLSA's source track that the update meets.
        public let levels: [String]

        public init(
            update: RefUpdate, rule: RefRule?, violations: [Violation], observations: [Violation] = [],
            consumed: [ObjectID] = [], approvers: [Name] = [], levels: [String] = []
        ) {
            self.update = update
            self.rule = rule
            self.violations = violations
            self.observations = observations
            self.consumed = consumed
            self.approvers = approvers
            self.levels = levels
        }
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
