public import Evidence
public import ExactValues
internal import Files
internal import GitNames
internal import GitStore
public import PolicyCore

extension PushGate {
    /// What `pre-receive` does: settles what earlier pushes left, judges, and journals what it accepts.
    /// - Parameter randomDigits: tells pushes of one second apart.
    public func receive(
        _ updates: [RefUpdate], at time: Timestamp, pusher: PushFacts.Pusher, namespace: String?,
        randomDigits: String
    ) throws(PushGateError) -> PushJudgement {
        let ledger = try gate.ledger()
        try PushGateError.attesting { () throws(EvidenceError) in try ledger.settle(now: time) }
        let index = try PushGateError.attesting { () throws(EvidenceError) in try ReceiptIndex(gate.repository) }
        let judgement = try judge(updates, at: time, pusher: pusher, namespace: namespace, prior: index)
        guard judgement.decision.isAccepted else { return judgement }
        var login: Name?
        if case .login(let name) = pusher { login = name }
        let entry = JournalEntry(
            id: "\(time.seconds)-\(randomDigits)", time: time, pusher: login, policy: judgement.policy,
            nextPolicy: judgement.nextPolicy,
            updates: zip(judgement.decision.updates, judgement.accepted).map {
                JournalEntry.Update(update: $0.update, accepted: $1)
            })
        try PushGateError.attesting { () throws(EvidenceError) in try gate.journal.record(entry) }
        return judgement
    }

    /// What `reference-transaction` says when Git has locked the refs and asks a last time: why they may not move, or
    /// nothing.
    ///
    /// Each update must have been judged, whatever program moves the ref, and by the policy that is still in force.
    public func prepare(_ updates: [RefUpdate]) throws(PushGateError) -> [String] {
        guard !updates.isEmpty else { return [] }
        let entries = try PushGateError.attesting { () throws(EvidenceError) in try gate.journal.entries() }
        let (standing, version) = try PolicyLookup(repository: gate.repository, root: gate.root).standing()
        var objections: [String] = []
        for update in updates {
            let judged = entries.filter { $0.isJudged(update) || $0.isJudgedDeletion(update) }
            if judged.isEmpty {
                if try isStandstill(update) { continue }
                objections.append("\(update.ref): this update did not go through pre-receive; push it")
            } else if !judged.contains(where: { $0.isJudged(by: version, standing) }) {
                objections.append("\(update.ref): the policy has changed since the push was judged; push again")
            }
        }
        return objections
    }

    /// Whether a ref is to be what it is already: Git packs refs that way, first by writing all of them to
    /// `packed-refs`, then by deleting each one's own file.
    private func isStandstill(_ update: RefUpdate) throws(PushGateError) -> Bool {
        let current = try PushGateError.reading { () throws(GitError) -> ObjectID? in
            guard try gate.repository.symbolicTarget(of: update.ref.text) == nil else { return nil }
            return try gate.repository.resolve(ref: update.ref.text) ?? .zero
        }
        guard let current else { return false }
        if update.new == current { return update.old.isZero || update.old == current }
        guard update.isDeletion, update.old == current else { return false }
        return try staysPacked(update)
    }

    /// Whether deleting a ref's own file leaves its value in `packed-refs`. To delete a ref that is there as well, Git
    /// holds the lock of that file while it asks (files_transaction_prepare in refs/files-backend.c); to prune, not.
    private func staysPacked(_ update: RefUpdate) throws(PushGateError) -> Bool {
        let folder = gate.repository.path
        do throws(FileError) {
            let names = try Folder.names(in: folder)
            guard names.contains("packed-refs"), !names.contains("packed-refs.lock") else { return false }
            let line = Array("\(update.old) \(update.ref)".utf8)
            return try InputFile.read(folder + "packed-refs", limit: 256 << 20)
                .split(separator: 0x0a).contains { $0.elementsEqual(line) }
        } catch {
            throw PushGateError(code: .repository, description: error.description)
        }
    }

    /// Writes down what Git did with updates that were judged; others are passed over.
    public func note(
        _ updates: [RefUpdate], _ outcome: JournalEntry.Outcome
    ) throws(PushGateError) {
        let journal = gate.journal
        try PushGateError.attesting { () throws(EvidenceError) in
            let entries = try journal.entries()
            for update in updates {
                // Of equal updates of two pushes Git commits one; the later one it was that just ran.
                guard let entry = entries.last(where: { $0.isJudged(update) }) else { continue }
                try journal.note(outcome, of: update, in: entry.id)
            }
        }
    }

    /// What `post-receive` does: writes receipts for what Git committed.
    /// - Parameters:
    ///   - updates: what Git says it has committed; a server may not call `reference-transaction`.
    ///   - moment: nanoseconds since 1970, which order receipts.
    public func finish(_ updates: [RefUpdate], at time: Timestamp, moment: Int64) throws(PushGateError) {
        try note(updates, .committed(at: moment))
        let ledger = try gate.ledger()
        try PushGateError.attesting { () throws(EvidenceError) in try ledger.settle(now: time) }
    }
}

extension JournalEntry {
    fileprivate func isJudged(_ update: RefUpdate) -> Bool {
        updates.contains { $0.update == update && $0.outcome == .judged }
    }

    /// Whether this is Git taking a ref that a push deletes out of `packed-refs`: it says zero to zero then, in a
    /// transaction of its own before the one that it describes in full.
    fileprivate func isJudgedDeletion(_ update: RefUpdate) -> Bool {
        update.isCreation && update.isDeletion
            && updates.contains {
                $0.update.ref == update.ref && $0.update.isDeletion && $0.outcome == .judged
            }
    }

    /// Whether the policy that is in force now is the one that judged this push, or the one it brought itself.
    fileprivate func isJudged(by version: PolicyVersion?, _ standing: PolicyStanding) -> Bool {
        if let nextPolicy, version?.blob == nextPolicy { return true }
        guard let policy else { return standing.policy == nil }
        return version?.blob == policy.blob
    }
}
