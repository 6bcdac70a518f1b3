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

    /// What became of a removed file.
    enum Target {
        /// Nothing that was added is like it.
        case none
        /// It was moved, with a change perhaps.
        case one(PathChange)
        /// There is more than one answer, or it would be too much work to find it.
        case unclear
    }

    /// The added file that a removed one became: the same content at one new place, or else the one added file that
    /// shares most of its lines, half of the larger file at least, when no other removed file shares as much with it.
    func target(of gone: PathChange, _ work: inout MergeWork) throws(GitError) -> Target {
        guard let old = gone.old, old.mode.isRegularFile, !targets.isEmpty else { return .none }
        let same = targets.filter { $0.new?.id == old.id }
        if let first = same.first {
            return same.count == 1 && sources.count { $0.old?.id == old.id } == 1 ? .one(first) : .unclear
        }
        guard sources.count + targets.count <= Self.fileLimit else { return .unclear }
        let best = try closest(to: old.id, among: targets, side: \.new, &work)
        guard case .one(let target) = best, let new = target.new,
            case .one(let source) = try closest(to: new.id, among: sources, side: \.old, &work),
            source.path == gone.path
        else { return if case .none = best { .none } else { .unclear } }
        return best
    }

    /// The change whose file is closer to a file than those of all others.
    private func closest(
        to id: ObjectID, among changes: [PathChange], side: KeyPath<PathChange, PathChange.Side?>,
        _ work: inout MergeWork
    ) throws(GitError) -> Target {
        guard let sketch = try sketches.sketch(of: id, &work) else { return .unclear }
        var best: (change: PathChange, shared: Int)?
        var isTied = false
        for change in changes {
            guard let other = change[keyPath: side], let otherSketch = try sketches.sketch(of: other.id, &work),
                let shared = sketch.shared(with: otherSketch)
            else { continue }
            if shared == best?.shared { isTied = true }
            if shared > best?.shared ?? 0 { (best, isTied) = ((change, shared), false) }
        }
        return if let best { isTied ? .unclear : .one(best.change) } else { .none }
    }
}

/// The sketches of files, each made once.
private final class Sketches {
    private let repository: Repository
    private var known: [ObjectID: LineSketch?] = [:]

    init(_ repository: Repository) {
        self.repository = repository
    }

    /// - Returns: nil for a file that is too large or more than the work left.
    func sketch(of blob: ObjectID, _ work: inout MergeWork) throws(GitError) -> LineSketch? {
        if let known = known[blob] { return known }
        let sketch = try LineMerge.bytes(of: blob, in: repository, &work).map { LineSketch($0) }
        known[blob] = .some(sketch)
        return sketch
    }
}
