internal import ExactValues
internal import FieldTree
internal import KubernetesTypes

/// Which kinds there are: the built-in ones of every version that is known, and those of declared
/// CustomResourceDefinitions.
public struct ResourceCatalog: Sendable {
    /// One kind and how it is addressed.
    public struct Entry: Sendable, Hashable {
        public let group: String
        public let version: String
        public let resource: String
        public let kind: String
        public let isNamespaced: Bool
    }

    private var definedByKind: [Key: Entry] = [:]
    private var definedByResource: [Key: Entry] = [:]

    /// A name within a group, compared by bytes.
    private struct Key: Hashable {
        let group: Name
        let name: Name

        init(_ group: String, _ name: String) {
            self.group = Name(group)
            self.name = Name(name)
        }
    }

    /// The built-in kinds alone.
    public init() {}

    /// The entry of a kind at the newest stable version of its group, or nil when it is unknown.
    public func entry(group: String, kind: String) -> Entry? {
        Self.best(TypeTable.builtIn.versions(group: group, kind: kind)) ?? definedByKind[Key(group, kind)]
    }

    /// The entry of a resource (plural name) at the newest stable version of its group, or nil when it is unknown.
    public func entry(group: String, resource: String) -> Entry? {
        Self.best(TypeTable.builtIn.versions(group: group, resource: resource))
            ?? definedByResource[Key(group, resource)]
    }

    /// A stable version before a beta, a beta before an alpha; of several, the one that came last.
    private static func best(_ kinds: [KindEntry]) -> Entry? {
        let ranked = kinds.filter { !$0.resource.isEmpty }.max {
            rank($0.version).lexicographicallyPrecedes(rank($1.version))
        }
        return ranked.map {
            Entry(
                group: $0.group, version: $0.version, resource: $0.resource, kind: $0.kind,
                isNamespaced: $0.isNamespaced)
        }
    }

    /// `v2` is above `v1`, which is above `v2beta2`, `v2beta1`, `v1beta1` and `v1alpha1`
    /// (https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/#version-priority).
    private static func rank(_ version: String) -> [Int] {
        let digits = version.utf8.split { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let numbers = digits.map { Int(String($0) ?? "") ?? 0 }
        let level = version.contains("alpha") ? 0 : version.contains("beta") ? 1 : 2
        return [level] + numbers
    }

    /// Adds the kind that a CustomResourceDefinition (apiextensions.k8s.io/v1) declares, at its storage version.
    mutating func add(definition: FieldValue) {
        guard let spec = definition["spec"], let group = spec["group"]?.string,
            let kind = spec["names"]?["kind"]?.string, let plural = spec["names"]?["plural"]?.string,
            entry(group: group, kind: kind) == nil
        else { return }
        let versions = spec["versions"]?.list ?? []
        let stored = versions.first { $0["storage"] == true } ?? versions.first
        let entry = Entry(
            group: group, version: stored?["name"]?.string ?? "v1", resource: plural, kind: kind,
            isNamespaced: spec["scope"] == "Namespaced")
        definedByKind[Key(group, kind)] = entry
        let isTaken = self.entry(group: group, resource: plural) != nil
        if !isTaken { definedByResource[Key(group, plural)] = entry }
    }
}
