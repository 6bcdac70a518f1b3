internal import ExactValues
public import GitNames
// A state is spoken of in references and declared objects: whoever imports it means them too.
@_exported public import Manifests

/// What Git declares at one commit: every object of every manifest under a path, by reference.
///
/// A value. Made from an earlier one, it shares with it what has not changed.
public struct DesiredState: Sendable {
    /// The commit that all of it was read from.
    public internal(set) var commit: ObjectID
    /// The folder that it was read from, parts joined by slashes; empty for the whole tree.
    public let folder: String
    /// The built-in kinds and those of declared CustomResourceDefinitions.
    public private(set) var catalog = ResourceCatalog()

    /// The files by path, with what they say.
    private(set) var files: [Name: IndexedFile] = [:]
    private(set) var index = ObjectIndex()
    private(set) var definitions = DefinitionIndex()
    /// How many objects each kind has: several manifests' claims on one object count each.
    private(set) var kinds: [Kind: Int] = [:]
    /// What a file declared when it could last be read whole, for the files that now cannot.
    var kept = KeptObjects()
    /// The files of which something, or all, is not taken.
    private(set) var troubled: Set<Name> = []

    /// Nothing yet.
    init(commit: ObjectID, folder: String) {
        self.commit = commit
        self.folder = folder
    }

    /// Indexes manifests, wherever they come from. Of two for one file the last counts.
    /// - Parameter commit: what to say that they were read from.
    public init(manifests: [Manifest], commit: ObjectID) {
        self.init(commit: commit, folder: "")
        apply(manifests.map { (Name($0.file), IndexedFile(blob: nil, content: $0.content())) })
    }

    // MARK: Changing

    /// Puts files in, in the place of what they were, or takes them out.
    mutating func apply(_ changes: [(file: Name, entry: IndexedFile?)]) {
        var isRedefined = false
        for change in changes {
            if let old = files[change.file] { isRedefined = define(change.file, old, isThere: false) || isRedefined }
            if let new = change.entry { isRedefined = define(change.file, new, isThere: true) || isRedefined }
        }
        guard !isRedefined else { return indexAnew(changes) }
        for change in changes {
            removeObjects(of: change.file)
            put(change.entry, at: change.file)
            insertObjects(of: change.file)
        }
    }

    /// Notes which definitions come or go. Whether an object has a namespace depends on them.
    private mutating func define(_ file: Name, _ entry: IndexedFile, isThere: Bool) -> Bool {
        var isChanged = false
        for (number, object) in entry.content.objects.enumerated() where DefinitionIndex.isDefinition(object) {
            let claim = Claim(file: file, number: number)
            if isThere { definitions.insert(claim, object) } else { definitions.remove(claim, object) }
            isChanged = true
        }
        return isChanged
    }

    /// With other definitions every custom object may be another's: all files are indexed again, none is read again.
    private mutating func indexAnew(_ changes: [(file: Name, entry: IndexedFile?)]) {
        for change in changes { put(change.entry, at: change.file) }
        catalog = ResourceCatalog()
        for claim in definitions.settled {
            if let object = object(claim) { catalog.add(definition: object.value) }
        }
        index = ObjectIndex()
        kinds = [:]
        for file in files.keys.sorted() { insertObjects(of: file) }
    }

    private mutating func put(_ entry: IndexedFile?, at file: Name) {
        files[file] = entry
        if entry?.isTroubled == true { troubled.insert(file) } else { troubled.remove(file) }
    }

    private mutating func removeObjects(of file: Name) {
        for (number, object) in (files[file]?.content.objects ?? []).enumerated() {
            index.remove(Claim(file: file, number: number), references(of: object))
            count(object, -1)
        }
    }

    private mutating func insertObjects(of file: Name) {
        for (number, object) in (files[file]?.content.objects ?? []).enumerated() {
            index.insert(Claim(file: file, number: number), references(of: object))
            count(object, 1)
        }
    }

    private mutating func count(_ object: ManifestObject, _ step: Int) {
        let kind = Kind(group: object.group, kind: object.kind)
        let count = (kinds[kind] ?? 0) + step
        kinds[kind] = count == 0 ? nil : count
    }

    /// Under which references the cluster may know an object, the one that the manifest says first. Whether a kind
    /// that nothing defines has namespaces is not known: it may be either.
    func references(of object: ManifestObject) -> [ObjectReference] {
        let namespace = object.namespace.isEmpty ? "default" : object.namespace
        func reference(_ namespace: String) -> ObjectReference {
            ObjectReference(group: object.group, kind: object.kind, namespace: namespace, name: object.name).canonical
        }
        switch catalog.entry(group: object.group, kind: object.kind)?.isNamespaced {
        case true?: return [reference(namespace)]
        case false?: return [reference("")]
        case nil: return [reference(namespace), reference("")]
        }
    }
}
