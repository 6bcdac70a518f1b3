public import ExactValues
public import GitNames

/// Who may change what: the content of `.sallyport/policy.yaml`.
public struct Policy: Sendable, Hashable {
    /// What happens to refs that no rule matches.
    public enum Unmatched: String, Sendable, Hashable {
        case reject, allow
    }

    /// The random id that install gave the repository.
    public let repository: Name
    /// Rises with every change of the policy.
    public let serial: Int64
    public let receiptKeys: [ReceiptKey]
    public let people: [Name: Person]
    public let teams: [Name: Team]
    /// The first that matches counts.
    public let refs: [RefRule]
    public let unmatched: Unmatched
    /// All that match count.
    public let paths: [PathRule]
    public let clusters: [ClusterRule]
    private let owners: [KeyIdentity: Name]

    /// Takes parts as they are; ``problems`` says what is wrong with them.
    public init(
        repository: Name, serial: Int64, receiptKeys: [ReceiptKey] = [], people: [Person], teams: [Team] = [],
        refs: [RefRule], unmatched: Unmatched = .reject, paths: [PathRule] = [], clusters: [ClusterRule] = []
    ) {
        self.repository = repository
        self.serial = serial
        self.receiptKeys = receiptKeys
        self.people = Dictionary(people.map { ($0.name, $0) }) { first, _ in first }
        self.teams = Dictionary(teams.map { ($0.name, $0) }) { first, _ in first }
        self.refs = refs
        self.unmatched = unmatched
        self.paths = paths
        self.clusters = clusters
        let keys = people.flatMap { person in person.keys.map { ($0.identity, person.name) } }
        owners = Dictionary(keys) { first, _ in first }
    }

    /// The rule for a ref: the first whose pattern matches it.
    public func rule(for ref: RefName) -> RefRule? {
        refs.first { $0.match.matches(ref.text) }
    }

    /// Whose key this is, whether or not it still counts.
    public func owner(ofKey identity: KeyIdentity) -> (person: Person, key: SigningKey)? {
        guard let name = owners[identity], let person = people[name],
            let key = person.keys.first(where: { $0.identity == identity })
        else { return nil }
        return (person, key)
    }

    /// Who has a login on a kind of server.
    public func person(withLogin login: Name, on server: Name) -> Person? {
        people.values.first { $0.logins[server] == login }
    }

    /// All members of some teams.
    public func members(of teams: [Name]) -> Set<Name> {
        Set(teams.flatMap { self.teams[$0]?.members ?? [] })
    }
}
