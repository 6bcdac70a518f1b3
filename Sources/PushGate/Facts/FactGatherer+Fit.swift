internal import Evidence
internal import ExactValues
internal import GitNames
internal import GitStore
internal import PolicyCore
internal import Signatures

extension FactGatherer {
    /// The most commits of an approved range that are looked at.
    static let approvedRangeLimit = 10_000

    /// P5: how the change that was approved compares with the one that is pushed.
    func fit(
        _ approval: Approval, _ pushed: ApprovedChange?, _ facts: UpdateFacts
    ) throws(PushGateError) -> Approval.Fit {
        guard approval.target == facts.update.ref, let head = facts.head else {
            return .other("it is for \(approval.target)")
        }
        if approval.base == facts.update.old, approval.head == head {
            let tree = try reading { () throws(GitError) in try repository.tree(of: head) }
            return approval.resultTree == tree ? .exact : .other("it is for another tree")
        }
        guard !facts.update.isCreation, let pushed, !pushed.set.isEmpty else {
            return .other(Self.mismatch(approval, facts.update.old, head))
        }
        if let reason = try reasonNotCarried(approval, pushed, facts.update, head) { return .other(reason) }
        return .carried(replaced: try replaced(approval, facts.commits))
    }

    private static func mismatch(_ approval: Approval, _ old: ObjectID, _ head: ObjectID) -> String {
        guard approval.head == head else { return "it is for \(short(approval.head))" }
        return "it is for a change on top of \(short(approval.base)), not \(short(old))"
    }

    private func reasonNotCarried(
        _ approval: Approval, _ pushed: ApprovedChange, _ update: RefUpdate, _ head: ObjectID
    ) throws(PushGateError) -> String? {
        try reading { () throws(GitError) -> String? in
            guard try repository.objectKind(approval.base) == .commit,
                try repository.isAncestor(approval.base, of: update.old)
            else { return Self.mismatch(approval, update.old, head) }
            guard try repository.objectKind(approval.head) == .commit,
                try repository.tree(of: approval.head) == approval.resultTree
            else { return "it is for another tree" }
            guard let approved = try ApprovedChange(approving: approval.head, on: approval.base, repository) else {
                return "the change that it approves has no one base"
            }
            guard
                try repository.mergeBases(update.old, approval.head)
                    == repository.mergeBases(approval.base, approval.head)
            else { return "\(update.ref) has what it approves, or had it" }
            guard approved != pushed else { return nil }
            return "\(update.ref) would change otherwise than was approved of \(Self.short(approval.head))"
                + Self.difference(approved, pushed)
        }
    }

    private static func difference(_ approved: ApprovedChange, _ pushed: ApprovedChange) -> String {
        let (before, now) = (Set(approved.set.changes), Set(pushed.set.changes))
        let path = pushed.set.changes.first { !before.contains($0) } ?? approved.set.changes.first { !now.contains($0) }
        return path.map { ", at \($0.text)" } ?? ""
    }

    private static func short(_ id: ObjectID) -> String { String(id.hex.prefix(10)) }

    // MARK: What new commits stand for

    /// For each new commit the approved ones that it may stand for: itself none; one of the same author, time and message
    /// where the range was rebased one by one; all of them otherwise. Who made those made it as well.
    private func replaced(
        _ approval: Approval, _ commits: [CommitFacts]
    ) throws(PushGateError) -> [ObjectID: [CommitFacts]] {
        let ids = try reading { () throws(GitError) in
            try repository.newCommits(
                from: [approval.head], hiding: [approval.base], limit: Self.approvedRangeLimit)
        }
        let range = Set(ids)
        var known: [ObjectID: EstablishedFacts] = [:]
        for id in ids {
            let facts = try attesting { () throws(EvidenceError) in try prior.facts(of: id) }
            if let facts { known[id] = facts }
        }
        let approved = try reader.commits(ids, known).filter { $0.parents.count < 2 }
        let byText = Dictionary(grouping: approved) { (try? text(of: $0.id)) ?? [] }
        var replaced: [ObjectID: [CommitFacts]] = [:]
        for commit in commits where !range.contains(commit.id) && !commit.isCleanMerge {
            let same = (try? text(of: commit.id)).flatMap { byText[$0] } ?? []
            replaced[commit.id] = same.count == 1 ? same : approved
        }
        return replaced
    }

    /// Author, time and message: what `git rebase` keeps.
    private func text(of commit: ObjectID) throws(PushGateError) -> [UInt8] {
        guard let signed = try reader.object(commit).signed, case .commit(_, _, let author) = signed.content else {
            throw PushGateError(code: .repository, description: "commit \(commit) cannot be read")
        }
        return author.name + [0] + author.email + [0] + Array("\(author.time.seconds)".utf8) + [0] + signed.message
    }
}
