internal import Evidence
internal import ExactValues
internal import GitNames
internal import GitStore
internal import PolicyCore
internal import PolicyFile
internal import Signatures

/// Finds out about each update what a decision rests on.
struct FactGatherer {
    /// The most commits that one push may bring.
    static let commitLimit = 100_000
    /// The most approvals of one commit that are looked at.
    static let approvalLimit = 1000

    let repository: Repository
    let root: Root
    let standing: PolicyStanding
    let index: any PriorReceipts
    let push: [RefUpdate]
    let time: Timestamp
    /// The approvals that a receipt holds, when it is judged again; nil looks at those that are there.
    let recordedApprovals: [ObjectID]?
    private let verifier = SignatureVerifier()

    init(
        _ gate: InstalledGate, standing: PolicyStanding, index: ReceiptIndex, push: [RefUpdate], time: Timestamp
    ) {
        self.init(
            repository: gate.repository, root: gate.root, standing: standing, index: index, push: push, time: time)
    }

    init(
        repository: Repository, root: Root, standing: PolicyStanding, index: any PriorReceipts, push: [RefUpdate],
        time: Timestamp, recordedApprovals: [ObjectID]? = nil
    ) {
        self.repository = repository
        self.root = root
        self.recordedApprovals = recordedApprovals
        self.standing = standing
        self.index = index
        self.push = push
        self.time = time
    }

    func facts(_ update: RefUpdate) throws(PushGateError) -> UpdateFacts {
        let symbolic = try reading { () throws(GitError) in try repository.symbolicTarget(of: update.ref.text) }
        var facts = UpdateFacts(update: update, target: .nothing, symbolicTarget: symbolic, isFastForward: false)
        // What is closed to everybody is not worth a look, and a symbolic ref's content is that of another one.
        let isClosed = PolicyEvaluator.closedNamespaces.contains { update.ref.isWithin($0) }
        guard !isClosed, symbolic == nil, !update.isDeletion else { return facts }
        let object = try object(update.new)
        facts.target = object.target
        if let signed = object.signed { facts.tip = signature(signed) }
        facts.isFastForward = try isFastForward(update)
        if update.ref.isWithin(PolicyEvaluator.approvalsNamespace) {
            facts.submission = submission(object)
            return facts
        }
        guard object.leadsToCommit else { return facts }
        try gather(&facts, object)
        return facts
    }

    private func gather(_ facts: inout UpdateFacts, _ object: PushedObject) throws(PushGateError) {
        let update = facts.update
        let rule = standing.policy?.rule(for: update.ref)
        let recorded = try PushGateError.attesting { () throws(EvidenceError) in
            try index.tips(ruleDigest: RuleDigest.of(rule))
        }
        var tips: [ObjectID] = []
        // A tip that was rewound since may be gone from the repository.
        for tip in recorded {
            let kind = try reading { () throws(GitError) in try repository.objectKind(tip) }
            if kind != nil { tips.append(tip) }
        }
        let old = update.isCreation ? [] : [update.old]
        let hidden = update.isCreation ? tips : old
        let ids = try newCommits(from: update.new, hiding: hidden)
        facts.commits = try commits(ids)
        facts.unreceipted = Set(update.isCreation ? ids : try newCommits(from: update.new, hiding: old + tips))
        if case .commit = object.target, rule?.approvals != nil || standing.policy == nil {
            facts.changedPaths = try changedPaths(update)
            facts.approvals = try approvals(of: update.new)
            try gatherMerges(&facts)
        }
        facts.policyChange = try PolicyLookup(repository: repository, root: root).change(update)
    }

    private func newCommits(from new: ObjectID, hiding hidden: [ObjectID]) throws(PushGateError) -> [ObjectID] {
        try reading { () throws(GitError) in
            try repository.newCommits(from: [new], hiding: hidden, limit: Self.commitLimit)
        }
    }

    private func changedPaths(_ update: RefUpdate) throws(PushGateError) -> [String] {
        try reading { () throws(GitError) in
            try repository.changedPaths(from: update.isCreation ? nil : update.old, to: update.new).map(\.path)
        }
    }

