public import GitNames

/// Which policy judged: the commit it was read from, and the file.
public struct PolicyVersion: Sendable, Hashable {
    public let commit: ObjectID
    public let blob: ObjectID

    public init(commit: ObjectID, blob: ObjectID) {
        self.commit = commit
        self.blob = blob
    }
}
