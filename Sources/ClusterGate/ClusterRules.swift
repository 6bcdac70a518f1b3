internal import DesiredState
public import ExactValues
public import PolicyCore

/// What the rules for one cluster say beyond what Git declares: the table of who may write what with the policy's own
/// rows, the agents, the grants, and which parts are the gate's own.
public struct ClusterRules: Sendable {
    /// The built-in rules alone: no agent is special, nobody has a grant.
    public static let none = ClusterRules()

    let table: ControllerTable
    let agents: [AgentIdentity]
    let grants: [Grant]
    /// The namespace that the gate runs in.
    let gateNamespace: Name

    private init(
        table: ControllerTable = .builtIn, agents: [AgentIdentity] = [], grants: [Grant] = [],
        gateNamespace: Name = "sallyport-system"
    ) {
        self.table = table
        self.agents = agents
        self.grants = grants
        self.gateNamespace = gateNamespace
    }

    /// The rules of a policy for one of its clusters.
    /// - Parameters:
    ///   - policy: the policy; grants name its people and teams, who are known to the cluster by their login for
    ///     `kubernetes`.
    ///   - cluster: the cluster's rule in it.
    ///   - gateNamespace: the namespace that the gate runs in.
    public init(policy: Policy, cluster: ClusterRule, gateNamespace: Name = "sallyport-system") {
        let agents = cluster.stampingAgents.map { AgentIdentity($0) }
        let rows = cluster.controllers.flatMap { PolicyControllers.rows($0) } + agents.flatMap(\.rows)
        self.init(
            table: ControllerTable.builtIn.adding(rows), agents: agents,
            grants: cluster.operations.map { Grant($0, cluster: cluster.name, policy: policy) },
            gateNamespace: gateNamespace)
    }

    /// Whether a Service is the gate's own: its addresses are written also where Git does not declare it.
    func isOwnService(_ reference: ObjectReference) -> Bool {
        reference.kind == "Service" && reference.group.isEmpty && Name(reference.namespace) == gateNamespace
    }

    /// Whether an object is a part of the gate: nobody deletes it because Git does not declare it.
    func isOwnPart(_ reference: ObjectReference) -> Bool {
        if Name(reference.namespace) == gateNamespace {
            return !["Pod", "ReplicaSet", "Event", "Lease", "Endpoints", "EndpointSlice"].contains(reference.kind)
        }
        if reference.kind == "Namespace", reference.group.isEmpty { return Name(reference.name) == gateNamespace }
        return reference.namespace.isEmpty && reference.name.utf8.starts(with: "sallyport-".utf8)
    }
}
