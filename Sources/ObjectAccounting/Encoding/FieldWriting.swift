internal import ExactValues
internal import FieldTree
internal import KubernetesTypes

/// Writes a declared object as the API server does once it has read it into its own types: unknown fields are gone,
/// zeros and empties are left out or written by the type table, scalars have their one canonical form.
///
/// A value of another JSON kind than its field's is kept as it is: the server refuses it.
struct FieldWriting {
    let table = TypeTable.builtIn
    /// The server's minor version: which fields there are.
    let minor: Int

    func written(_ value: FieldValue, as type: FieldType) -> FieldValue {
        switch (type, value) {
        case (.object(let id), .map(let map)): .map(object(map, table[id]))
        case (.object(let id), .null): .map(object(FieldMap(), table[id]))
        case (.schemaOrOther(let id), .map(let map)): .map(object(map, table[id]))
        case (.schemaOrOther, .list(let list)): .list(list.map { written($0, as: type) })
        case (.list(let element, let ofPointers), .list(let list)):
            .list(list.map { $0 == .null && ofPointers ? .null : written($0, as: element) })
        case (.map(let element, let ofPointers), .map(let map)):
            .map(map.mapValues { $0 == .null && ofPointers ? .null : written($0, as: element) })
        default: scalar(value, type)
        }
    }

    /// The members of an object: those that its type has, in their order.
    private func object(_ map: FieldMap, _ type: ObjectType) -> FieldMap {
        var members: [FieldMap.Member] = []
        members.reserveCapacity(map.count + 4)
        var rest = map.members[...]
        for field in type.fields where field.minors.contains(minor) {
            while let first = rest.first, ExactText.less(first.key, field.name) { rest = rest.dropFirst() }
            var declared: FieldValue = .null
            if let first = rest.first, ExactText.equal(first.key, field.name) { declared = first.value }
            if let value = member(declared, field) { members.append(.init(key: field.name, value: value)) }
        }
        return FieldMap(unsorted: members) ?? map
    }

    /// What is written for a field, nil when it is left out.
    private func member(_ declared: FieldValue, _ field: ObjectType.Field) -> FieldValue? {
        if declared == .null, field.isPointer { return field.omission == .never ? .null : nil }
        let value = declared == .null ? zero(field.type) : written(declared, as: field.type)
        guard !field.isPointer, field.omission != .never else { return value }
        return isLeftOut(value, field) ? nil : value
    }

    /// Whether a value that is no pointer counts as empty: Go's `omitempty` never leaves out an object.
    private func isLeftOut(_ value: FieldValue, _ field: ObjectType.Field) -> Bool {
        switch field.type {
        case .object, .quantity, .intOrString, .time, .microTime, .raw, .schemaOrOther:
            field.omission == .zero && (value == .null || value == zero(field.type))
        case .list, .map, .bytes: value.isEmpty || value == ""
        case .string, .bool, .integer, .float: value == zero(field.type)
        }
    }

    /// What a type's value is when nobody has set it.
    private func zero(_ type: FieldType) -> FieldValue {
        switch type {
        case .string: ""
        case .bool: false
        case .integer, .float, .intOrString: 0
        case .quantity: "0"
        case .object(let id): .map(object(FieldMap(), table[id]))
        case .bytes, .time, .microTime, .raw, .list, .map, .schemaOrOther: .null
        }
    }

    private func scalar(_ value: FieldValue, _ type: FieldType) -> FieldValue {
        switch (type, value) {
        case (.raw, _), (.schemaOrOther, _): value
        case (_, .null): zero(type)
        case (.integer, .number(let number)), (.float, .number(let number)), (.intOrString, .number(let number)):
            Int64(exactly: number).map { .integer($0) } ?? value
        case (.quantity, .string(let text)): .string(Quantity.canonical(text) ?? text)
        case (.quantity, .integer(let integer)): .string(Quantity.canonical(String(integer)) ?? String(integer))
        case (.quantity, .number(let number)): .string(Quantity.canonical("\(number)") ?? "\(number)")
        case (.time, .string(let text)): .string(Timestamp(rfc3339: text)?.description ?? text)
        case (.microTime, .string(let text)): .string(Self.microseconds(text) ?? text)
        case (.bytes, .string(let text)): .string(Self.base64(text) ?? text)
        default: value
        }
    }

    /// RFC 3339 in UTC with six digits after the point.
    private static func microseconds(_ text: String) -> String? {
        guard let whole = Timestamp(rfc3339: text)?.description else { return nil }
        let afterPoint = text.utf8.drop { $0 != UInt8(ascii: ".") }.dropFirst()
        let digits = afterPoint.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.prefix(6)
        let padding = String(repeating: "0", count: 6 - digits.count)
        return whole.dropLast() + "." + String(decoding: Array(digits), as: UTF8.self) + padding + "Z"
    }

    /// Go's decoder takes line breaks within base64; it is written without.
    private static func base64(_ text: String) -> String? {
        let breaks = [UInt8(ascii: "\n"), UInt8(ascii: "\r")]
        guard text.utf8.contains(where: breaks.contains) else { return nil }
        return Base64.decode(text.utf8.filter { !breaks.contains($0) }).map { Base64.encode($0) }
    }
}
