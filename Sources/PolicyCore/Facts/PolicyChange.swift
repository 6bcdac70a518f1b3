/// What an update does to the policy, where it moves the policy's ref.
public enum PolicyChange: Sendable, Hashable {
    /// Not the policy's ref, or the policy file is the same bytes.
    case none
    case replaced(by: Policy)
    case removed
    /// The new file is no policy, with the reason.
    case broken(String)
}
