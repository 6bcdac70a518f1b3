internal import ExactValues
internal import FieldTree
internal import PolicyCore
internal import YAMLDocument

/// What a cluster's rule says of agents, controllers and grants.
extension NodeReader {
    // MARK: Agents

    /// Agents by their user names alone, or with what they stamp: `{identity: …, stamps: flux}`.
    mutating func clusterAgents(_ node: YAMLNode?) -> (names: [Name], stamping: [ClusterAgent]) {
        var names: [Name] = []
        var stamping: [ClusterAgent] = []
        for element in elements(node, "agents") {
            guard element.members != nil else {
                if let name = string(element, "each of agents") { names.append(Name(name)) }
                continue
            }
            let fields = fields(element, "an agent", known: ["identity", "stamps", "names"])
            if fields["identity"] == nil { missing("identity", in: element, "an agent") }
            let stamps = word(fields["stamps"], "kind of stamps", of: AgentStamps.allCases.map(\.rawValue))
            guard let identity = string(fields["identity"], "identity") else { continue }
            names.append(Name(identity))
            guard let stamps = stamps.flatMap(AgentStamps.init) else { continue }
            stamping.append(
                ClusterAgent(
                    identity: Name(identity), stamps: stamps, names: texts(fields["names"], "names"),
                    line: Int(element.mark.line)))
        }
        return (names, stamping)
    }

    // MARK: Controllers

    mutating func controllerRules(_ node: YAMLNode?) -> [ControllerRule] {
        elements(node, "controllers").compactMap { controllerRule($0) }
    }

    private mutating func controllerRule(_ node: YAMLNode) -> ControllerRule? {
        let what = "a controller"
        let fields = fields(
            node, what, known: ["identity", "kinds", "children", "subresources", "fields", "when"])
        for field in ["identity", "kinds"] where fields[field] == nil { missing(field, in: node, what) }
        let when = elements(fields["when"], "when").compactMap {
            word($0, "condition", of: ControllerRule.knownConditions).map { Name($0) }
        }
        for field in ["kinds", "children"] { refuseStars(fields[field], field) }
        guard let identity = string(fields["identity"], "identity"), fields["kinds"] != nil else { return nil }
        return ControllerRule(
            identity: Name(identity), kinds: texts(fields["kinds"], "kinds"),
            children: texts(fields["children"], "children"),
            subresources: texts(fields["subresources"], "subresources"), fields: fieldPaths(fields["fields"]),
            when: when, line: Int(node.mark.line))
    }

    /// A controller of every kind would be one of none: kinds are named.
    private mutating func refuseStars(_ node: YAMLNode?, _ what: String) {
        for element in node?.elements ?? [] {
            guard let text = element.value.string, text.utf8.contains(UInt8(ascii: "*")) else { continue }
            report(element.mark, "\(what) are named in full, like apps/Deployment: no stars")
        }
    }

    /// Paths like `spec.claimRef` and `metadata.annotations[example.org/*]`; never the whole object.
    private mutating func fieldPaths(_ node: YAMLNode?) -> [Name] {
        elements(node, "fields").compactMap { element in
            guard let text = string(element, "each of fields") else { return nil }
            let opened = text.utf8.count { $0 == UInt8(ascii: "[") }
            let closed = text.utf8.count { $0 == UInt8(ascii: "]") }
            let isOpen = text.utf8.first == UInt8(ascii: "*") || text.utf8.first == UInt8(ascii: "[")
            guard opened == closed, !isOpen, !text.utf8.elementsEqual("metadata".utf8) else {
                report(element.mark, "fields are paths like spec.claimRef or metadata.annotations[example.org/*]")
                return nil
            }
            return Name(text)
        }
    }

    // MARK: Grants

    mutating func operationGrants(_ node: YAMLNode?) -> [OperationGrant] {
        elements(node, "operations").compactMap { operationGrant($0) }
    }

    private mutating func operationGrant(_ node: YAMLNode) -> OperationGrant? {
        let what = "an operation"
        let fields = fields(node, what, known: ["who", "verbs", "namespaces", "until", "reason"])
        for field in ["who", "verbs", "namespaces", "reason"] where fields[field] == nil {
            missing(field, in: node, what)
        }
        let verbs = elements(fields["verbs"], "verbs").compactMap {
            word($0, "verb", of: OperationGrant.knownVerbs).map { Name($0) }
        }
        let until = timestamp(fields["until"], "until")
        // An end that cannot be read is no grant without an end.
        if fields["until"] != nil, until == nil { return nil }
        guard let reason = string(fields["reason"], "reason") else { return nil }
        return OperationGrant(
            who: texts(fields["who"], "who"), verbs: verbs, namespaces: texts(fields["namespaces"], "namespaces"),
            until: until, reason: reason, line: Int(node.mark.line))
    }

    private mutating func texts(_ node: YAMLNode?, _ what: String) -> [Name] {
        elements(node, what).compactMap { element in string(element, "each of \(what)").map { Name($0) } }
    }
}
