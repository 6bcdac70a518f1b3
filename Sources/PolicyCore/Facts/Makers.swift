internal import ExactValues
internal import GitNames

/// P6: who made one commit: its signer, whoever its author and committer addresses and its co-authors name, and whoever
/// pushes it where it carries no valid signature of another.
struct Makers: Sendable, Hashable {
    /// How each of them is involved.
    private(set) var hands: [Name: String] = [:]
    /// Why it cannot be told who made it; nil where it can. Nobody can approve such a commit.
    private(set) var gap: String?

    init(_ commit: CommitFacts, _ context: UpdateContext) {
        guard let policy = context.policy else { return }
        let named = Self.people(named: commit.claims, policy)
        for person in named where person.kind == .human {
            hands[person.name] = "is named as author or committer of \(commit.id.short)"
        }
        // A key's holder may have had another name when a receipt said who signed.
        if case .key(let key) = commit.signature, let holder = policy.owner(ofKey: key)?.person {
            hands[holder.name] = "holds the key that signed \(commit.id.short)"
        }
        let signer = context.signer(of: commit)
        if let signer {
            hands[signer] = "signed \(commit.id.short)"
        } else if let pusher = context.pusher {
            hands[pusher.name] = "pushes \(commit.id.short), which nobody the policy knows signed"
        }
        gap = Self.gap(commit, named: named, signer: signer.flatMap { policy.people[$0] }, isKnown: !hands.isEmpty)
    }

    /// Adds whoever made a commit that this one stands for.
    mutating func formUnion(_ other: Makers) {
        hands.merge(other.hands) { mine, _ in mine }
        gap = gap ?? other.gap
    }

    private static func people(named claims: MakerClaims, _ policy: Policy) -> [Person] {
        policy.people.values.filter { person in claims.emails.contains(where: person.hasEmail) }
    }

    private static func gap(_ commit: CommitFacts, named: [Person], signer: Person?, isKnown: Bool) -> String? {
        guard commit.claims.isReadable else { return "commit \(commit.id.short) cannot be read" }
        guard isKnown else { return "the policy knows nobody who made commit \(commit.id.short)" }
        // A machine that signs what others wrote (a forge, say) hides who that is, unless the policy knows the address. One
        // without any address in the policy is taken for the author of what it also commits.
        let claims = commit.claims
        if let signer, signer.emails.isEmpty, Person.isSameAddress(claims.author, claims.committer) { return nil }
        if let signer, signer.kind == .machine, named.allSatisfy({ $0.kind == .machine }),
            !named.contains(where: { $0.hasEmail(claims.author) })
        {
            return "\(signer.name) signed commit \(commit.id.short) for an author whom the policy does not know"
        }
        return nil
    }
}
