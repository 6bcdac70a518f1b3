public import Evidence
internal import GitNames
internal import GitStore
public import PolicyCore
internal import PolicyFile
public import PushGate

/// `reference-transaction`: lets only those updates through that the gate judged in this very transaction, and notes
/// what becomes of them.
///
/// Git runs it for every command that moves refs, and for every ref that it packs, twice: what is told from a few files
/// is told without opening the repository.
public struct ReferenceTransaction {
    private let refs: RefFiles
    private let journal: Journal
    private let lookup: TransactionLookup

    /// - Parameter transaction: the process that moves the refs; nil where it cannot be told.
    public init(_ environment: HookEnvironment, transaction: TransactionID?) {
        refs = RefFiles(gitFolder: environment.gitFolder)
        journal = Journal(gitFolder: environment.gitFolder)
        lookup = TransactionLookup(journal: journal, transaction: transaction)
    }

    /// What is said when Git has locked the refs and asks a last time: why they may not move, or nothing.
    /// - Parameter moment: nanoseconds since 1970.
    public func prepared(_ updates: [RefUpdate], moment: Int64) throws(PushGateError) -> [String] {
        guard !updates.isEmpty else { return [] }
        var objections: [String] = []
        guard let id = try lookup.entry(updates), var file = try opened(id) else {
            for update in updates {
                if let objection = try objection(to: update) { objections.append(objection) }
            }
            return objections
        }
        var judged: [(position: Int, update: RefUpdate)] = []
        for update in updates {
            switch try find(update, in: &file) {
            case .judged(let position): judged.append((position, update))
            case .partOfDeletion: break
            case .absent: if let objection = try objection(to: update) { objections.append(objection) }
            }
        }
        guard objections.isEmpty, !judged.isEmpty else { return objections }
        guard try isPolicyInForce(&file) else {
            return judged.map { "\($0.update.ref): the policy has changed since the push was judged; push again" }
        }
        try resolveLeftovers(of: judged.map(\.update.ref), except: id, moment: moment)
        let known = try PushGateError.attesting { () throws(EvidenceError) in
            try journal.note(judged.map { ($0.position, .prepared) }, in: id)
        }
        return zip(judged, known).compactMap { judged, outcome in
            outcome == .prepared ? nil : "\(judged.update.ref): this push was given up meanwhile; push again"
        }
    }

    /// Writes down that Git moved refs; updates that this transaction did not have judged are passed over.
    /// - Parameter moment: nanoseconds since 1970.
    public func committed(_ updates: [RefUpdate], moment: Int64) throws(PushGateError) {
        try note(.committed(at: moment), updates)
    }

    /// Writes down that Git gave updates up.
    public func aborted(_ updates: [RefUpdate]) throws(PushGateError) {
        try note(.aborted, updates)
    }

    private func note(_ outcome: JournalOutcome, _ updates: [RefUpdate]) throws(PushGateError) {
        guard let id = try lookup.entry(updates) else { return }
        try PushGateError.attesting { () throws(EvidenceError) in
            guard var file = try journal.open(id) else { return }
            var outcomes: [(position: Int, outcome: JournalOutcome)] = []
            for update in updates {
                guard let position = try file.position(of: update.ref), try file.update(at: position) == update else {
                    continue
                }
                outcomes.append((position, outcome))
            }
            _ = try journal.note(outcomes, in: id)
        }
    }

    private func opened(_ id: String) throws(PushGateError) -> JournalFile? {
        try PushGateError.attesting { () throws(EvidenceError) in try journal.open(id) }
    }

    // MARK: One update

    private enum Place {
        case judged(Int)
        /// Git takes a ref that a push deletes out of `packed-refs`: it says zero to zero then, in a transaction of its
        /// own before the one that it describes in full.
        case partOfDeletion
        case absent
    }

    private func find(_ update: RefUpdate, in file: inout JournalFile) throws(PushGateError) -> Place {
        do throws(EvidenceError) {
            guard let position = try file.position(of: update.ref) else { return .absent }
            let judged = try file.update(at: position)
            if judged == update { return .judged(position) }
            return update.isCreation && update.isDeletion && judged.isDeletion ? .partOfDeletion : .absent
        } catch {
            throw PushGateError(code: .evidence, description: error.description)
        }
    }

