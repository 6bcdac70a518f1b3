public import ExactValues

/// A grant for operations on a cluster that nothing in Git can declare: eviction, exec, deletion of what others own.
public struct OperationGrant: Sendable, Hashable {
    /// The verbs that a grant can name; `drain` stands for eviction, deletion of Pods and cordoning.
    public static let knownVerbs = [
        "cordon", "debug", "delete", "drain", "eviction", "exec", "port-forward", "proxy", "token",
    ]

    /// Teams, people, or user names of the cluster.
    public let who: [Name]
    public let verbs: [Name]
    /// Names of namespaces; `*` stands for all of them and for objects of the whole cluster.
    public let namespaces: [Name]
    /// The first moment at which it does not hold any more; nil for no end.
    public let until: Timestamp?
    public let reason: String
    public let line: Int

    public init(
        who: [Name], verbs: [Name], namespaces: [Name], until: Timestamp? = nil, reason: String, line: Int = 0
    ) {
        self.who = who
        self.verbs = verbs
        self.namespaces = namespaces
        self.until = until
        self.reason = reason
        self.line = line
    }
}
