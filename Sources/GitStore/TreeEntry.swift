public import GitNames

/// One name in a tree. The name is bytes: Git gives it no encoding.
public struct TreeEntry: Sendable, Hashable {
    public let name: [UInt8]
    public let id: ObjectID
    public let mode: FileMode
}
