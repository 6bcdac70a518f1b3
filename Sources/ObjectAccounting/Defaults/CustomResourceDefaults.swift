internal import ExactValues
internal import FieldTree

/// Prunes a custom resource by the structural schema of its declared definition, and applies the schema's defaults
/// (https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#defaulting).
struct CustomResourceDefaults {
    let definition: FieldValue

    /// The schema of an object's version, nil when the definition has none.
    static func schema(of definition: FieldValue, apiVersion: String) -> FieldValue? {
        let schema = version(of: definition, apiVersion: apiVersion)?["schema"]?["openAPIV3Schema"]
        return schema ?? definition["spec"]?["validation"]?["openAPIV3Schema"]
    }

    private static func version(of definition: FieldValue, apiVersion: String) -> FieldValue? {
        let slash = apiVersion.utf8.lastIndex(of: UInt8(ascii: "/"))
        let name = slash.map { String(apiVersion[apiVersion.utf8.index(after: $0)...]) } ?? apiVersion
        return definition["spec"]?["versions"]?.list?.first { $0["name"] == .string(name) }
    }

    func complete(_ object: inout FieldValue) {
        let apiVersion = object["apiVersion"]?.string ?? ""
        guard let version = Self.version(of: definition, apiVersion: apiVersion) else { return }
        // On create, status is dropped where it is a subresource.
        let subresources = version["subresources"] ?? definition["spec"]?["subresources"]
        if subresources?["status"] != nil { object.set("status", nil) }
        guard let schema = Self.schema(of: definition, apiVersion: apiVersion), let map = object.map else { return }
        // The first version of definitions kept what it did not know unless told otherwise.
        let isFirst = definition["apiVersion"] == "apiextensions.k8s.io/v1beta1"
        let keepsUnknown = definition["spec"]?["preserveUnknownFields"] ?? .bool(isFirst) == true
        let system = ["apiVersion", "kind", "metadata"]
        let kept = map.members.filter { member in system.contains { ExactText.equal($0, member.key) } }
        for member in kept { object.set(member.key, nil) }
        Self.descend(&object, schema: schema, keepsUnknown: keepsUnknown, skipped: system)
        for member in kept { object.set(member.key, member.value) }
    }

    private static func descend(
        _ value: inout FieldValue, schema: FieldValue, keepsUnknown: Bool, skipped: [String] = []
    ) {
        switch value {
        case .map(var map):
            let keepsUnknown = keepsUnknown || schema["x-kubernetes-preserve-unknown-fields"] == true
            let properties = schema["properties"]?.map ?? FieldMap()
            let additional = schema["additionalProperties"]
            let embedded = schema["x-kubernetes-embedded-resource"] == true ? ["apiVersion", "kind", "metadata"] : []
            for member in map.members where properties[member.key] == nil {
                if var child = Optional(member.value), let additional, additional.map != nil {
                    descend(&child, schema: additional, keepsUnknown: false)
                    map[member.key] = child
                } else if !keepsUnknown, additional != true, !embedded.contains(member.key) {
                    map[member.key] = nil
                }
            }
            for property in properties.members where !skipped.contains(property.key) {
                var child = map[property.key]
                let isNull = child == .null && property.value["nullable"] != true
                if child == nil || isNull, let standard = property.value["default"] { child = standard }
                guard var child else { continue }
                descend(&child, schema: property.value, keepsUnknown: false)
                map[property.key] = child
            }
            value = .map(map)
        case .list(var list):
            guard let items = schema["items"] else { return }
            for index in list.indices { descend(&list[index], schema: items, keepsUnknown: false) }
            value = .list(list)
        default: break
        }
    }
}
