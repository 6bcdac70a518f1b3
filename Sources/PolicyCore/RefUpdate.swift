public import GitNames

/// A ref that a push wants to move: what Git hands to `pre-receive`, one a line.
public struct RefUpdate: Sendable, Hashable {
    public let ref: RefName
    /// Zero when the ref is created.
    public let old: ObjectID
    /// Zero when the ref is deleted.
    public let new: ObjectID

    public init(ref: RefName, old: ObjectID, new: ObjectID) {
        self.ref = ref
        self.old = old
        self.new = new
    }

    public var isCreation: Bool { old.isZero }
    public var isDeletion: Bool { new.isZero }
}
