internal import ExactValues
internal import GitNames

/// Judges one update. Each check adds what it finds; no check relies on another one having passed.
struct UpdateJudge {
    let standing: PolicyStanding
    let root: Root
    let push: PushFacts
    let facts: UpdateFacts

    /// What rejects whatever the mode of the rule.
    private var always: [Violation] = []
    /// What the rule finds wrong.
    private var byRule: [Violation] = []
    private var counted: [(approval: Approval, person: Name)] = []

    init(standing: PolicyStanding, root: Root, push: PushFacts, facts: UpdateFacts) {
        self.standing = standing
        self.root = root
        self.push = push
        self.facts = facts
    }

    private var update: RefUpdate { facts.update }

    mutating func decide(isRepeated: Bool) -> Decision.Update {
        checkName(isRepeated: isRepeated)
        if update.ref.isWithin(PolicyEvaluator.approvalsNamespace) {
            checkSubmission()
            return decision(rule: nil)
        }
        guard case .inForce(let policy) = standing else {
            checkOwners()
            return decision(rule: nil)
        }
        checkPusher(policy)
        checkTagName()
        checkPolicyChange(policy)
        guard let rule = policy.rule(for: update.ref) else {
            if policy.unmatched == .reject {
                always.append(
                    Violation(
                        rule: .unmatchedRef, message: "no rule of the policy matches \(update.ref)",
                        nextStep: "push to a ref that the policy knows"))
            }
            return decision(rule: nil)
        }
        check(rule, policy)
        return decision(rule: rule)
    }

    private func decision(rule: RefRule?) -> Decision.Update {
        let isObserved = rule?.mode == .observe
        return Decision.Update(
            update: update, rule: rule, violations: isObserved ? always : always + byRule,
            observations: isObserved ? byRule : [], consumed: counted.map(\.approval.tag),
            approvers: Set(counted.map(\.person)).sorted(), levels: levels(rule))
    }

    /// SLSA source track 1.2: version control, history, technical controls, two-party review.
    private func levels(_ rule: RefRule?) -> [String] {
        var levels = ["SLSA_SOURCE_LEVEL_1"]
        guard let rule, rule.mode == .enforce, rule.isFastForwardOnly || rule.isImmutable else { return levels }
        levels.append("SLSA_SOURCE_LEVEL_2")
        guard rule.isSigned else { return levels }
        levels.append("SLSA_SOURCE_LEVEL_3")
        if rule.approvals != nil, !counted.isEmpty { levels.append("SLSA_SOURCE_LEVEL_4") }
        return levels
    }

    // MARK: What holds for every ref

    private mutating func checkName(isRepeated: Bool) {
        if isRepeated {
            always.append(
                Violation(
                    rule: .repeatedRef, message: "\(update.ref) stands twice in this push",
                    nextStep: "push it once"))
        }
        if let namespace = push.namespace {
            always.append(
                Violation(
                    rule: .closedRef, message: "GIT_NAMESPACE is \"\(namespace)\": refs have other names there",
                    nextStep: "push without a namespace"))
        }
        if let target = facts.symbolicTarget {
            always.append(
                Violation(
                    rule: .symbolicRef,
                    message: "\(update.ref) is another name for \(target): a push to it would move that",
                    nextStep: "push to \(target) itself"))
        }
        if let closure = PolicyEvaluator.closure(of: update.ref) { always.append(closure) }
        if case .malformed(let reason) = facts.target {
            always.append(
                Violation(
                    rule: .objectKind, commit: update.new, message: "the object cannot be judged: \(reason)",
                    nextStep: "write it again with git"))
        }
    }

    /// P10: a tag that says another name inside could be shown as that tag.
    private mutating func checkTagName() {
        guard case .tag(let tag) = facts.target else { return }
        guard let name = update.ref.dropping(prefix: "refs/tags/") else {
            always.append(
                Violation(
                    rule: .objectKind, commit: tag.id, message: "a tag object may only stand below refs/tags/",
                    nextStep: "push the commit itself"))
            return
        }
        guard Name(name) != Name(tag.name) else { return }
        always.append(
            Violation(
                rule: .tagName, commit: tag.id, message: "the tag calls itself \"\(tag.name)\" inside",
                nextStep: "make the tag anew: git tag -s \(name)"))
    }

    private mutating func checkPusher(_ policy: Policy) {
        if let violation = pusherViolation(policy) { always.append(violation) }
    }

