public import ExactValues

extension Policy {
    /// What makes the policy ambiguous or impossible to satisfy, in the order of the file; empty for a good one.
    /// - Parameter time: when the policy has to serve; keys that have run out by then do not count. Nil leaves time out.
    public func problems(at time: Timestamp? = nil) -> [PolicyProblem] {
        var problems = keyProblems + teamProblems
        for rule in refs {
            if let by = rule.by { problems += self.problems(ofTeams: by, line: rule.line, what: "by", time) }
            if let approvals = rule.approvals { problems += self.problems(of: approvals, time) }
            if rule.approvals != nil, !rule.isSigned {
                problems.append(.init(line: rule.line, message: "approvals need \"signed: required\" beside them"))
            }
        }
        for rule in paths { problems += self.problems(of: rule.approvals, time) }
        return problems.sorted { ($0.line, $0.message) < ($1.line, $1.message) }
    }

    private var keyProblems: [PolicyProblem] {
        var problems: [PolicyProblem] = []
        var owners: [KeyIdentity: Name] = [:]
        var logins: [[Name]: Name] = [:]
        for person in people.values.sorted(by: { ($0.line, $0.name) < ($1.line, $1.name) }) {
            for key in person.keys {
                if let other = owners.updateValue(person.name, forKey: key.identity) {
                    problems.append(.init(line: key.line, message: "this key is already a key of \"\(other)\""))
                }
            }
            for (server, login) in person.logins {
                if let other = logins.updateValue(person.name, forKey: [server, login]) {
                    let message = "login \"\(login)\" on \(server) is already a login of \"\(other)\""
                    problems.append(.init(line: person.line, message: message))
                }
            }
        }
        return problems
    }

    private var teamProblems: [PolicyProblem] {
        var problems: [PolicyProblem] = []
        for team in teams.values {
            for member in team.members where people[member] == nil {
                problems.append(
                    .init(
                        line: team.line,
                        message: "team \"\(team.name)\" has a member \"\(member)\" who is not under people"))
            }
            if Set(team.members).count < team.members.count {
                problems.append(.init(line: team.line, message: "team \"\(team.name)\" names somebody twice"))
            }
        }
        return problems
    }

    private func problems(ofTeams teams: [Name], line: Int, what: String, _ time: Timestamp?) -> [PolicyProblem] {
        guard !teams.isEmpty else { return [.init(line: line, message: "\"\(what)\" names no team")] }
        var problems: [PolicyProblem] = []
        for team in teams {
            guard let found = self.teams[team] else {
                problems.append(.init(line: line, message: "there is no team \"\(team)\""))
                continue
            }
            if !found.members.contains(where: { people[$0]?.hasUsableKey(at: time) == true }) {
                problems.append(.init(line: line, message: "nobody in team \"\(team)\" has a key that counts"))
            }
        }
        return problems
    }

    /// An approval is possible when somebody can make a change that enough others can approve.
    private func problems(of approvals: ApprovalRequirement, _ time: Timestamp?) -> [PolicyProblem] {
        let problems = self.problems(ofTeams: approvals.from, line: approvals.line, what: "from", time)
        guard problems.isEmpty else { return problems }
        guard approvals.required >= 1 else {
            return [.init(line: approvals.line, message: "\"required\" must be at least 1")]
        }
        let approvers = members(of: approvals.from).filter { name in
            people[name].map { $0.kind == .human && $0.hasUsableKey(at: time) } ?? false
        }
        let hasAuthorOutside = people.values.contains { $0.hasUsableKey(at: time) && !approvers.contains($0.name) }
        let available = hasAuthorOutside ? approvers.count : approvers.count - 1
        guard available < approvals.required else { return [] }
        let message =
            "\(approvals.required) approvals can never be had: \(max(0, available)) people other than the author can"
            + " approve here"
        return [.init(line: approvals.line, message: message)]
    }
}

extension Policy {
    /// What will make the policy impossible to satisfy by `time` if nothing is done: keys that run out.
    public func warnings(at now: Timestamp, until time: Timestamp) -> [PolicyProblem] {
        let present = Set(problems(at: now))
        let cause = "by \(time), as keys run out: "
        return problems(at: time).filter { !present.contains($0) }.map {
            PolicyProblem(line: $0.line, message: cause + $0.message)
        }
    }
}

extension Person {
    /// Whether one of the keys counts at a time; nil asks whether one is not revoked, now or later.
    fileprivate func hasUsableKey(at time: Timestamp?) -> Bool {
        keys.contains { key in
            guard let time else { return key.revocation == nil }
            return key.objection(at: time) == nil
        }
    }
}
