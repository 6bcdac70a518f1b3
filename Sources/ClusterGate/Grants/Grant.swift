internal import ExactValues
internal import PolicyCore

/// A grant of the policy for operations on a cluster (`clusters.NAME.operations`), with the people in it known by the
/// user names that the cluster has for them.
struct Grant: Sendable {
    let users: Set<Name>
    let verbs: Set<Name>
    let namespaces: [Name]
    let until: Timestamp?
    /// For the verdict and the audit log: where it stands and why it was given.
    let title: String

    init(_ operation: OperationGrant, cluster: Name, policy: Policy) {
        users = Set(operation.who.flatMap { Self.users($0, policy: policy) })
        verbs = Set(operation.verbs.flatMap { $0 == "drain" ? ["drain", "eviction", "delete", "cordon"] : [$0] })
        namespaces = operation.namespaces
        until = operation.until
        title = "clusters.\(cluster).operations line \(operation.line): \(operation.reason)"
    }

    /// The user names of a team, a person, or a user name of the cluster itself (it has a colon or an at sign).
    private static func users(_ name: Name, policy: Policy) -> [Name] {
        if let team = policy.teams[name] {
            return team.members.flatMap { users($0, policy: policy) }
        }
        if let person = policy.people[name] { return person.logins["kubernetes"].map { [$0] } ?? [] }
        return [name]
    }

    func allows(_ verb: Name, by user: Name, in namespace: Name, at now: Timestamp?) -> Bool {
        guard users.contains(user), verbs.contains(verb) else { return false }
        guard namespaces.contains(where: { $0 == "*" || $0 == namespace }) else { return false }
        guard let until else { return true }
        return now.map { $0 < until } ?? false
    }
}
