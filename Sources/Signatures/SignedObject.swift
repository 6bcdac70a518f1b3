public import GitNames

/// A commit or a tag, read so strictly that no other reader can understand its signature differently.
///
/// See ``init(commit:limit:)`` and ``init(tag:limit:)`` for what is refused.
public struct SignedObject: Sendable, Hashable {
    /// The most bytes of an object that are read, unless a call says otherwise: 1 MiB.
    public static let defaultLimit = 1 << 20
    /// The most parents that a commit may have.
    public static let parentLimit = 128

    /// What only a commit or only a tag has.
    public enum Content: Sendable, Hashable {
        /// - author: who wrote the change, by their own account.
        case commit(tree: ObjectID, parents: [ObjectID], author: IdentityLine)
        /// - kind: the kind of object the tag is on: commit, tree, blob or tag.
        /// - name: the name within the tag, without `refs/tags/`.
        case tag(object: ObjectID, kind: String, name: [UInt8])
    }

    /// A signature as it stands in the object.
    public struct Signature: Sendable, Hashable {
        public let format: SignatureFormat
        /// The whole armour with its last line end, a commit's leading spaces taken away.
        public let armour: [UInt8]
        /// What the Base64 in the armour stands for.
        public let body: [UInt8]

        init(_ bytes: [UInt8], in carrier: Armour.Carrier) throws(SignatureError) {
            let armour = try Armour(bytes, in: carrier)
            self.armour = bytes
            format = armour.format
            body = armour.body
        }
    }

    public let content: Content
    /// The committer of a commit, the tagger of a tag.
    public let maker: IdentityLine
    /// The message: what follows the header, without a tag's signature.
    public let message: [UInt8]
    /// The bytes that are signed: the object without its signature.
    public let payload: [UInt8]
    /// The signature, nil when there is none.
    public let signature: Signature?
}
