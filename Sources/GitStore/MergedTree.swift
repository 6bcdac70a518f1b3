public import GitNames

/// What merging two commits anew gives.
public enum MergedTree: Sendable, Hashable {
    /// The tree that the merge has, if nobody adds anything.
    case clean(ObjectID)
    /// The two sides change the same thing; only a person can merge them.
    case conflict
}
