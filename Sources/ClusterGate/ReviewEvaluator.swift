public import DesiredState
public import ObjectAccounting

/// Judges admission requests: the same code behind `POST /validate`, `sallyport review` and dry runs.
///
/// A pure function of the request, what Git declares, and live state; no clock, no environment, no I/O.
public struct ReviewEvaluator: Sendable {
    /// What an evaluation comes to.
    public enum Evaluation: Sendable {
        /// The request is judged.
        case verdict(Verdict)
        /// Live state is missing: look these up and ask again.
        case needs(ObjectReference)
    }

    /// What Git declares.
    public let desired: DesiredState
    /// The API server's version: which defaults it computes.
    public let version: KubernetesVersion
    /// What to call the branch in messages: `refs/heads/main`.
    public let branch: String
    private let expected: ExpectedObjects

    public init(desired: DesiredState, version: KubernetesVersion = .newestKnown, branch: String) {
        self.desired = desired
        self.version = version
        self.branch = branch
        expected = ExpectedObjects(desired: desired, version: version)
    }

    /// Judges one request.
    /// - Parameter live: what is known of the cluster.
    public func evaluate(_ request: AdmissionRequest, live: some LiveState) -> Evaluation {
        let judgement = Judgement(
            request: request, desired: desired, expected: expected, version: version, branch: branch, live: live)
        do throws(MissingLiveObject) {
            return .verdict(try judgement.verdict())
        } catch {
            return .needs(error.reference)
        }
    }
}
