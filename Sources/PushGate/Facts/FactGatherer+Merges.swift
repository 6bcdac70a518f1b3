internal import ExactValues
internal import GitNames
internal import GitStore
internal import PolicyCore

extension FactGatherer {
    /// P7: finds out which new commits merge exactly what a recomputed merge does.
    func gatherMerges(_ facts: inout UpdateFacts) throws(PushGateError) {
        for index in facts.commits.indices {
            let commit = facts.commits[index]
            guard commit.parents.count == 2 else { continue }
            facts.commits[index].isCleanMerge = try memo.isClean(commit.id) { () throws(PushGateError) in
                try isClean(commit.id, commit.parents)
            }
        }
    }

    private func isClean(_ commit: ObjectID, _ parents: [ObjectID]) throws(PushGateError) -> Bool {
        guard merges.count < MergeAllowance.limit else { return false }
        merges.count += 1
        return try reading { () throws(GitError) in
            try repository.mergedTree(parents[0], parents[1], within: &merges.work)
                == .clean(try repository.tree(of: commit))
        }
    }
}

/// How much recomputing merges one push may cost; merges beyond it count as changes of their own.
final class MergeAllowance {
    /// The most merges of one push that are recomputed.
    static let limit = 200

    var count = 0
    var work = MergeWork.ofPush
}
