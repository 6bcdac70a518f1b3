internal import ExactValues
internal import FieldTree
public import GitNames

/// What Git declares at one commit: every object of every manifest under a path, by reference.
public struct DesiredState: Sendable {
    /// The commit that all of it was read from.
    public let commit: ObjectID
    /// What was found in manifests and could not be taken as declared: the objects in it count as undeclared.
    public private(set) var problems: [ManifestProblem] = []
    /// The built-in kinds and those of declared CustomResourceDefinitions.
    public private(set) var catalog = ResourceCatalog()

    private var objects: [ObjectReference: DeclaredObject] = [:]
    private var contested: Set<ObjectReference> = []
    private var definitions: [String: DeclaredObject] = [:]
    private var namespaces: [String: [ObjectReference]] = [:]
    private var scopes: [Scope: [ObjectReference]] = [:]
    private var kinds: Set<Scope> = []

    /// The objects of one kind in one namespace; with an empty namespace also stands for the kind anywhere.
    private struct Scope: Hashable, Sendable {
        let namespace: String
        let group: String
        let kind: String
    }

    /// Indexes manifests.
    /// - Parameters:
    ///   - manifests: in a fixed order; problems are reported in it.
    ///   - commit: where they come from.
    public init(manifests: [Manifest], commit: ObjectID) {
        self.commit = commit
        let found = manifests.map { ($0, $0.objects()) }
        for (_, (values, _)) in found {
            for value in values where value.value["kind"] == "CustomResourceDefinition" {
                catalog.add(definition: value.value)
            }
        }
        for (manifest, (values, problem)) in found {
            if let problem { problems.append(problem) }
            for value in values { add(value, from: manifest) }
        }
    }

    private mutating func add(_ found: Manifest.Found, from manifest: Manifest) {
        let value = found.value
        let group = ObjectReference.group(ofAPIVersion: value["apiVersion"]?.string ?? "")
        let kind = value["kind"]?.string ?? ""
        guard let name = value["metadata"]?["name"]?.string, !name.isEmpty else {
            return report(manifest, found, "\(kind) has no metadata.name")
        }
        let isNamespaced = catalog.entry(group: group, kind: kind)?.isNamespaced ?? true
        let namespace = isNamespaced ? value["metadata"]?["namespace"]?.string ?? "default" : ""
        let reference = ObjectReference(group: group, kind: kind, namespace: namespace, name: name)
        guard !contested.contains(reference), objects[reference] == nil else {
            objects[reference] = nil
            contested.insert(reference)
            return report(manifest, found, "\(reference) is declared twice: neither counts")
        }
        let object = DeclaredObject(
            reference: reference, value: value, file: manifest.file, commit: commit, lines: found.lines)
        objects[reference] = object
        namespaces[namespace, default: []].append(reference)
        scopes[Scope(namespace: namespace, group: group, kind: kind), default: []].append(reference)
        kinds.insert(Scope(namespace: "", group: group, kind: kind))
        if kind == "CustomResourceDefinition", let spec = value["spec"] {
            definitions["\(spec["group"]?.string ?? "")/\(spec["names"]?["kind"]?.string ?? "")"] = object
        }
    }

    private mutating func report(_ manifest: Manifest, _ found: Manifest.Found, _ message: String) {
        problems.append(ManifestProblem(file: manifest.file, line: found.lines.first ?? 1, message: message))
    }

    /// The declared object, or nil when Git declares none (or two) of that reference.
    public func object(_ reference: ObjectReference) -> DeclaredObject? {
        objects[reference]
    }

    /// Whether two manifests claim this reference.
    public func isContested(_ reference: ObjectReference) -> Bool {
        contested.contains(reference)
    }

    /// The declared CustomResourceDefinition of a kind.
    public func definition(group: String, kind: String) -> DeclaredObject? {
        guard let object = definitions["\(group)/\(kind)"], objects[object.reference] != nil else { return nil }
        return object
    }

    /// The objects declared in a namespace (empty for the whole cluster's own), in the order of the manifests.
    public func objects(in namespace: String) -> [DeclaredObject] {
        (namespaces[namespace] ?? []).compactMap { objects[$0] }
    }

    /// Every declared object, by ascending namespace, then in the order of the manifests.
    public var allObjects: [DeclaredObject] {
        namespaces.keys.sorted(by: ExactText.less).flatMap { objects(in: $0) }
    }

    /// The objects of one kind declared in a namespace (empty for the whole cluster's own), in the order of the manifests.
    public func objects(in namespace: String, group: String, kind: String) -> [DeclaredObject] {
        (scopes[Scope(namespace: namespace, group: group, kind: kind)] ?? []).compactMap { objects[$0] }
    }

    /// Whether manifests name any object of this kind.
    public func declaresAny(group: String, kind: String) -> Bool {
        kinds.contains(Scope(namespace: "", group: group, kind: kind))
    }

    /// Some object declared in a namespace; nil when there is none.
    public func anyObject(in namespace: String) -> DeclaredObject? {
        (namespaces[namespace] ?? []).lazy.compactMap { objects[$0] }.first
    }

    /// How many objects are declared.
    public var count: Int { objects.count }
}
