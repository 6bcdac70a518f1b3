internal import ExactValues
internal import FieldTree
internal import Manifests

/// The CustomResourceDefinitions that count: of `apiextensions.k8s.io`, named as the API server asks (`plural.group`,
/// apiextensions-apiserver/pkg/registry/customresourcedefinition), and of kinds that are not built in.
struct DefinitionIndex: Sendable {
    private var claims: [Kind: [Claim]] = [:]
    /// The definitions that do not count, and why.
    private(set) var refused: [Claim: String] = [:]

    /// Whether an object is a CustomResourceDefinition at all.
    static func isDefinition(_ object: ManifestObject) -> Bool {
        ExactText.equal(object.kind, "CustomResourceDefinition")
            && ExactText.equal(object.group, "apiextensions.k8s.io")
    }

    /// Why a definition makes no kind known.
    struct Refusal: Error {
        let message: String
    }

    /// The kind that a definition makes known.
    private static func kind(of object: ManifestObject) throws(Refusal) -> Kind {
        let spec = object.value["spec"]
        guard let group = spec?["group"]?.string, let kind = spec?["names"]?["kind"]?.string,
            let plural = spec?["names"]?["plural"]?.string
        else {
            throw Refusal(message: "without spec.group, spec.names.kind and spec.names.plural this defines nothing")
        }
        guard ExactText.equal(object.name, "\(plural).\(group)") else {
            throw Refusal(message: "this defines nothing: its name would have to be \(plural).\(group)")
        }
        let builtIn = ResourceCatalog()
        guard group.utf8.contains(UInt8(ascii: ".")), builtIn.entry(group: group, kind: kind) == nil,
            builtIn.entry(group: group, resource: plural) == nil
        else { throw Refusal(message: "this defines nothing: \(kind) of group \"\(group)\" is built in") }
        return Kind(group: group, kind: kind)
    }

    mutating func insert(_ claim: Claim, _ object: ManifestObject) {
        do throws(Refusal) {
            let kind = try Self.kind(of: object)
            claims[kind, default: []].append(claim)
            claims[kind]?.sort()
        } catch {
            refused[claim] = error.message
        }
    }

    mutating func remove(_ claim: Claim, _ object: ManifestObject) {
        refused[claim] = nil
        guard let kind = try? Self.kind(of: object) else { return }
        claims[kind]?.removeAll { $0 == claim }
        if claims[kind]?.isEmpty == true { claims[kind] = nil }
    }

    /// The one definition of a kind; nil when there is none, or more than one.
    func claim(on kind: Kind) -> Claim? {
        guard let claims = claims[kind], claims.count == 1 else { return nil }
        return claims[0]
    }

    /// The definitions that are alone in defining their kinds, by place.
    var settled: [Claim] { claims.values.filter { $0.count == 1 }.map { $0[0] }.sorted() }

    /// The definitions of kinds that others define too.
    var contested: [[Claim]] { claims.values.filter { $0.count > 1 } }
}
