internal import ExactValues
internal import Manifests

/// Objects of files that can no longer be read: not declared, and not free to go either. A commit that breaks a file
/// does not take back what the file declared; one that removes it, or mends it without them, does.
struct KeptObjects: Sendable {
    /// An object and where it stood.
    struct Kept: Sendable {
        let object: ManifestObject
        let file: Name
    }

    /// By the file that cannot be read now.
    private var files: [Name: [ObjectReference: Kept]] = [:]

    var isEmpty: Bool { files.isEmpty }

    /// What an unreadable file is known to have declared.
    subscript(file: Name) -> [ObjectReference: Kept] {
        get { files[file] ?? [:] }
        set { files[file] = newValue.isEmpty ? nil : newValue }
    }

    /// Where an object stood in the last commit in which its file could be read.
    func place(of reference: ObjectReference) -> Place? {
        for objects in files.values {
            if let kept = objects[reference] { return Place(file: kept.file.text, line: kept.object.line) }
        }
        return nil
    }

    func holdsAny(_ kind: Kind) -> Bool {
        files.values.contains { objects in
            objects.keys.contains { Kind(group: $0.group, kind: $0.kind) == kind }
        }
    }

    func anyObject(in namespace: String) -> DeclaredObject? {
        for objects in files.values {
            for (reference, kept) in objects where ExactText.equal(reference.namespace, namespace) {
                return DeclaredObject(reference: reference, object: kept.object, file: kept.file.text)
            }
        }
        return nil
    }
}

extension DesiredState {
    /// Keeps of an earlier state what files declared that cannot be read now. What is declared elsewhere is not kept.
    mutating func keepUnreadable(of earlier: DesiredState) {
        kept = KeptObjects()
        var isNewlyTroubled = false
        for file in troubled {
            kept[file] = earlier.kept[file].filter { !isClaimed($0.key) }
            if earlier.files[file] == nil { isNewlyTroubled = true } else { keep(earlier, of: file, under: file) }
        }
        guard isNewlyTroubled else { return }
        // A file that is moved and broken at once: what went away is kept under the first file that came so.
        guard let heir = troubled.filter({ earlier.files[$0] == nil }).min() else { return }
        for file in earlier.files.keys where files[file] == nil { keep(earlier, of: file, under: heir) }
    }

    private mutating func keep(_ earlier: DesiredState, of file: Name, under troubled: Name) {
        for (reference, object) in earlier.references(claimedBy: file) where !isClaimed(reference) {
            kept[troubled][reference] = .init(object: object, file: file)
        }
    }
}
