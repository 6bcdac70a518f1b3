internal import DesiredState
internal import ExactValues
internal import FieldTree
internal import ObjectAccounting

/// Operations that nothing in Git can declare: each needs a grant.
extension Judgement {
    /// Which verb of a grant a request needs: its operation, resource and subresource.
    private static let verbs:
        [(operation: AdmissionRequest.Operation, resource: String, subresource: String, verb: Name)] = [
            (.create, "pods", "eviction", "eviction"),
            (.connect, "pods", "exec", "exec"),
            (.connect, "pods", "attach", "exec"),
            (.connect, "pods", "portforward", "port-forward"),
            (.connect, "pods", "proxy", "proxy"),
            (.connect, "services", "proxy", "proxy"),
            (.connect, "nodes", "proxy", "proxy"),
            (.update, "pods", "ephemeralcontainers", "debug"),
            (.create, "serviceaccounts", "token", "token"),
        ]

    private var verb: Name? {
        Self.verbs.first { row in
            row.operation == request.operation && request.resourceGroup.isEmpty
                && ExactText.equal(row.resource, request.resource)
                && ExactText.equal(row.subresource, request.subresource)
        }?.verb
    }

    /// The verdict on what only a grant allows.
    func operationVerdict() -> Verdict {
        let name = request.subresource.isEmpty ? request.operation.rawValue : request.subresource
        guard let verb else {
            return deny(
                .operation, "\(request.username) may not do \(name) on \(reference): no grant of the policy covers it")
        }
        if verb == "debug", let other = foreignChange { return other }
        if let verdict = granted(verb) { return verdict }
        return deny(
            .operation, "\(request.username) has no grant for \(name) on \(reference); \(wantedGrant(verb.text))")
    }

    /// An ephemeral container is added, and nothing else of the Pod changes.
    private var foreignChange: Verdict? {
        let changes = ObjectComparison(ServerOwned.stripped(oldObject), ServerOwned.stripped(object)).differences
        let list = FieldPath("spec", "ephemeralContainers")
        let other = changes.first { !$0.path.starts(with: list) || $0.before.map { !$0.isEmpty } ?? false }
        return other.map {
            deny(
                .operation, "\(reference): debugging adds containers to \(list), and changes nothing else",
                path: $0.path)
        }
    }

    /// The verdict of a grant that allows a verb to the request's sender; nil when there is none.
    func granted(_ verb: Name) -> Verdict? {
        let user = Name(request.username)
        let namespace = Name(request.namespace)
        let grant = rules.grants.first { $0.allows(verb, by: user, in: namespace, at: now) }
        return grant.map { allow(.operation, grant: $0.title) }
    }

    /// What to write into the policy for a verb to be allowed.
    func wantedGrant(_ verb: String) -> String {
        let namespace = request.namespace.isEmpty ? "*" : request.namespace
        return """
            this grant in the policy (clusters.NAME.operations) would allow it: {who: [\(quoted(request.username))], \
            verbs: [\(verb)], namespaces: [\(quoted(namespace))], until: TIME, reason: WHY}
            """
    }

    /// Cordoning a node is a part of draining it: one field of it, by a grant.
    func cordon(_ changes: [Difference]) -> Verdict? {
        guard reference.kind == "Node", reference.group.isEmpty,
            changes.allSatisfy({ $0.path == FieldPath("spec", "unschedulable") })
        else { return nil }
        return granted("cordon")
    }
}
