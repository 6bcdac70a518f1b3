internal import ExactValues
internal import GitNames
internal import GitStore
internal import Manifests

/// Which files below a folder are manifests, and which folders kustomizations.
struct ManifestListing {
    /// The folder, parts joined by slashes; empty for the whole tree. Hidden parts of it hide nothing: it was asked for.
    private let folder: [UInt8]
    private(set) var files: [(path: Name, blob: ObjectID)] = []
    /// The folders that are kustomizations, with their slash, and the files that make them so.
    private var kustomizations: [[UInt8]: Name] = [:]

    init(folder: String) {
        self.folder = folder.isEmpty ? [] : Array(folder.utf8) + [UInt8(ascii: "/")]
    }

    /// A file, not a link: what a link points at is another file, or none of the repository.
    static func isPlain(_ mode: FileMode) -> Bool {
        switch mode {
        case .file, .groupWritableFile, .executable: true
        case .tree, .symbolicLink, .submodule: false
        }
    }

    func contains(_ path: String) -> Bool {
        path.utf8.starts(with: folder)
    }

    /// Whether a file of the folder is read as manifests.
    func isManifest(_ path: String) -> Bool {
        contains(path) && Manifest.isManifest(String(decoding: path.utf8.dropFirst(folder.count), as: UTF8.self))
    }

    /// Takes note of a file, link or not: a link makes its folder a kustomization as a file does.
    mutating func take(_ file: TreeFile) {
        if contains(file.path), Manifest.isKustomization(file.path) {
            let path = Array(file.path.utf8)
            let end = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
            kustomizations[Array(path[..<end])] = Name(file.path)
        }
        if Self.isPlain(file.mode), isManifest(file.path) { files.append((Name(file.path), file.id)) }
    }

    /// The kustomization in a file's folder, or in one above it: the topmost.
    func kustomization(above path: Name) -> Name? {
        guard !kustomizations.isEmpty else { return nil }
        let bytes = Array(path.text.utf8)
        if let found = kustomizations[[]] { return found }
        for index in bytes.indices where bytes[index] == UInt8(ascii: "/") {
            if let found = kustomizations[Array(bytes[...index])] { return found }
        }
        return nil
    }
}