    private func pusherViolation(_ policy: Policy) -> Violation? {
        switch push.pusher {
        case .notTold: return nil
        case .missing:
            return Violation(
                rule: .pusher, message: "the server was to say who pushes, and did not",
                nextStep: "ask the administrator of the server: its hook environment lacks the login")
        case .login(let login):
            guard person(withLogin: login, policy) == nil else { return nil }
            return Violation(
                rule: .pusher, message: "login \"\(login)\" belongs to nobody in the policy",
                nextStep: "have it added under people, logins, in the policy")
        }
    }

    private func person(withLogin login: Name, _ policy: Policy) -> Person? {
        root.pusherSource.flatMap { policy.person(withLogin: login, on: $0) }
    }

    private func pusher(_ policy: Policy) -> Person? {
        guard case .login(let login) = push.pusher else { return nil }
        return person(withLogin: login, policy)
    }
}

// MARK: - Rules of the policy

extension UpdateJudge {
    private mutating func check(_ rule: RefRule, _ policy: Policy) {
        if rule.isImmutable, !update.isCreation {
            byRule.append(
                Violation(
                    rule: .immutable, policyLine: rule.line, message: "\(update.ref) exists and may not change",
                    nextStep: "use a new name"))
        }
        if update.isDeletion {
            checkDeletion(rule, policy)
            return
        }
        if rule.isFastForwardOnly, !facts.isFastForward {
            byRule.append(
                Violation(
                    rule: .history, policyLine: rule.line, commit: update.new,
                    message: "\(update.ref) at \(short(update.old)) would be rewound",
                    nextStep: "git fetch, rebase or merge on top of it, and push again"))
        }
        checkKind(rule)
        if rule.isSigned { checkSignatures(rule, policy) }
        if let by = rule.by { checkTeams(by, rule, policy) }
        if let approvals = rule.approvals { checkApprovals(approvals, policy) }
    }

    private mutating func checkDeletion(_ rule: RefRule, _ policy: Policy) {
        if rule.isFastForwardOnly || rule.approvals != nil {
            byRule.append(
                Violation(
                    rule: .history, policyLine: rule.line, message: "\(update.ref) may not be deleted",
                    nextStep: "leave it"))
        }
        guard let by = rule.by else { return }
        let isAllowed = pusher(policy).map { policy.members(of: by).contains($0.name) } ?? false
        guard !isAllowed else { return }
        byRule.append(
            Violation(
                rule: .by, policyLine: rule.line,
                message: "\(update.ref) may be deleted by \(list(by)) only, known by their login",
                nextStep: "ask one of them"))
    }

    private mutating func checkKind(_ rule: RefRule) {
        let problem: String
        switch facts.target {
        case .commit where update.ref.isTag && rule.isSigned:
            problem = "a tag here must be signed, so it must be an annotated one"
        case .tag(let tag) where !tag.tagsCommit: problem = "the tag does not tag a commit"
        case .other(let kind): problem = "\(update.ref) would name a \(kind), not a commit"
        default: return
        }
        byRule.append(
            Violation(
                rule: .objectKind, policyLine: rule.line, commit: update.new, message: problem,
                nextStep: update.ref.isTag ? "git tag -s, on a commit" : "push a commit"))
    }

    /// Everything new that carries a signature: the tag, and the commits that no receipt of this rule covers.
    private var signedObjects: [(id: ObjectID, kind: String, signature: SignatureFacts)] {
        var objects: [(ObjectID, String, SignatureFacts)] = []
        if case .tag(let tag) = facts.target { objects.append((tag.id, "tag", tag.signature)) }
        for commit in facts.commits where facts.unreceipted.contains(commit.id) {
            objects.append((commit.id, "commit", commit.signature))
        }
        return objects
    }

    private mutating func checkSignatures(_ rule: RefRule, _ policy: Policy) {
        for object in signedObjects {
            guard let objection = signatureObjection(object.signature, policy) else { continue }
            let redo = object.kind == "tag" ? "git tag -s -f" : "git rebase --exec 'git commit --amend --no-edit -S'"
            byRule.append(
                Violation(
                    rule: .signed, policyLine: rule.line, commit: object.id,
                    message: "\(object.kind) \(short(object.id)) \(objection)",
                    nextStep: "sign it with a key that the policy knows: \(redo)"))
        }
    }

