internal import ExactValues
internal import GitNames
internal import GitStore
internal import PolicyCore

extension FactGatherer {
    /// The most merges of one push that are recomputed; others count as changes of their own.
    static let mergeLimit = 200

    /// P7: finds out which new commits merge exactly what a recomputed merge does.
    func gatherMerges(_ facts: inout UpdateFacts) throws(PushGateError) {
        var recomputed = 0
        for index in facts.commits.indices where recomputed < Self.mergeLimit {
            let commit = facts.commits[index]
            guard commit.parents.count == 2 else { continue }
            recomputed += 1
            facts.commits[index].isCleanMerge = try isClean(commit.id, commit.parents)
        }
    }

    private func isClean(_ commit: ObjectID, _ parents: [ObjectID]) throws(PushGateError) -> Bool {
        try reading { () throws(GitError) in
            try repository.mergedTree(parents[0], parents[1]) == .clean(try repository.tree(of: commit))
        }
    }
}
