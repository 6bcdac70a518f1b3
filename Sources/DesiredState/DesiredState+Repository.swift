internal import ExactValues
public import GitNames
public import GitStore
internal import Manifests

extension DesiredState {
    /// How many commits back are looked through for the last state in which a broken file could be read.
    public static let readableSearchLimit = 1_000

    /// Reads every manifest under `path` at a commit. Links, hidden files and folders, and anything else there are left
    /// alone; a kustomization and what is below it is refused.
    ///
    /// What a file declared that can no longer be read is known from the last commit, by first parents, in which it
    /// could be.
    /// - Parameters:
    ///   - commit: the accepted commit.
    ///   - path: a folder of the repository, `.` for all of it.
    /// - Throws: ``GitError/Code/notFound`` when there is no such folder.
    public init(repository: borrowing Repository, commit: ObjectID, path: String) throws(GitError) {
        try self.init(reading: repository, commit: commit, folder: Self.folder(path), blobs: [:])
        guard !troubled.isEmpty, let earlier = try lastReadable(in: repository) else { return }
        keepUnreadable(of: earlier)
    }

    /// Reads what differs from an earlier commit: the cost grows with the changed files.
    /// - Parameters:
    ///   - commit: the accepted commit; it need not descend from the earlier one.
    ///   - earlier: what the same repository declared before, under the same path.
    public init(repository: borrowing Repository, commit: ObjectID, after earlier: DesiredState) throws(GitError) {
        guard let changes = try Self.changes(repository, from: earlier, to: commit) else {
            try self.init(
                reading: repository, commit: commit, folder: earlier.folder, blobs: earlier.contentsByBlob)
            keepUnreadable(of: earlier)
            return
        }
        let listing = ManifestListing(folder: earlier.folder)
        self = earlier
        self.commit = commit
        try apply(Self.entries(changes.filter { listing.isManifest($0.text) }, repository))
        keepUnreadable(of: earlier)
    }

    /// Reads a whole folder, but no blob again that is in `blobs`.
    private init(
        reading repository: borrowing Repository, commit: ObjectID, folder: String, blobs: [ObjectID: ManifestContent]
    ) throws(GitError) {
        self.init(commit: commit, folder: folder)
        if !folder.isEmpty, try repository.entry(at: folder, in: commit)?.mode != .tree {
            throw GitError(code: .notFound, description: "\(folder) is no folder at commit \(commit)")
        }
        var listing = ManifestListing(folder: folder)
        for file in try repository.blobs(under: folder, in: commit) { listing.take(file) }
        var entries: [(file: Name, entry: IndexedFile?)] = []
        for file in listing.files {
            if let kustomization = listing.kustomization(above: file.path) {
                let none = ManifestContent(objects: [], problems: [])
                entries.append((file.path, IndexedFile(blob: file.blob, content: none, kustomization: kustomization)))
            } else {
                let content: ManifestContent
                if let known = blobs[file.blob] {
                    content = known
                } else {
                    content = try Self.content(of: file.blob, at: file.path, in: repository)
                }
                entries.append((file.path, IndexedFile(blob: file.blob, content: content)))
            }
        }
        apply(entries)
    }

    static func folder(_ path: String) -> String {
        path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    }

    private static func content(
        of blob: ObjectID, at path: Name, in repository: borrowing Repository
    ) throws(GitError) -> ManifestContent {
        do throws(GitError) {
            return Manifest(file: path.text, bytes: try repository.blob(blob, limit: Manifest.byteLimit)).content()
        } catch  where error.code == .tooLarge {
            return .unreadable("over \(Manifest.byteLimit) bytes are not read as a manifest")
        }
    }

    private var contentsByBlob: [ObjectID: ManifestContent] {
        var contents: [ObjectID: ManifestContent] = [:]
        for entry in files.values where entry.kustomization == nil {
            if let blob = entry.blob { contents[blob] = entry.content }
        }
        return contents
    }

    // MARK: Changes

    /// The changed files below the folder; nil when all of it has to be listed: a kustomization that comes or goes
    /// changes what its neighbours are, and the earlier commit may be gone.
    private static func changes(
        _ repository: borrowing Repository, from earlier: DesiredState, to commit: ObjectID
    ) throws(GitError) -> [PathChange]? {
        let changes: [PathChange]
        do throws(GitError) {
            changes = try repository.changedPaths(from: earlier.commit, to: commit)
        } catch  where error.code == .notFound || error.code == .tooLarge {
            return nil
        }
        let listing = ManifestListing(folder: earlier.folder)
        let inside = changes.filter { listing.contains($0.text) }
        let isKustomized = earlier.troubled.contains { earlier.files[$0]?.kustomization != nil }
        guard !isKustomized, !inside.contains(where: { Manifest.isKustomization($0.text) }) else { return nil }
        // Files that only go may be the last of the folder: the full listing says whether it is still there.
        return inside.isEmpty || inside.contains { $0.new != nil } ? inside : nil
    }

    private static func entries(
        _ changes: [PathChange], _ repository: borrowing Repository
    ) throws(GitError) -> [(file: Name, entry: IndexedFile?)] {
        var entries: [(file: Name, entry: IndexedFile?)] = []
        for change in changes {
            let path = Name(change.text)
            guard let new = change.new, ManifestListing.isPlain(new.mode) else {
                entries.append((path, nil))
                continue
            }
            let content = try content(of: new.id, at: path, in: repository)
            entries.append((path, IndexedFile(blob: new.id, content: content)))
        }
        return entries
    }

    // MARK: Before it broke

    /// The state at the last commit, by first parents, that has none of the troubled files as they are now.
    private func lastReadable(in repository: borrowing Repository) throws(GitError) -> DesiredState? {
        var commit = commit
        for _ in 0..<Self.readableSearchLimit {
            guard let parent = try repository.parents(of: commit).first else { return nil }
            commit = parent
            guard try isUntroubled(commit, in: repository) else { continue }
            do throws(GitError) {
                return try DesiredState(
                    reading: repository, commit: commit, folder: folder, blobs: contentsByBlob)
            } catch  where error.code == .notFound {
                return nil
            }
        }
        return nil
    }

    private func isUntroubled(_ commit: ObjectID, in repository: borrowing Repository) throws(GitError) -> Bool {
        for file in troubled {
            if let kustomization = files[file]?.kustomization {
                if try repository.entry(at: kustomization.text, in: commit) != nil { return false }
            } else if try repository.entry(at: file.text, in: commit)?.id == files[file]?.blob {
                return false
            }
        }
        return true
    }
}
