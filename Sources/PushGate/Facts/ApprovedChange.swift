internal import ExactValues
internal import GitNames
internal import GitStore
internal import Signatures

/// A change of a target, path by path and blob by blob.
struct ApprovedChange: Hashable {
    let set: ChangeSet

    /// What a target at `old` becomes at `new`.
    init(from old: ObjectID, to new: ObjectID, _ repository: Repository) throws(GitError) {
        set = try repository.changeSet(from: old.isZero ? nil : old, to: new)
    }

    /// What a reviewer of `head`, for a target at `base`, has seen: what `head` has on top of where it left the target.
    /// Nil where that is not one commit.
    init?(approving head: ObjectID, on base: ObjectID, _ repository: Repository) throws(GitError) {
        guard try repository.objectKind(head) == .commit else { return nil }
        guard !base.isZero else {
            try self.init(from: .zero, to: head, repository)
            return
        }
        guard try repository.objectKind(base) == .commit else { return nil }
        let bases = try repository.mergeBases(base, head)
        guard bases.count == 1 else { return nil }
        try self.init(from: bases[0], to: head, repository)
    }

    /// 32 bytes that tell changes apart.
    var digest: [UInt8] {
        var text: [UInt8] = []
        func add(_ side: PathChange.Side?) {
            guard let side else {
                text.append(0)
                return
            }
            text += "\(side.mode.rawValue) ".utf8
            text += side.id.bytes
        }
        for change in set.changes {
            text += "\(change.path.count) ".utf8
            text += change.path
            add(change.old)
            add(change.new)
        }
        return Digest.sha256(text)
    }
}
