public import DesiredState
public import ExactValues
public import ObjectAccounting

/// Judges admission requests: the same code behind `POST /validate`, `sallyport review` and dry runs.
///
/// A pure function of the request, what Git declares, the policy's rules for the cluster, live state and a moment; no
/// clock, no environment, no I/O.
public struct ReviewEvaluator: Sendable {
    /// What an evaluation comes to.
    public enum Evaluation: Sendable {
        /// The request is judged.
        case verdict(Verdict)
        /// Live state is missing: look this up and ask again.
        case needs(LiveQuery)
    }

    /// What Git declares.
    public let desired: DesiredState
    /// The API server's version: which defaults it computes.
    public let version: KubernetesVersion
    /// What to call the branch in messages: `refs/heads/main`.
    public let branch: String
    /// What the policy adds for this cluster: agents, controllers, grants.
    public let rules: ClusterRules
    private let expected: ExpectedObjects

    public init(
        desired: DesiredState, version: KubernetesVersion = .newestKnown, branch: String, rules: ClusterRules = .none
    ) {
        self.desired = desired
        self.version = version
        self.branch = branch
        self.rules = rules
        expected = ExpectedObjects(desired: desired, version: version)
    }

    /// Judges one request.
    /// - Parameters:
    ///   - live: what is known of the cluster.
    ///   - now: the moment that rules with a time are judged at; nil when there is none, and then none of them holds.
    public func evaluate(_ request: AdmissionRequest, live: some LiveState, at now: Timestamp? = nil) -> Evaluation {
        let judgement = Judgement(
            request: request, desired: desired, expected: expected, version: version, branch: branch, rules: rules,
            live: live, now: now)
        do throws(MissingLiveState) {
            return .verdict(try judgement.verdict())
        } catch {
            return .needs(error.query)
        }
    }
}
