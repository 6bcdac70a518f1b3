internal import ExactValues
internal import PolicyCore
internal import YAMLDocument

extension NodeReader {
    /// The kinds of servers whose logins are known.
    static let servers = ["gitea", "gitlab", "gitolite", "github", "bitbucket", "http", "ssh", "kubernetes"]

    mutating func people(_ node: YAMLNode?, _ what: String = "people") -> [Person] {
        members(node, what).compactMap { member in
            guard let name = name(member.key, at: member.keyMark, "the name of a person") else { return nil }
            return person(name, member)
        }
    }

    private mutating func person(_ name: Name, _ member: YAMLNode.Member) -> Person {
        let fields = fields(member.value, "person \"\(name)\"", known: ["kind", "emails", "keys", "logins"])
        let kind = word(fields["kind"], "kind of person", of: ["human", "machine"])
        let emails = elements(fields["emails"], "emails").compactMap { string($0, "each of emails") }
        let keys = elements(fields["keys"], "keys").compactMap { key($0) }
        var logins: [Name: Name] = [:]
        for login in members(fields["logins"], "logins") {
            guard Self.servers.contains(where: { ExactText.equal($0, login.key) }) else {
                report(login.keyMark, unknown(login.key, "kind of server", Self.servers))
                continue
            }
            if let text = string(login.value, "the login") { logins[Name(login.key)] = Name(text) }
        }
        return Person(
            name: name, kind: kind == "machine" ? .machine : .human, keys: keys, emails: emails, logins: logins,
            line: Int(member.keyMark.line))
    }

    private mutating func key(_ node: YAMLNode) -> SigningKey? {
        let fields = fields(
            node, "a key", known: keys.fields + keys.options + ["from", "until", "revoked"],
            unsupported: keys.unsupportedFields)
        let validFrom = timestamp(fields["from"], "from")
        let validUntil = timestamp(fields["until"], "until")
        let revocation = revocation(fields["revoked"])
        guard let key = identity(fields, in: node) else { return nil }
        return SigningKey(
            identity: key.identity, material: key.material, validFrom: validFrom, validUntil: validUntil,
            revocation: revocation,
            line: Int(node.mark.line))
    }

    /// The one key that stands under one of the formats' fields.
    private mutating func identity(
        _ fields: [String: YAMLNode], in key: YAMLNode
    ) -> (identity: KeyIdentity, material: [UInt8])? {
        let found = keys.fields.filter { fields[$0] != nil }
        guard let field = found.first, let node = fields[field] else {
            if key.members?.contains(where: { keys.unsupportedFields.contains($0.key) }) != true {
                missing(keys.fields.joined(separator: "\" or \""), in: key, "a key")
            }
            return nil
        }
        if let second = found.dropFirst().first, let mark = fields[second]?.mark {
            report(mark, "a key is either \(field) or \(second): write the other one as a key of its own")
        }
        var options: [String: String] = [:]
        for option in keys.options { options[option] = string(fields[option], option) }
        guard let text = string(node, field) else { return nil }
        do {
            return try keys.key(under: field, text, options: options)
        } catch {
            report(node.mark, error.description)
            return nil
        }
    }

    private mutating func revocation(_ node: YAMLNode?) -> SigningKey.Revocation? {
        guard let node else { return nil }
        let fields = fields(node, "revoked", known: ["at", "why"])
        guard let at = timestamp(fields["at"], "at") else {
            if fields["at"] == nil { missing("at", in: node, "revoked") }
            return nil
        }
        return SigningKey.Revocation(at: at, why: string(fields["why"], "why") ?? "no reason given")
    }

    mutating func teams(_ node: YAMLNode?) -> [Team] {
        members(node, "teams").compactMap { member in
            guard let name = name(member.key, at: member.keyMark, "the name of a team") else { return nil }
            let names = names(member.value, "team \"\(name)\"")
            return Team(name: name, members: names, line: Int(member.keyMark.line))
        }
    }
}
