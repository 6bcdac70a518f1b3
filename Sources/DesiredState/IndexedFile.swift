internal import ExactValues
internal import GitNames
internal import Manifests

/// A file below the folder, and what it says.
struct IndexedFile: Sendable {
    /// The blob, nil for a file that is not from a repository.
    let blob: ObjectID?
    let content: ManifestContent
    /// The kustomization that says in the file's place what is applied. Then nothing of the file is taken.
    let kustomization: Name?

    init(blob: ObjectID?, content: ManifestContent, kustomization: Name? = nil) {
        self.blob = blob
        self.content = content
        self.kustomization = kustomization
    }

    /// Whether something of the file is not taken.
    var isTroubled: Bool { kustomization != nil || !content.problems.isEmpty }
}
