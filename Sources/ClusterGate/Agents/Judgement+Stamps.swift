internal import DesiredState
internal import ExactValues
internal import FieldTree

extension Judgement {
    /// The agent that sends the request; nil for anybody else.
    private var agent: AgentIdentity? {
        rules.agents.first { $0.name == Name(request.username) }
    }

    /// An expected form with the stamps that the request's object has: from an agent, those that name its own objects;
    /// from anybody else those that are there already. A stamp that Git declares otherwise stays Git's.
    func withStamps(_ form: FieldValue, of declared: DeclaredObject) -> FieldValue {
        guard !rules.agents.isEmpty else { return form }
        var form = form
        for known in rules.agents {
            for stamp in known.marks {
                guard let value = object["metadata"]?[stamp.map]?[stamp.key],
                    declared.value["metadata"]?[stamp.map]?[stamp.key] == nil
                else { continue }
                let isKept = oldObject["metadata"]?[stamp.map]?[stamp.key] == value
                guard isKept || (known.name == Name(request.username) && isTrue(stamp, value, of: known)) else {
                    continue
                }
                form.updateOrCreate("metadata") { metadata in
                    metadata.updateOrCreate(stamp.map) { $0.set(stamp.key, value) }
                }
            }
        }
        return form
    }

    /// Whether a stamp says what is so: it names an object of the agent that Git declares or the policy names.
    private func isTrue(_ stamp: Stamp, _ value: FieldValue, of agent: AgentIdentity) -> Bool {
        guard let text = value.string else { return false }
        switch stamp.value {
        case .text(let wanted): return ExactText.equal(text, wanted)
        case .name:
            let namespace = stamp.namespaceKey.flatMap { object["metadata"]?[stamp.map]?[$0]?.string }
            return owners(of: agent).contains { owner in
                owner.name == Name(text) && (namespace == nil || owner.namespace == Name(namespace ?? ""))
            }
        case .namespace: return owners(of: agent).contains { $0.namespace == Name(text) }
        case .release: return owners(of: agent).contains { $0.release == Name(text) || $0.name == Name(text) }
        case .anyNamespace: return desired.anyObject(in: text) != nil
        case .tracking:
            return owners(of: agent).contains { owner in
                let group = reference.group
                let own = "\(owner.name):\(group)/\(reference.kind):\(reference.namespace)/\(reference.name)"
                return ExactText.equal(text, own)
            }
        }
    }

    /// The objects of an agent that stamps may name: those that Git declares, and those that the policy names.
    private func owners(of agent: AgentIdentity) -> [(namespace: Name, name: Name, release: Name?)] {
        let named = agent.names.map { name -> (namespace: Name, name: Name, release: Name?) in
            guard let slash = name.text.utf8.firstIndex(of: UInt8(ascii: "/")) else { return ("", name, name) }
            let last = Name(String(name.text[name.text.utf8.index(after: slash)...]))
            return (Name(String(name.text[..<slash])), last, last)
        }
        let declared = agent.kinds.flatMap { desired.objects(group: $0.group.text, kind: $0.kind.text) }
        return named
            + declared.map { object in
                let release = object.value["spec"]?["releaseName"]?.string
                return (Name(object.reference.namespace), Name(object.reference.name), release.map { Name($0) })
            }
    }

    // MARK: Helm's records

    private static let releaseLabels: Set<String> = ["name", "owner", "status", "version", "modifiedAt", "createdAt"]

    /// A release as Helm keeps it: `sh.helm.release.v1.<name>.v<number>`, its own type, labels and one value. Nothing in
    /// the cluster runs by it.
    func releaseSecretOutcome() -> RowOutcome {
        let value = request.operation == .delete ? oldObject : object
        let secret = KubernetesObject(value)
        let prefix = "sh.helm.release.v1.\(secret.label("name") ?? "").v"
        guard value["type"] == "helm.sh/release.v1", ClaimName.ordinal(request.name, after: prefix) != nil else {
            return .notMeant
        }
        let labels = value["metadata"]?["labels"]?.map?.members ?? []
        if let other = labels.first(where: { !Self.releaseLabels.contains($0.key) }) {
            return refusedForm(FieldPath("metadata", "labels", other.key))
        }
        guard secret.label("owner") == "helm", value["metadata"]?["annotations"] == nil, secret.owners.isEmpty else {
            return refusedForm(FieldPath("metadata"))
        }
        let members = value["data"]?.map?.members ?? []
        guard members.count == 1, members[0].key == "release" else { return refusedForm(FieldPath("data")) }
        return .holds
    }
}