    /// Why a signature does not say who signed, or nil when it does.
    private func signatureObjection(_ signature: SignatureFacts, _ policy: Policy) -> String? {
        switch signature {
        case .unsigned: return "is not signed"
        case .bad(let reason): return "has a bad signature: \(reason)"
        case .key(let identity):
            guard let (person, key) = policy.owner(ofKey: identity) else {
                return "is signed by a key that belongs to nobody in the policy"
            }
            return key.objection(at: push.time).map { "is signed by a key of \(person.name) that is \($0)" }
        }
    }

    /// Who moves the ref: the signer of a tag; for a branch the pusher, or where no server tells who that is, the
    /// signer of the new commit. The commits below were made by whoever made them.
    private mutating func checkTeams(_ teams: [Name], _ rule: RefRule, _ policy: Policy) {
        let allowed = policy.members(of: teams)
        var strangers: [String] = []
        let pusher = pusher(policy)
        if let pusher, !allowed.contains(pusher.name) { strangers.append("\(pusher.name) pushes") }
        var signed: (kind: String, signature: SignatureFacts)?
        if case .tag(let tag) = facts.target { signed = ("tag", tag.signature) }
        if case .commit = facts.target, pusher == nil { signed = ("commit", facts.tip) }
        if let (kind, signature) = signed {
            if case .key(let identity) = signature, let owner = policy.owner(ofKey: identity) {
                if !allowed.contains(owner.person.name) {
                    strangers.append("\(kind) \(short(update.new)) is signed by \(owner.person.name)")
                } else if let objection = owner.key.objection(at: push.time) {
                    strangers.append("the key of \(kind) \(short(update.new)) is \(objection)")
                }
            } else {
                strangers.append("\(kind) \(short(update.new)) is signed by nobody the policy knows")
            }
        }
        for what in strangers {
            byRule.append(
                Violation(
                    rule: .by, policyLine: rule.line, commit: update.new,
                    message: "\(what); only \(list(teams)) may write \(update.ref)",
                    nextStep: "ask somebody of \(list(teams))"))
        }
    }
}

// MARK: - Approvals

extension UpdateJudge {
    /// Everybody who had a hand in the change, and how.
    private func makers(_ policy: Policy) -> [Name: String] {
        var makers: [Name: String] = [:]
        for commit in facts.commits where !commit.isCleanMerge {
            for person in policy.people.values where commit.emails.contains(where: person.hasEmail) {
                makers[person.name] = "is named as author or committer of \(short(commit.id))"
            }
        }
        for commit in facts.commits where !commit.isCleanMerge {
            if case .key(let identity) = commit.signature, let owner = policy.owner(ofKey: identity) {
                makers[owner.person.name] = "signed \(short(commit.id))"
            }
        }
        if case .tag(let tag) = facts.target, case .key(let identity) = tag.signature,
            let owner = policy.owner(ofKey: identity)
        {
            makers[owner.person.name] = "signed the tag"
        }
        if let pusher = pusher(policy) { makers[pusher.name] = "pushes the change" }
        return makers
    }

    private mutating func checkApprovals(_ approvals: ApprovalRequirement, _ policy: Policy) {
        require(approvals, for: "\(update.ref)", policy)
        for rule in policy.paths {
            guard let path = facts.changedPaths.first(where: rule.match.matches) else { continue }
            require(rule.approvals, for: "\(path)", policy)
        }
    }

    private mutating func require(_ approvals: ApprovalRequirement, for what: String, _ policy: Policy) {
        let team = policy.members(of: approvals.from)
        let makers = makers(policy)
        var approvers: Set<Name> = []
        var refused: [String] = []
        for approval in facts.approvals {
            switch judge(approval, approvals, team: team, makers: makers, policy) {
            case .counts(let person):
                approvers.insert(person)
                if !counted.contains(where: { $0.approval.tag == approval.tag }) { counted.append((approval, person)) }
            case .refused(let reason): refused.append("approval \(short(approval.tag)) does not count: \(reason)")
            }
        }
        guard approvers.count < approvals.required else { return }
        let had = approvers.isEmpty ? "none" : approvers.sorted().map(\.text).joined(separator: ", ")
        let details = refused.isEmpty ? "" : "; " + refused.joined(separator: "; ")
        let able = team.filter { makers[$0] == nil && !approvers.contains($0) && policy.people[$0]?.kind == .human }
        let who =
            able.isEmpty ? "members of \(list(approvals.from))" : able.sorted().map(\.text).joined(separator: ", ")
        byRule.append(
            Violation(
                rule: .approvals, policyLine: approvals.line, commit: update.new,
                message:
                    "\(what) needs \(approvals.required) approvals from \(list(approvals.from)), has \(had)\(details)",
                nextStep: "have it approved by \(who): sallyport approve \(update.new) --target \(update.ref)"))
    }

