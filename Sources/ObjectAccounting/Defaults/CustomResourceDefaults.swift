internal import FieldTree

/// Applies the defaults of a declared CustomResourceDefinition's structural schema to a custom resource
/// (https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#defaulting).
struct CustomResourceDefaults {
    let definition: FieldValue

    func complete(_ object: inout FieldValue) {
        let name = object["apiVersion"]?.string?.split(separator: "/").last.map(String.init) ?? ""
        let versions = definition["spec"]?["versions"]?.list ?? []
        guard let version = versions.first(where: { $0["name"] == .string(name) }) else { return }
        // On create, status is dropped where it is a subresource.
        if version["subresources"]?["status"] != nil { object.set("status", nil) }
        guard let properties = version["schema"]?["openAPIV3Schema"]?["properties"]?.map else { return }
        for member in properties.members where !["apiVersion", "kind", "metadata"].contains(member.key) {
            Self.fill(&object, member.key, schema: member.value)
        }
    }

    private static func fill(_ parent: inout FieldValue, _ key: String, schema: FieldValue) {
        if let standard = schema["default"] { parent.setDefault(key, standard) }
        parent.update(key) { descend(&$0, schema: schema) }
    }

    private static func descend(_ value: inout FieldValue, schema: FieldValue) {
        switch value {
        case .map(let map):
            let properties = schema["properties"]?.map ?? FieldMap()
            for member in properties.members { fill(&value, member.key, schema: member.value) }
            guard let additional = schema["additionalProperties"], additional.map != nil else { return }
            for member in map.members where properties[member.key] == nil {
                value.update(member.key) { descend(&$0, schema: additional) }
            }
        case .list(var list):
            guard let items = schema["items"] else { return }
            for index in list.indices { descend(&list[index], schema: items) }
            value = .list(list)
        default: break
        }
    }
}
