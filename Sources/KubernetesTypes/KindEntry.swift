/// One built-in kind in one version of its group: how it is addressed and what its objects are.
public struct KindEntry: Sendable {
    /// The API group; empty for the core group.
    public let group: String
    /// The version of the group: `v1`.
    public let version: String
    public let kind: String
    /// The plural name in paths; empty for what is only a subresource's form (Scale, Eviction).
    public let resource: String
    public let isNamespaced: Bool
    /// The subresources that 1.36 serves: `status`, `scale`.
    public let subresources: [String]
    /// The minor versions whose Go packages have the kind. To exist is not to be served: betas are off by default.
    public let minors: ClosedRange<Int>
    /// The type of the kind's objects.
    public let type: ObjectType.ID
}
