internal import GitNames

/// The changes of one side, and where files that it took out may have gone.
struct RenameSearch {
    /// The most files, removed and added, that are compared with each other.
    private static let fileLimit = 200

    let sorted: [PathChange]
    let byPath: [[UInt8]: PathChange]
    private let sources: [PathChange]
    private let targets: [PathChange]
    private let sketches: Sketches

    init(_ repository: Repository, _ changes: [PathChange]) {
        sketches = Sketches(repository)
        sorted = changes
        byPath = Dictionary(changes.map { ($0.path, $0) }) { first, _ in first }
        sources = changes.filter { $0.new == nil && $0.old?.mode.isRegularFile == true }
        targets = changes.filter { $0.old == nil && $0.new?.mode.isRegularFile == true }
    }

    /// The added file that a removed one became: the same content at one new place, or else the one added file that
    /// shares most of its lines, half of the larger file at least, when no other removed file shares as much with it.
    ///
    /// - Returns: nil where that is not clear; an approval is asked for then.
    func target(of gone: PathChange, _ work: inout MergeWork) throws(GitError) -> PathChange? {
        guard let old = gone.old, old.mode.isRegularFile, !targets.isEmpty else { return nil }
        let same = targets.filter { $0.new?.id == old.id }
        if !same.isEmpty {
            return same.count == 1 && sources.count { $0.old?.id == old.id } == 1 ? same.first : nil
        }
        guard sources.count + targets.count <= Self.fileLimit,
            let best = try Self.closest(to: old.id, among: targets, side: \.new, sketches, &work), let new = best.new,
            let source = try Self.closest(to: new.id, among: sources, side: \.old, sketches, &work),
            source.path == gone.path
        else { return nil }
        return best
    }

    /// - Returns: nil when there is none, or not one that is closer than all others.
    private static func closest(
        to id: ObjectID, among changes: [PathChange], side: KeyPath<PathChange, PathChange.Side?>,
        _ sketches: Sketches, _ work: inout MergeWork
    ) throws(GitError) -> PathChange? {
        guard let sketch = try sketches.sketch(of: id, &work) else { return nil }
        var best: (change: PathChange, shared: Int)?
        var isTied = false
        for change in changes {
            guard let other = change[keyPath: side], let otherSketch = try sketches.sketch(of: other.id, &work),
                let shared = sketch.shared(with: otherSketch)
            else { continue }
            if shared == best?.shared { isTied = true }
            if shared > best?.shared ?? 0 { (best, isTied) = ((change, shared), false) }
        }
        return isTied ? nil : best?.change
    }
}

/// The sketches of files, each made once.
private final class Sketches {
    private let repository: Repository
    private var known: [ObjectID: LineSketch?] = [:]

    init(_ repository: Repository) {
        self.repository = repository
    }

    /// - Returns: nil for a file that is binary, too large, or more than the work left.
    func sketch(of blob: ObjectID, _ work: inout MergeWork) throws(GitError) -> LineSketch? {
        if let known = known[blob] { return known }
        let sketch = try LineMerge.text(of: blob, in: repository, &work).map { LineSketch($0) }
        known[blob] = .some(sketch)
        return sketch
    }
}
