public import ExactValues

/// What a controller of a cluster writes that is not Kubernetes' own: an operator, a network or storage plugin, an
/// injector. The form of the cluster gate's own table of who may write what.
public struct ControllerRule: Sendable, Hashable {
    /// The conditions that an entry can name.
    public static let knownConditions = ["added", "removed", "number", "being-deleted", "own-node"]

    /// Its user name.
    public let identity: Name
    /// The kinds that it writes, or makes children for: `apps/Deployment`, `Pod`, `shop.example/Order`.
    public let kinds: [Name]
    /// The kinds that it makes for them, each owned by one.
    public let children: [Name]
    /// `status`, `finalizers`, `scale`, or another subresource that it creates.
    public let subresources: [Name]
    /// The fields of ``kinds`` that it writes: `metadata.annotations[example.org/*]`.
    public let fields: [Name]
    /// What must hold for each of its changes.
    public let when: [Name]
    public let line: Int

    public init(
        identity: Name, kinds: [Name], children: [Name] = [], subresources: [Name] = [], fields: [Name] = [],
        when: [Name] = [], line: Int = 0
    ) {
        self.identity = identity
        self.kinds = kinds
        self.children = children
        self.subresources = subresources
        self.fields = fields
        self.when = when
        self.line = line
    }
}
