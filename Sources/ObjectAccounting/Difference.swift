public import FieldTree

/// One leaf in which two objects differ. A leaf is a scalar, null, or an empty list or map.
public struct Difference: Sendable, Hashable {
    /// Where it is.
    public let path: FieldPath
    /// The value on the left side, nil when there is none.
    public let before: FieldValue?
    /// The value on the right side, nil when there is none.
    public let after: FieldValue?
    /// What is wrong beyond the values, when it is not the values alone.
    public let note: Note?

    /// What a difference can be besides another value.
    public enum Note: Sendable, Hashable {
        /// The same elements stand in another order where order has a meaning.
        case reordered
        /// Two elements of a keyed list have the same key.
        case duplicateKey
        /// The comparison ended here: there were too many differences or values, or the task was cancelled.
        case unfinished
    }

    public init(path: FieldPath, before: FieldValue?, after: FieldValue?, note: Note? = nil) {
        self.path = path
        self.before = before
        self.after = after
        self.note = note
    }
}
