/// What follows from a finding of the cluster gate: a verdict says what is right, this says what is done about it.
public enum Enforcement: String, Sendable, Hashable {
    /// What is denied is refused.
    case enforce
    /// What is denied is let through and told to whoever sent it.
    case warn
    /// What is denied is let through and written down.
    case observe

    /// Whether a request goes through.
    func admits(isAllowed: Bool) -> Bool {
        self == .enforce ? isAllowed : true
    }
}
