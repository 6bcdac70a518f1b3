public import ExactValues
public import GitNames

/// Which branch and folder declare a cluster's objects, and who publishes them.
public struct ClusterRule: Sendable, Hashable {
    public let name: Name
    public let branch: RefName
    /// The folder of the manifests, without slashes at its ends; empty for the whole tree.
    public let manifests: String
    /// The user names of the agents that apply the manifests.
    public let agents: [Name]
    /// Those of the agents that stamp what they apply.
    public let stampingAgents: [ClusterAgent]
    /// What controllers write that are not Kubernetes' own.
    public let controllers: [ControllerRule]
    /// Who may do what nothing in Git can declare.
    public let operations: [OperationGrant]
    /// For how many seconds an older state may still be applied; nil means not at all.
    public let rolloutWindow: Int64?
    public let line: Int

    public init(
        name: Name, branch: RefName, manifests: String, agents: [Name] = [], stampingAgents: [ClusterAgent] = [],
        controllers: [ControllerRule] = [], operations: [OperationGrant] = [], rolloutWindow: Int64? = nil,
        line: Int = 0
    ) {
        self.name = name
        self.branch = branch
        self.manifests = manifests
        self.agents = agents
        self.stampingAgents = stampingAgents
        self.controllers = controllers
        self.operations = operations
        self.rolloutWindow = rolloutWindow
        self.line = line
    }
}
