public import FieldTree
public import GitNames

/// What the cluster gate says to one request.
public struct Verdict: Sendable, Hashable {
    /// The rules that a verdict can rest on.
    public enum Rule: String, Sendable, Hashable {
        /// The object is what Git declares, leaf by leaf.
        case declared
        /// Every changed path moves to what Git declares.
        case delta
        /// Git does not declare the object.
        case undeclared
        /// Made by its controller for a live, declared owner, equal to the owner's template.
        case lineage
        /// A record that the control plane keeps for itself: events, leases, tokens, published certificates.
        case controlPlane = "control-plane"
        /// Status, written by the writers of that kind.
        case status
        /// The replica count.
        case scale
        /// Deletion.
        case deletion
        /// An operation that needs a grant: exec, attach, port-forward, eviction, ephemeral containers.
        case operation
        /// The request contradicts itself.
        case request
    }

    public let allowed: Bool
    public let rule: Rule
    /// For people: what happened, where Git says otherwise, what to do next. Empty when allowed.
    public let message: String
    /// The first path that is not accounted for.
    public let path: FieldPath?
    /// The commit that the verdict rests on.
    public let commit: ObjectID?
    /// The file and line in Git, where there is one.
    public let source: String?
    /// The grant of the policy that allows it, by its line and reason; nil when none was asked for.
    public let grant: String?
    /// What is done about it.
    public let enforcement: Enforcement

    init(
        allowed: Bool, rule: Rule, message: String, path: FieldPath?, commit: ObjectID?, source: String?,
        grant: String? = nil, enforcement: Enforcement = .enforce
    ) {
        self.allowed = allowed
        self.rule = rule
        self.message = message
        self.path = path
        self.commit = commit
        self.source = source
        self.grant = grant
        self.enforcement = enforcement
    }

    /// Whether the request goes through: what is found wrong does where it is not enforced.
    public var isAdmitted: Bool { enforcement.admits(isAllowed: allowed) }

    /// Audit annotations by the names that auditors filter by; values of Secrets are never in them.
    public var auditAnnotations: [(key: String, value: String)] {
        var annotations = [
            ("decision", allowed ? "allow" : "deny"), ("level", enforcement.rawValue), ("rule", rule.rawValue),
        ]
        if let commit { annotations.append(("commit", commit.description)) }
        if let path { annotations.append(("path", path.description)) }
        if let source { annotations.append(("source", source)) }
        if let grant { annotations.append(("grant", grant)) }
        return annotations.map { (key: $0.0, value: $0.1) }
    }

    /// The AdmissionReview that answers the request with this verdict.
    /// - Parameter uid: the request's uid.
    public func response(uid: String) -> FieldValue {
        var annotations = FieldValue.map(FieldMap())
        for annotation in auditAnnotations { annotations.set(annotation.key, .string(annotation.value)) }
        var response: FieldValue = [
            "uid": .string(uid), "allowed": .bool(isAdmitted), "auditAnnotations": annotations,
        ]
        if !allowed, enforcement == .warn { response.set("warnings", [.string(message)]) }
        if !isAdmitted {
            response.set("status", ["code": 403, "reason": "Forbidden", "message": .string(message)])
        }
        return ["apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "response": response]
    }
}