    private func isFastForward(_ update: RefUpdate) throws(PushGateError) -> Bool {
        guard !update.isCreation else { return true }
        return try reading { () throws(GitError) in
            guard try repository.objectKind(update.old) == .commit, try repository.objectKind(update.new) == .commit
            else { return false }
            return try repository.isAncestor(update.old, of: update.new)
        }
    }

    private func reading<Result>(_ body: () throws(GitError) -> Result) throws(PushGateError) -> Result {
        try PushGateError.reading(body)
    }
}

// MARK: - Objects

extension FactGatherer {
    /// An object as the strict parser reads it.
    struct PushedObject {
        let id: ObjectID
        let target: UpdateFacts.Target
        let signed: SignedObject?

        /// Whether there is history below it to judge.
        var leadsToCommit: Bool {
            switch target {
            case .commit: true
            case .tag(let tag): tag.tagsCommit
            case .nothing, .other, .malformed: false
            }
        }
    }

    private func object(_ id: ObjectID) throws(PushGateError) -> PushedObject {
        func other(_ target: UpdateFacts.Target) -> PushedObject {
            PushedObject(id: id, target: target, signed: nil)
        }
        let kind = try reading { () throws(GitError) in try repository.objectKind(id) }
        switch kind {
        case .commit, .tag: break
        case .some(let kind): return other(.other(kind.rawValue))
        case nil: return other(.malformed("there is no object \(id)"))
        }
        let bytes: [UInt8]
        do throws(GitError) {
            bytes = try repository.rawObject(id, limit: SignedObject.defaultLimit).bytes
        } catch  where error.code == .tooLarge {
            return other(.malformed(error.description))
        } catch {
            throw PushGateError(code: .repository, description: error.description)
        }
        do throws(SignatureError) {
            let signed = try kind == .tag ? SignedObject(tag: bytes) : SignedObject(commit: bytes)
            return PushedObject(id: id, target: target(id, signed), signed: signed)
        } catch {
            return other(.malformed(error.description))
        }
    }

    private func target(_ id: ObjectID, _ signed: SignedObject) -> UpdateFacts.Target {
        switch signed.content {
        case .commit(let tree, _, _): return .commit(tree: tree)
        case .tag(_, let kind, let name):
            return .tag(
                TagFacts(
                    id: id, name: String(decoding: name, as: UTF8.self), tagsCommit: kind == "commit",
                    signature: signature(signed)))
        }
    }

    private func signature(_ object: SignedObject) -> SignatureFacts {
        Self.signature(object, verifier)
    }

    private static func signature(_ object: SignedObject, _ verifier: SignatureVerifier) -> SignatureFacts {
        switch verifier.check(object) {
        case .unsigned: .unsigned
        case .valid(let key): .key(key)
        case .invalid(let reason): .bad(reason)
        case .notSupported(_, _, let reason): .bad(reason)
        }
    }

    /// Reads commits and checks their signatures, on all cores when there are many.
    private func commits(_ ids: [ObjectID]) throws(PushGateError) -> [CommitFacts] {
        try reading { () throws(GitError) in
            try repository.concurrentMap(ids, state: { SignatureVerifier() }) { verifier, id, object in
                Self.commit(id, object, verifier)
            }
        }
    }

    private static func commit(_ id: ObjectID, _ object: RawObject, _ verifier: SignatureVerifier) -> CommitFacts {
        do throws(SignatureError) {
            guard object.kind == .commit else {
                return CommitFacts(id: id, signature: .bad("it is not a commit"), emails: [])
            }
            let signed = try SignedObject(commit: object.bytes)
            var emails = [String(decoding: signed.maker.email, as: UTF8.self)]
            if case .commit(_, _, let author) = signed.content {
                emails.append(String(decoding: author.email, as: UTF8.self))
            }
            return CommitFacts(id: id, signature: signature(signed, verifier), emails: emails)
        } catch {
            return CommitFacts(id: id, signature: .bad(error.description), emails: [])
        }
    }
}

// MARK: - Merges

extension FactGatherer {
    /// The most merges of one push that are recomputed; others count as changes of their own.
    static let mergeLimit = 200

