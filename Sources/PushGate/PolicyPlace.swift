public import GitNames

/// Where the policy that judges a push stands.
public enum PolicyPlace: Sendable, Hashable {
    /// At the policy's ref, as it is now.
    case ref
    /// In the commit that the last receipt of the policy's ref names; nil where there is none.
    case commit(ObjectID?)
}
