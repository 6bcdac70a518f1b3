public import ExactValues

/// What a GitOps agent stamps on everything that it applies.
public enum AgentStamps: String, Sendable, Hashable, CaseIterable {
    /// Flux: `kustomize.toolkit.fluxcd.io/name` and its kin.
    case flux
    /// Argo CD: `app.kubernetes.io/instance` or `argocd.argoproj.io/tracking-id`.
    case argocd
    /// Helm alone: `meta.helm.sh/release-name` and its kin.
    case helm
}

/// An agent of a cluster that stamps what it applies.
public struct ClusterAgent: Sendable, Hashable {
    /// Its user name.
    public let identity: Name
    public let stamps: AgentStamps
    /// Names that stamps may have besides the agent's objects that Git declares: `apps`, or `flux-system/apps`.
    public let names: [Name]
    public let line: Int

    public init(identity: Name, stamps: AgentStamps, names: [Name] = [], line: Int = 0) {
        self.identity = identity
        self.stamps = stamps
        self.names = names
        self.line = line
    }
}
