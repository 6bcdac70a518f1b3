public import GitNames

/// What a ref holds.
public enum RefValue: Sendable, Hashable {
    case object(ObjectID)
    /// It stands for the ref of this full name.
    case symbolic(RefName)
}
