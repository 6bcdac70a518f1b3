internal import ExactValues
internal import FieldTree
internal import PolicyCore
internal import YAMLDocument

extension NodeReader {
    mutating func refRules(_ node: YAMLNode?) -> [RefRule] {
        elements(node, "refs").compactMap { refRule($0) }
    }

    private mutating func refRule(_ node: YAMLNode) -> RefRule? {
        let fields = fields(
            node, "a ref rule",
            known: [
                "match", "mode", "signed", "approvals", "history", "by", "immutable", "reviewedIn", "genesis",
            ])
        let mode = word(fields["mode"], "mode", of: ["enforce", "observe"])
        let signed = word(fields["signed"], "value of signed", of: ["required"])
        let history = word(fields["history"], "kind of history", of: ["fast-forward"])
        let approvals = approvals(fields["approvals"])
        let by = fields["by"].map { names($0, "by") }
        let isImmutable = bool(fields["immutable"], "immutable") ?? false
        let reviewedIn = elements(fields["reviewedIn"], "reviewedIn").compactMap { refName($0, "each of reviewedIn") }
        let genesis = word(fields["genesis"], "word for what was there before the gate", of: ["accepted", "judged"])
        guard let match = pattern(fields["match"], "match") else {
            if fields["match"] == nil { missing("match", in: node, "a ref rule") }
            return nil
        }
        if !match.text.utf8.starts(with: "refs/".utf8), let mark = fields["match"]?.mark {
            report(mark, "match must begin with refs/")
        }
        return RefRule(
            match: match, mode: mode == "observe" ? .observe : .enforce, isSigned: signed != nil,
            approvals: approvals, isFastForwardOnly: history != nil, by: by, isImmutable: isImmutable,
            reviewedIn: reviewedIn, countsGenesis: genesis != "judged",
            line: Int(node.mark.line))
    }

    private mutating func bool(_ node: YAMLNode?, _ what: String) -> Bool? {
        guard let node else { return nil }
        guard case .scalar(.bool(let bool)) = node.content else {
            report(node.mark, "\(what) must be true or false")
            return nil
        }
        return bool
    }

    private mutating func approvals(_ node: YAMLNode?) -> ApprovalRequirement? {
        guard let node else { return nil }
        let fields = fields(node, "approvals", known: ["required", "from", "expireAfter", "separate"])
        let required = integer(fields["required"], "required", in: 1...100)
        if fields["required"] == nil { missing("required", in: node, "approvals") }
        let expireAfter = duration(fields["expireAfter"], "expireAfter")
        if fields["from"] == nil { missing("from", in: node, "approvals") }
        let from = names(fields["from"], "from")
        let separate = elements(fields["separate"], "separate").compactMap { word($0, "role", of: ["pusher"]) }
        guard let required, fields["from"] != nil else { return nil }
        return ApprovalRequirement(
            required: Int(required), from: from, expireAfter: expireAfter, separatesPusher: !separate.isEmpty,
            line: Int(node.mark.line))
    }

    mutating func pathRules(_ node: YAMLNode?) -> [PathRule] {
        elements(node, "paths").compactMap { node in
            let fields = fields(node, "a path rule", known: ["match", "approvals"])
            if fields["match"] == nil { missing("match", in: node, "a path rule") }
            if fields["approvals"] == nil { missing("approvals", in: node, "a path rule") }
            let match = pattern(fields["match"], "match")
            let approvals = approvals(fields["approvals"])
            guard let match, let approvals else { return nil }
            return PathRule(match: match, approvals: approvals, line: Int(node.mark.line))
        }
    }

    mutating func receiptKeys(_ node: YAMLNode?) -> [ReceiptKey] {
        elements(node, "receiptKeys").compactMap { node in
            let fields = fields(node, "a receipt key", known: ["ed25519", "from", "until"])
            let validFrom = timestamp(fields["from"], "from")
            let validUntil = timestamp(fields["until"], "until")
            guard let text = fields["ed25519"] else {
                missing("ed25519", in: node, "a receipt key")
                return nil
            }
            guard let key = string(text, "ed25519").flatMap({ Base64.decode(Array($0.utf8)) }), key.count == 32 else {
                report(text.mark, "ed25519 must be the base64 of 32 bytes, as install printed it")
                return nil
            }
            return ReceiptKey(publicKey: key, validFrom: validFrom, validUntil: validUntil, line: Int(node.mark.line))
        }
    }

    mutating func clusters(_ node: YAMLNode?) -> [ClusterRule] {
        members(node, "clusters").compactMap { member in
            guard let name = name(member.key, at: member.keyMark, "the name of a cluster") else { return nil }
            return cluster(name, member)
        }
    }

    private mutating func cluster(_ name: Name, _ member: YAMLNode.Member) -> ClusterRule? {
        let what = "cluster \"\(name)\""
        let fields = fields(
            member.value, what, known: ["branch", "manifests", "agents", "operations", "controllers"],
            unsupported: ["rolloutWindow"])
        let agents = clusterAgents(fields["agents"])
        let controllers = controllerRules(fields["controllers"])
        let operations = operationGrants(fields["operations"])
        let manifests = folder(fields["manifests"])
        let branch = refName(fields["branch"], "branch")
        if fields["branch"] == nil { missing("branch", in: member.value, what) }
        if fields["manifests"] == nil { missing("manifests", in: member.value, what) }
        guard let branch, let manifests else { return nil }
        return ClusterRule(
            name: name, branch: branch, manifests: manifests, agents: agents.names, stampingAgents: agents.stamping,
            controllers: controllers, operations: operations, line: Int(member.keyMark.line))
    }

    /// A folder of the tree; `.` is the whole.
    private mutating func folder(_ node: YAMLNode?) -> String? {
        guard let node, let text = string(node, "manifests") else { return nil }
        if text == "." { return "" }
        let segments = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isPlain = segments.allSatisfy { segment in
            !segment.isEmpty && !segment.elementsEqual(".".utf8) && !segment.elementsEqual("..".utf8)
        }
        guard isPlain else {
            report(node.mark, "manifests must be a folder like clusters/prod, or . for all")
            return nil
        }
        return text
    }
}