    private enum Judgement {
        case counts(Name)
        case refused(String)
    }

    private func judge(
        _ approval: Approval, _ requirement: ApprovalRequirement, team: Set<Name>, makers: [Name: String],
        _ policy: Policy
    ) -> Judgement {
        guard approval.repository == root.repository else { return .refused("it is for another repository") }
        guard approval.target == update.ref else { return .refused("it is for \(approval.target)") }
        if let mismatch = mismatch(approval) { return .refused(mismatch) }
        guard !approval.isConsumed else { return .refused("an earlier update used it up") }
        if let objection = signatureObjection(approval.signature, policy) { return .refused("it \(objection)") }
        guard case .key(let identity) = approval.signature, let person = policy.owner(ofKey: identity)?.person else {
            return .refused("nobody signed it")
        }
        guard person.kind == .human else { return .refused("\(person.name) is a machine") }
        guard team.contains(person.name) else {
            return .refused("\(person.name) is not in \(list(requirement.from))")
        }
        if let hand = makers[person.name] { return .refused("\(person.name) \(hand)") }
        guard let arrival = approval.arrival else { return .refused("its arrival is not on record") }
        if let lifetime = requirement.expireAfter, push.time >= arrival.advanced(by: lifetime) {
            return .refused("it expired at \(arrival.advanced(by: lifetime))")
        }
        return .counts(person.name)
    }

    /// Why an approval is not for this change, or nil when it is: for exactly this base, head and tree, or for a head
    /// that the update merges into a target that has moved on since.
    private func mismatch(_ approval: Approval) -> String? {
        if let merged = facts.mergedHead, approval.head == merged.head {
            guard approval.resultTree == merged.tree else { return "it is for another tree" }
            return merged.bases.contains(approval.base) ? nil : "\(update.ref) was never at \(short(approval.base))"
        }
        guard approval.base == update.old else {
            return "it is for a change on top of \(short(approval.base)), not \(short(update.old))"
        }
        guard approval.head == update.new else { return "it is for \(short(approval.head))" }
        guard case .commit(let tree) = facts.target, approval.resultTree == tree else {
            return "it is for another tree"
        }
        return nil
    }

    /// The built-in rule of `refs/approvals/<head>/<tag>`.
    private mutating func checkSubmission() {
        func refuse(_ message: String) {
            always.append(
                Violation(
                    rule: .approvalForm, commit: update.new.isZero ? nil : update.new, message: message,
                    nextStep: "make it with: sallyport approve REV --target REF"))
        }
        if let policy = standing.policy { checkPusher(policy) }
        guard update.isCreation, !update.isDeletion else {
            refuse("approvals are only ever added")
            return
        }
        guard case .tag(let tag) = facts.target, let submission = facts.submission else {
            refuse("an approval is an annotated tag")
            return
        }
        switch submission {
        case .malformed(let reason): refuse(reason)
        case .approval(let approval):
            let name = "\(PolicyEvaluator.approvalsNamespace)\(approval.head)/\(approval.tag)"
            if Name(update.ref.text) != Name(name) { refuse("this approval belongs at \(name)") }
            if Name(tag.name) != Name("approvals/\(approval.head)") {
                refuse("its tag must be named approvals/\(approval.head) inside")
            }
            if !tag.tagsCommit { refuse("it does not tag a commit") }
            if approval.repository != root.repository { refuse("it is for repository \(approval.repository)") }
            if let objection = submitterObjection(approval.signature) { refuse("it \(objection)") }
        }
    }

    private func submitterObjection(_ signature: SignatureFacts) -> String? {
        guard let policy = standing.policy else {
            return owner(of: signature) == nil ? "is not signed by an owner" : nil
        }
        return signatureObjection(signature, policy)
    }
}

// MARK: - Changes of the policy

extension UpdateJudge {
    /// P8: what judged so far was the old policy; this only looks at whether the new one can follow it.
    private mutating func checkPolicyChange(_ policy: Policy) {
        guard update.ref == root.policyRef else { return }
        func refuse(_ message: String, _ nextStep: String) {
            always.append(
                Violation(
                    rule: .policy, commit: update.isDeletion ? nil : update.new, message: message,
                    nextStep: nextStep))
        }
        if update.isDeletion { refuse("\(update.ref) holds the policy and may not be deleted", "leave it") }
        if !update.isDeletion, !facts.isFastForward {
            refuse("\(update.ref) holds the policy and may not be rewound", "build on top of it")
        }
        switch facts.policyChange {
        case .none: break
        case .removed: refuse("the policy may not be removed", "keep .sallyport/policy.yaml")
        case .broken(let reason): refuse("the new policy cannot be used: \(reason)", "sallyport policy lint")
        case .replaced(let new):
            if new.serial <= policy.serial {
                refuse("the policy's serial \(new.serial) is not above \(policy.serial)", "raise the serial")
            }
            checkSuccessor(new)
        }
    }

