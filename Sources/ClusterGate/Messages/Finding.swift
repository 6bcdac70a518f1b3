internal import FieldTree
internal import ObjectAccounting

/// One path of a request that nothing accounts for.
struct Finding {
    let path: FieldPath
    /// What Git (or the owner's template) has there; nil for nothing.
    let expected: FieldValue?
    /// What the request has there; nil for nothing.
    let requested: FieldValue?
    var note: Difference.Note?

    init(path: FieldPath, expected: FieldValue?, requested: FieldValue?, note: Difference.Note? = nil) {
        self.path = path
        self.expected = expected
        self.requested = requested
        self.note = note
    }

    /// A difference that is not as expected.
    init(_ change: Difference, expected: FieldValue?) {
        self.init(path: change.path, expected: expected, requested: change.after, note: change.note)
    }
}
