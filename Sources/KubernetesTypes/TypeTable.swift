internal import ExactValues

/// What kinds and fields there are in Kubernetes 1.20 to 1.36, as data: `Scripts/kubernetes-types/1.20-1.36.json`, made by
/// reflection over the API's own Go types (`describe.go` beside it).
///
/// Read once, when it is first asked for, in about two milliseconds.
public struct TypeTable: Sendable {
    /// The table of the built-in kinds.
    public static let builtIn = TypeTable(text: typeTableText)

    /// Every kind in every version of its group, by ascending `apiVersion` and kind.
    public let kinds: [KindEntry]
    private let types: [ObjectType]
    // Names in the table are ASCII; what is found is compared by bytes, since Swift's equality is wider than that.
    private let typesByName: [String: ObjectType.ID]
    private let kindsByName: [String: Int]
    private let versionsByKind: [String: [Int]]
    private let versionsByResource: [String: [Int]]

    init(text: StaticString) {
        var reading = TypeTableReading(text: text)
        reading.readAll()
        types = reading.types
        kinds = reading.kinds
        typesByName = reading.identities
        let all = reading.kinds
        kindsByName = Dictionary(
            uniqueKeysWithValues: all.indices.map { (Self.apiVersion(all[$0]) + " " + all[$0].kind, $0) })
        versionsByKind = Dictionary(grouping: all.indices) { all[$0].group + " " + all[$0].kind }
        versionsByResource = Dictionary(grouping: all.indices.filter { !all[$0].resource.isEmpty }) {
            all[$0].group + " " + all[$0].resource
        }
    }

    private static func apiVersion(_ entry: KindEntry) -> String {
        entry.group.isEmpty ? entry.version : entry.group + "/" + entry.version
    }

    /// The type of an identity that this table gave.
    public subscript(id: ObjectType.ID) -> ObjectType { types[id.index] }

    /// The type called `name` by Kubernetes' packages: `core/v1.PodSpec`.
    public func type(_ name: String) -> ObjectType.ID? {
        typesByName[name].flatMap { ExactText.equal(types[$0.index].name, name) ? $0 : nil }
    }

    /// The kind in that very version, nil when it is not built in.
    /// - Parameter apiVersion: group and version as objects have them: `apps/v1`.
    public func kind(apiVersion: String, kind: String) -> KindEntry? {
        guard let entry = kindsByName[apiVersion + " " + kind].map({ kinds[$0] }), ExactText.equal(entry.kind, kind),
            ExactText.equal(Self.apiVersion(entry), apiVersion)
        else { return nil }
        return entry
    }

    /// The kind in every version of its group.
    public func versions(group: String, kind: String) -> [KindEntry] {
        let found = (versionsByKind[group + " " + kind] ?? []).map { kinds[$0] }
        return found.filter { ExactText.equal($0.group, group) && ExactText.equal($0.kind, kind) }
    }

    /// The kinds of a resource (plural name) in every version of its group.
    public func versions(group: String, resource: String) -> [KindEntry] {
        let found = (versionsByResource[group + " " + resource] ?? []).map { kinds[$0] }
        return found.filter { ExactText.equal($0.group, group) && ExactText.equal($0.resource, resource) }
    }
}