    /// What every new policy must be, whoever brings it.
    private mutating func checkSuccessor(_ new: Policy) {
        var problems = new.problems.map { "line \($0.line): \($0.message)" }
        if new.repository != root.repository {
            problems.append("it is for repository \(new.repository), this is \(root.repository)")
        }
        let signing = new.receiptKeys.filter { key in
            key.publicKey == root.receiptKey && (key.validFrom.map { $0 <= push.time } ?? true)
        }
        if !new.receiptKeys.isEmpty, signing.isEmpty {
            problems.append("its receiptKeys lack the key that this gate signs with now")
        }
        if let rule = new.rule(for: root.policyRef) {
            if rule.mode != .enforce || !rule.isSigned || !rule.isFastForwardOnly {
                problems.append(
                    "line \(rule.line): the rule for \(root.policyRef), which holds the policy, must enforce"
                        + " \"signed: required\" and \"history: fast-forward\"")
            }
            if rule.isImmutable { problems.append("line \(rule.line): the policy could never be changed again") }
        } else {
            problems.append("no rule matches \(root.policyRef), which holds the policy")
        }
        for problem in problems {
            always.append(
                Violation(
                    rule: .policy, commit: update.new, message: "the new policy cannot be used: \(problem)",
                    nextStep: "sallyport policy lint"))
        }
    }

    private func owner(of signature: SignatureFacts) -> Name? {
        guard case .key(let identity) = signature else { return nil }
        return root.owners.first { owner in
            owner.keys.contains { $0.identity == identity && $0.objection(at: push.time) == nil }
        }?.name
    }

    /// Without a policy that can be used, the owners bring one in together, and nothing else goes in.
    private mutating func checkOwners() {
        func refuse(_ message: String, commit: ObjectID? = nil, _ nextStep: String) {
            always.append(Violation(rule: .owners, commit: commit, message: message, nextStep: nextStep))
        }
        let state: String
        if case .broken(let reason) = standing {
            state = "the policy cannot be used (\(reason))"
        } else {
            state = "there is no policy yet"
        }
        guard update.ref == root.policyRef else {
            refuse("\(state)", "have the owners push a policy to \(root.policyRef) first")
            return
        }
        guard case .commit(let tree) = facts.target, facts.isFastForward else {
            refuse("\(state): only a new commit on top of \(root.policyRef) can bring one in", "push that")
            return
        }
        switch facts.policyChange {
        case .replaced(let new): checkSuccessor(new)
        case .none, .removed: refuse("\(state), and the push brings none", "add .sallyport/policy.yaml")
        case .broken(let reason): refuse("the new policy cannot be used: \(reason)", "sallyport policy lint")
        }
        var consenting: Set<Name> = []
        for commit in facts.commits {
            if let owner = owner(of: commit.signature) {
                consenting.insert(owner)
            } else {
                refuse(
                    "commit \(short(commit.id)) is not signed by an owner", commit: commit.id,
                    "sign it: git commit -S --amend")
            }
        }
        for approval in facts.approvals where binds(approval, tree: tree) {
            guard let owner = owner(of: approval.signature) else { continue }
            if consenting.insert(owner).inserted { counted.append((approval, owner)) }
        }
        if consenting.count < root.threshold {
            let had = consenting.isEmpty ? "none" : consenting.sorted().map(\.text).joined(separator: ", ")
            refuse(
                "\(state): it takes \(root.threshold) owners to bring one in, \(had) signed",
                "sallyport approve \(update.new) --target \(update.ref)")
        }
    }

    private func binds(_ approval: Approval, tree: ObjectID) -> Bool {
        approval.repository == root.repository && approval.target == update.ref && approval.base == update.old
            && approval.head == update.new && approval.resultTree == tree && !approval.isConsumed
    }
}

// MARK: - Texts

extension UpdateJudge {
    private func short(_ id: ObjectID) -> String { String(id.hex.prefix(10)) }

    private func list(_ names: [Name]) -> String { names.map(\.text).joined(separator: ", ") }
}