    /// Why an update that was not judged may not go on; nil when the ref is to be what it is already: Git packs refs
    /// that way, first by writing all of them to `packed-refs`, then by deleting each one's own file.
    private func objection(to update: RefUpdate) throws(PushGateError) -> String? {
        let objection = "\(update.ref): this update did not go through pre-receive; push it"
        let current: ObjectID
        switch try refs.value(of: update.ref) {
        case .symbolic: return objection
        case .absent: current = .zero
        case .at(let id): current = id
        }
        if update.new == current { return update.old.isZero || update.old == current ? nil : objection }
        // To delete a ref that is in packed-refs as well, Git holds the lock of that file while it asks
        // (files_transaction_prepare in refs/files-backend.c); to prune, not.
        guard update.isDeletion, update.old == current, try !refs.isPackedLocked(),
            try refs.packed(update.ref) == current
        else { return objection }
        return nil
    }

    // MARK: Policy

    /// Whether the policy is the one that judged the push, or the one that this very push brought in before. Where the
    /// policy's ref has not moved nothing is parsed.
    private func isPolicyInForce(_ file: inout JournalFile) throws(PushGateError) -> Bool {
        let head = file.head
        let tip: ObjectID
        switch try refs.value(of: head.policyRef) {
        case .symbolic: return false
        case .absent: tip = .zero
        case .at(let id): tip = id
        }
        if tip == head.policyTip { return true }
        if try hasBrought(tip, &file) { return true }
        guard let policy = head.policy, !tip.isZero else { return false }
        let repository = try PushGateError.reading { () throws(GitError) in try Repository.openFromEnvironment() }
        return try PushGateError.reading { () throws(GitError) in
            guard let entry = try repository.entry(at: PolicyFile.path, in: tip), entry.mode == .file else {
                return false
            }
            return entry.id == policy.blob
        }
    }

    private func hasBrought(_ tip: ObjectID, _ file: inout JournalFile) throws(PushGateError) -> Bool {
        do throws(EvidenceError) {
            guard let position = try file.position(of: file.head.policyRef), try file.update(at: position).new == tip
            else { return false }
            switch try journal.outcome(at: position, of: file.id) {
            case .committed, .writing, .receipted: return true
            case .judged, .prepared, .aborted, .setAside: return false
            }
        } catch {
            throw PushGateError(code: .evidence, description: error.description)
        }
    }

    // MARK: Leftovers

    /// Says what became of updates of a ref that other transactions were let through with and said no more: Git holds
    /// the ref's lock for this one, so none of them is on its way, and each that came after another settled it so.
    private func resolveLeftovers(of refs: [RefName], except own: String, moment: Int64) throws(PushGateError) {
        let names = try PushGateError.attesting { () throws(EvidenceError) in try journal.names() }
        for id in names where id.utf8.elementsEqual(own.utf8) == false {
            for (position, update) in try leftovers(of: refs, in: id) {
                let value = try self.refs.value(of: update.ref)
                let isThere = value == .at(update.new) || value == .absent && update.new.isZero
                try PushGateError.attesting { () throws(EvidenceError) in
                    _ = try journal.note([(position, isThere ? .committed(at: moment) : .aborted)], in: id)
                }
            }
        }
    }

    private func leftovers(of refs: [RefName], in id: String) throws(PushGateError) -> [(Int, RefUpdate)] {
        do throws(EvidenceError) {
            guard var file = try lookup.opened(id) else { return [] }
            var found: [(Int, RefUpdate)] = []
            for ref in refs {
                guard let position = try file.position(of: ref), try journal.outcome(at: position, of: id) == .prepared
                else { continue }
                found.append((position, try file.update(at: position)))
            }
            return found
        } catch  where error.code == .malformed {
            return []
        } catch {
            throw PushGateError(code: .evidence, description: error.description)
        }
    }
}
