/// What was found at the policy's ref before the push.
public enum PolicyStanding: Sendable, Hashable {
    case inForce(Policy)
    /// There is no policy yet.
    case absent
    /// The file there is no policy that can be used, with the reason.
    case broken(String)

    /// The policy that judges, if there is one.
    public var policy: Policy? {
        if case .inForce(let policy) = self { return policy }
        return nil
    }
}
