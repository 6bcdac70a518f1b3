public import FieldTree
internal import KubernetesTypes

/// What is known of a value's form while two objects are compared: its type in the table, its place in a custom
/// resource's schema, or nothing, and then lists are ordered and compared exactly.
public struct FieldShape: Sendable {
    enum Form: Sendable {
        case type(FieldType)
        /// A custom resource itself.
        case resource(schema: FieldValue)
        case schema(FieldValue)
        case none
    }

    let form: Form
    /// How the elements of a list at this place are told apart.
    let list: ListSemantics

    /// Nothing is known.
    public static let unknown = FieldShape(form: .none, list: .ordered)

    /// The shape of an object: a built-in kind's, or that of a custom resource.
    /// - Parameters:
    ///   - object: with its `apiVersion` and `kind`.
    ///   - definition: the declared CustomResourceDefinition of its kind.
    public static func of(_ object: FieldValue?, definition: FieldValue? = nil) -> FieldShape {
        guard let apiVersion = object?["apiVersion"]?.string, let kind = object?["kind"]?.string else { return unknown }
        if let entry = TypeTable.builtIn.kind(apiVersion: apiVersion, kind: kind) {
            return FieldShape(form: .type(.object(entry.type)), list: .ordered)
        }
        let schema = definition.flatMap { CustomResourceDefaults.schema(of: $0, apiVersion: apiVersion) }
        return FieldShape(form: .resource(schema: schema ?? [:]), list: .ordered)
    }

    private init(form: Form, list: ListSemantics) {
        self.form = form
        self.list = list
    }

    /// The shape of the member `name` of an object or a map.
    func member(_ name: String) -> FieldShape {
        switch form {
        case .type(.object(let id)), .type(.schemaOrOther(let id)):
            guard let field = TypeTable.builtIn[id].newestField(name) else { return .unknown }
            return FieldShape(form: .type(field.type), list: field.list)
        case .type(.map(let value, _)): return FieldShape(form: .type(value), list: .ordered)
        case .resource(let schema):
            if name == "metadata", let type = TypeTable.builtIn.type("apis/meta/v1.ObjectMeta") {
                return FieldShape(form: .type(.object(type)), list: .ordered)
            }
            return schema["properties"]?[name].map(Self.place) ?? .unknown
        case .schema(let schema):
            return (schema["properties"]?[name] ?? schema["additionalProperties"]).map(Self.place) ?? .unknown
        case .type, .none: return .unknown
        }
    }

    /// The shape of the elements of a list.
    var element: FieldShape {
        switch form {
        case .type(.list(let element, _)): FieldShape(form: .type(element), list: .ordered)
        case .type(.schemaOrOther): self
        case .schema(let schema): schema["items"].map(Self.place) ?? .unknown
        case .type, .resource, .none: .unknown
        }
    }

    /// A place in a schema, with its `x-kubernetes-list-type`.
    private static func place(_ schema: FieldValue) -> FieldShape {
        var semantics = ListSemantics.ordered
        if schema["x-kubernetes-list-type"] == "set" { semantics = .set }
        if schema["x-kubernetes-list-type"] == "map" {
            semantics = .keyed((schema["x-kubernetes-list-map-keys"]?.list ?? []).compactMap(\.string))
        }
        return FieldShape(form: .schema(schema), list: semantics)
    }
}
