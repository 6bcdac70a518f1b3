public import GitNames
public import GitStore

extension DesiredState {
    /// Reads every manifest under `path` at a commit. Anything else there is left alone.
    /// - Parameters:
    ///   - commit: the accepted commit.
    ///   - path: a folder of the repository, `.` for all of it.
    public init(repository: borrowing Repository, commit: ObjectID, path: String) throws(GitError) {
        let folder = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
        var manifests: [Manifest] = []
        for entry in try repository.blobs(under: folder, in: commit) where Manifest.isManifest(entry.path) {
            manifests.append(Manifest(file: entry.path, bytes: try repository.blob(entry.id)))
        }
        self.init(manifests: manifests, commit: commit)
    }
}
