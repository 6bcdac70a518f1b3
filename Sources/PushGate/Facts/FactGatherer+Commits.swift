internal import Evidence
internal import ExactValues
internal import GitNames
internal import GitStore
internal import PolicyCore

extension FactGatherer {
    /// The commits that the update brings and that facts do not settle, with what receipts say of them and of the
    /// parents that are not among them.
    func gatherCommits(_ facts: inout UpdateFacts, _ rule: RefRule?) throws(PushGateError) {
        guard let head = facts.head, standing.policy == nil || rule?.isSigned == true || rule?.approvals != nil else {
            return
        }
        let update = facts.update
        let demand = HistoryDemand(rule, update, standing.policy)
        var known: [ObjectID: EstablishedFacts] = [:]
        let ids = try newCommits(from: head, hiding: update.isCreation ? [] : [update.old], demand, &known)
        facts.commits = try reader.commits(ids, known)
        let found = Set(ids)
        for commit in facts.commits {
            for parent in commit.parents where !found.contains(parent) && facts.boundary[parent] == nil {
                if known[parent] == nil { known[parent] = try priorFacts(parent) }
                facts.boundary[parent] = known[parent]
            }
        }
        if known[head] == nil { known[head] = try priorFacts(head) }
        if update.isCreation, let rule, let about = known[head] {
            let refs = [update.ref] + rule.reviewedIn
            facts.continuesReviewed = about.isReviewedThroughout(
                countsGenesis: rule.countsGenesis && !rule.reviewedIn.isEmpty, for: refs.contains)
        }
    }

    private func priorFacts(_ commit: ObjectID) throws(PushGateError) -> EstablishedFacts? {
        try attesting { () throws(EvidenceError) in try prior.facts(of: commit) }
    }

    private func newCommits(
        from new: ObjectID, hiding hidden: [ObjectID], _ demand: HistoryDemand,
        _ known: inout [ObjectID: EstablishedFacts]
    ) throws(PushGateError) -> [ObjectID] {
        var problem: PushGateError?
        var found: [ObjectID: EstablishedFacts] = [:]
        let ids = try reading { () throws(GitError) in
            try repository.newCommits(from: [new], hiding: hidden, limit: Self.commitLimit) { (id) throws(GitError) in
                do throws(PushGateError) {
                    guard let facts = try priorFacts(id) else { return false }
                    found[id] = facts
                    return demand.isSettled(by: facts)
                } catch {
                    problem = error
                    throw GitError(code: .library, description: error.description)
                }
            }
        }
        if let problem { throw problem }
        known = found
        return ids
    }

    /// The paths that the update changes; for a new ref, on top of the accepted history that its first parents lead to.
    func changedPaths(_ facts: UpdateFacts) throws(PushGateError) -> [ChangedPath] {
        guard let head = facts.head else { return [] }
        let base = facts.update.isCreation ? acceptedBase(head, facts) : facts.update.old
        return try reading { () throws(GitError) in
            try repository.changedPaths(from: base, to: head).map {
                ChangedPath(path: $0.path, leadsElsewhere: $0.leadsElsewhere)
            }
        }
    }

    private func acceptedBase(_ head: ObjectID, _ facts: UpdateFacts) -> ObjectID? {
        let commits = Dictionary(facts.commits.map { ($0.id, $0) }) { first, _ in first }
        var next: ObjectID? = head
        while let id = next, let commit = commits[id] { next = commit.parents.first }
        return next
    }
}

/// What facts must say of a commit for nobody to look below it.
struct HistoryDemand {
    private let rule: RefRule?
    private let update: RefUpdate
    private let policy: Policy?

    init(_ rule: RefRule?, _ update: RefUpdate, _ policy: Policy?) {
        self.rule = rule
        self.update = update
        self.policy = policy
    }

    private var countsGenesis: Bool { rule?.countsGenesis ?? true }

    /// Whether what a ref reviewed is reviewed here: the ref itself, what the rule takes as reviewed, and for a new ref any
    /// that asks for no less.
    private func counts(_ ref: RefName, _ demand: ApprovalRequirement) -> Bool {
        if ref == update.ref || rule?.reviewedIn.contains(ref) == true { return true }
        guard update.isCreation, let other = policy?.rule(for: ref), other.mode == .enforce else { return false }
        return other.approvals?.covers(demand) ?? false
    }

    func isSettled(by facts: EstablishedFacts) -> Bool {
        guard let demand = rule?.approvals else { return facts.isSignedThroughout(countsGenesis: countsGenesis) }
        return facts.isReviewedThroughout(countsGenesis: countsGenesis) { counts($0, demand) }
    }
}
