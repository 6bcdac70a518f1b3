internal import DesiredState
internal import FieldTree
internal import ObjectAccounting

extension Judgement {
    /// The aggregation controller rewrites the rules of a ClusterRole from those of the roles that it selects
    /// (https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles). Rules may move; each new
    /// one must be a rule of a declared ClusterRole that is selected.
    func aggregation(_ changes: [Difference]) -> RowOutcome {
        guard oldObject["aggregationRule"] != nil else { return .notMeant }
        let stored = oldObject["rules"]?.list ?? []
        let granted = aggregatedRules()
        let rules = object["rules"]?.list ?? []
        let (before, after, own) = (Set(stored), Set(rules), Set(granted))
        for (index, rule) in rules.enumerated() where !before.contains(rule) && !own.contains(rule) {
            return .refused(
                deny(
                    .lineage, [unknownRule(rule, at: index, known: stored + granted)], declared: nil,
                    basis: "the nearest rule of a selected ClusterRole",
                    next: "Declare the rule in a ClusterRole in Git with the label that aggregates it."))
        }
        if let lost = granted.first(where: { before.contains($0) && !after.contains($0) }) {
            let finding = Finding(path: FieldPath("rules"), expected: lost, requested: nil)
            return .refused(
                deny(
                    .lineage, [finding], declared: nil, basis: "a declared ClusterRole",
                    next: "It is still declared in Git."))
        }
        return .holds
    }

    /// The leaf in which an unknown rule differs from the rule that it resembles most.
    private func unknownRule(_ rule: FieldValue, at index: Int, known: [FieldValue]) -> Finding {
        let path = FieldPath([.member("rules"), .index(index)])
        // The nearest rule is the one with the fewest words that only one of the two has.
        let words = Self.words(rule)
        let ranked = known.map { candidate in
            (ObjectComparison(candidate, rule).differences, Self.words(candidate).symmetricDifference(words).count)
        }
        guard let first = ranked.min(by: { $0.1 < $1.1 })?.0.first else {
            return Finding(path: path, expected: nil, requested: rule)
        }
        return Finding(
            path: FieldPath(path.steps + first.path.steps), expected: first.before, requested: first.after)
    }

    private static func words(_ rule: FieldValue) -> Set<[String]> {
        var words: Set<[String]> = []
        for member in rule.map?.members ?? [] {
            for word in member.value.list ?? [] { words.insert([member.key, word.string ?? ""]) }
        }
        return words
    }

    /// The rules of declared ClusterRoles that the role at hand selects, also through the built-in roles: `view` is
    /// aggregated to `edit`, and `edit` to `admin`.
    private func aggregatedRules() -> [FieldValue] {
        let selectors = oldObject["aggregationRule"]?["clusterRoleSelectors"]?.list ?? []
        var labels = selectors.compactMap { $0["matchLabels"] }
        for (lower, upper) in [("edit", "admin"), ("view", "edit")] where labels.contains(Self.aggregates(to: upper)) {
            labels.append(Self.aggregates(to: lower))
        }
        var rules: [FieldValue] = []
        for role in desired.objects(in: "", group: "rbac.authorization.k8s.io", kind: "ClusterRole") {
            let own = role.value["metadata"]?["labels"]
            let isSelected = labels.contains { wanted in
                let members = wanted.map?.members ?? []
                return !members.isEmpty && members.allSatisfy { own?[$0.key] == $0.value }
            }
            guard isSelected else { continue }
            rules += ServerDefaults(version: version).complete(role.value)["rules"]?.list ?? []
        }
        return rules
    }

    static func aggregates(to role: String) -> FieldValue {
        ["rbac.authorization.k8s.io/aggregate-to-\(role)": "true"]
    }
}