    /// Finds out which new commits merge exactly what a recomputed merge does, and what of them was approved before.
    private func gatherMerges(_ facts: inout UpdateFacts) throws(PushGateError) {
        var clean: [ObjectID: (parents: [ObjectID], Void)] = [:]
        var recomputed = 0
        for commit in facts.commits where recomputed < Self.mergeLimit {
            let parents = try reading { () throws(GitError) in try repository.parents(of: commit.id) }
            guard parents.count == 2 else { continue }
            recomputed += 1
            if try isClean(commit.id, parents) { clean[commit.id] = (parents, ()) }
        }
        facts.commits = facts.commits.map { commit in
            CommitFacts(
                id: commit.id, signature: commit.signature, emails: commit.emails,
                isCleanMerge: clean[commit.id] != nil)
        }
        let update = facts.update
        guard let parents = clean[update.new]?.parents, parents[0] == update.old else { return }
        try gatherMergedHead(parents[1], &facts)
    }

    private func gatherMergedHead(_ head: ObjectID, _ facts: inout UpdateFacts) throws(PushGateError) {
        let old = facts.update.old
        let approvals = try approvals(of: head)
        var bases: Set<ObjectID> = []
        for base in Set(approvals.map(\.base)) {
            let isPast = try reading { () throws(GitError) in
                guard try repository.objectKind(base) == .commit else { return false }
                return try repository.isAncestor(base, of: old)
            }
            if isPast { bases.insert(base) }
        }
        let tree = try reading { () throws(GitError) in try repository.tree(of: head) }
        facts.approvals += approvals
        facts.mergedHead = UpdateFacts.MergedHead(head: head, tree: tree, bases: bases)
    }

    private func isClean(_ commit: ObjectID, _ parents: [ObjectID]) throws(PushGateError) -> Bool {
        try reading { () throws(GitError) in
            try repository.mergedTree(parents[0], parents[1]) == .clean(try repository.tree(of: commit))
        }
    }
}

// MARK: - Approvals

extension FactGatherer {
    private func submission(_ object: PushedObject) -> UpdateFacts.Submission {
        do throws(EvidenceError) {
            return .approval(try approval(object, record: nil))
        } catch {
            return .malformed(error.description)
        }
    }

    /// Approvals of a commit: those that are there, and those that come with this push.
    private func approvals(of head: ObjectID) throws(PushGateError) -> [Approval] {
        if let recordedApprovals { return try recorded(recordedApprovals) }
        let prefix = "\(PolicyEvaluator.approvalsNamespace)\(head)/"
        var approvals: [Approval] = []
        let stored = try reading { () throws(GitError) in
            try repository.references(prefix: prefix, limit: Self.approvalLimit).map(\.id)
        }
        for id in stored {
            let record = try PushGateError.attesting { () throws(EvidenceError) in try index.approval(id) }
            if let approval = try? approval(try object(id), record: record) { approvals.append(approval) }
        }
        for update in push where update.ref.isWithin(prefix) && update.isCreation && !stored.contains(update.new) {
            if var approval = try? approval(try object(update.new), record: nil) {
                approval.arrival = time
                approvals.append(approval)
            }
        }
        return approvals
    }

    /// The approvals that a receipt says it used: each counts for this update, and came at the latest with it.
    private func recorded(_ tags: [ObjectID]) throws(PushGateError) -> [Approval] {
        var approvals: [Approval] = []
        for tag in tags {
            let record = try PushGateError.attesting { () throws(EvidenceError) in try index.approval(tag) }
            guard var approval = try? approval(try object(tag), record: record) else { continue }
            approval.arrival = record?.arrival ?? time
            approvals.append(approval)
        }
        return approvals
    }

    private func approval(
        _ object: PushedObject, record: ReceiptIndex.ApprovalRecord?
    ) throws(EvidenceError) -> Approval {
        guard let signed = object.signed, case .tag(let tagged, _, _) = signed.content else {
            throw EvidenceError(code: .malformed, description: "it is no tag that can be read")
        }
        let text = try ApprovalText(message: signed.message)
        guard text.head == tagged else {
            throw EvidenceError(code: .malformed, description: "its Head is not the commit it tags")
        }
        return Approval(
            tag: object.id, repository: text.repository, target: text.target, base: text.base, head: text.head,
            resultTree: text.resultTree, signature: signature(signed), arrival: record?.arrival,
            isConsumed: record?.isConsumed ?? false)
    }
}
