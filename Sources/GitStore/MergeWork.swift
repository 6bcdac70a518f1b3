/// How much recomputing merges may still compare.
public struct MergeWork: Sendable, Hashable {
    /// What one merge may cost at most.
    public static var ofMerge: Self {
        Self(
            bytes: Repository.mergeWorkLimit, linePairs: Repository.mergeLinePairLimit,
            paths: 2 * Repository.mergePathLimit)
    }

    /// What all merges of a push may cost together: four times as much as one.
    public static var ofPush: Self {
        let merge = ofMerge
        return Self(bytes: 4 * merge.bytesLeft, linePairs: 4 * merge.linePairsLeft, paths: 4 * merge.pathsLeft)
    }

    private var bytesLeft: Int
    private var linePairsLeft: Int
    private var pathsLeft: Int

    /// - Parameters:
    ///   - bytes: of files that are read.
    ///   - linePairs: a file's lines before times its lines after.
    ///   - paths: that differ on a side.
    public init(bytes: Int, linePairs: Int, paths: Int) {
        (bytesLeft, linePairsLeft, pathsLeft) = (bytes, linePairs, paths)
    }

    /// As much of it as another has, at most.
    func limited(to other: MergeWork) -> MergeWork {
        MergeWork(
            bytes: min(bytesLeft, other.bytesLeft), linePairs: min(linePairsLeft, other.linePairsLeft),
            paths: min(pathsLeft, other.pathsLeft))
    }

    /// Takes what went from one state to a later one.
    mutating func take(from before: MergeWork, to after: MergeWork) {
        bytesLeft -= before.bytesLeft - after.bytesLeft
        linePairsLeft -= before.linePairsLeft - after.linePairsLeft
        pathsLeft -= before.pathsLeft - after.pathsLeft
    }

    /// How many paths of one side may differ.
    var pathLimit: Int { min(pathsLeft, Repository.mergePathLimit) }

    /// Takes paths that were found to differ, which ``pathLimit`` permitted.
    mutating func take(paths: Int) {
        pathsLeft = max(0, pathsLeft - paths)
    }

    /// - Returns: false when it is too much.
    mutating func take(bytes: Int) -> Bool {
        guard bytes <= bytesLeft else { return false }
        bytesLeft -= bytes
        return true
    }

    /// Takes what comparing two files costs at worst.
    /// - Returns: false when it is too much.
    mutating func take(lines: Int, with other: Int) -> Bool {
        let (pairs, overflow) = lines.multipliedReportingOverflow(by: other)
        guard !overflow, pairs <= linePairsLeft else { return false }
        linePairsLeft -= pairs
        return true
    }
}
