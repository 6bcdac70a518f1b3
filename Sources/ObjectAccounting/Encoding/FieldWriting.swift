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
        rewritten(value, as: type) ?? value
    }

    /// `value` as it is written, nil when that is what it is: most of a large object is, and is not copied then.
    private func rewritten(_ value: FieldValue, as type: FieldType) -> FieldValue? {
        switch (type, value) {
        case (.object(let id), .map(let map)), (.schemaOrOther(let id), .map(let map)):
            return object(map, table[id]).map { .map($0) }
        case (.object, .null): return zero(type)
        case (.schemaOrOther, .list(let list)): return elements(list, type, ofPointers: false).map { .list($0) }
        case (.list(let element, let ofPointers), .list(let list)):
            return elements(list, element, ofPointers: ofPointers).map { .list($0) }
        case (.map(let element, let ofPointers), .map(let map)):
            let values = elements(map.members.map(\.value), element, ofPointers: ofPointers)
            return values.map { .map(map.replacingValues($0)) }
        default: return scalar(value, type)
        }
    }

    private func elements(_ list: [FieldValue], _ type: FieldType, ofPointers: Bool) -> [FieldValue]? {
        var changed: [FieldValue]?
        for (index, element) in list.enumerated() where !(ofPointers && element == .null) {
            guard let other = rewritten(element, as: type) else { continue }
            if changed == nil { changed = list }
            changed?[index] = other
        }
        return changed
    }

    /// The members that the type has, in their order; nil when those are the ones that are there.
    private func object(_ map: FieldMap, _ type: ObjectType) -> FieldMap? {
        let members = map.members
        /// What is written, as soon as that is not just the members before `index`.
        var changed: [FieldMap.Member]?
        var index = 0
        func keep(_ count: Int) -> [FieldMap.Member] { changed ?? Array(members[..<count]) }
        for position in type.fields.indices where type.fields[position].minors.contains(minor) {
            while index < members.count, ExactText.less(members[index].key, type.fields[position].name) {
                changed = keep(index)
                index += 1
            }
            let isThere = index < members.count && ExactText.equal(members[index].key, type.fields[position].name)
            switch member(isThere ? members[index].value : .null, type.fields[position]) {
            case .same where isThere: changed?.append(members[index])
            case .same, .nothing: if isThere { changed = keep(index) }
            case .value(let value):
                changed = keep(index) + [.init(key: type.fields[position].name, value: value)]
            }
            if isThere { index += 1 }
        }
        if index < members.count { changed = keep(index) }
        return changed.flatMap { FieldMap(unsorted: $0) }
    }

    /// What is written for a field.
    private enum Written {
        case same
        case nothing
        case value(FieldValue)
    }

    private func member(_ declared: FieldValue, _ field: ObjectType.Field) -> Written {
        if declared == .null {
            if field.isPointer { return field.omission == .never ? .value(.null) : .nothing }
            let value = zero(field.type)
            return isLeftOut(value, field) ? .nothing : .value(value)
        }
        let other = rewritten(declared, as: field.type)
        if !field.isPointer, isLeftOut(other ?? declared, field) { return .nothing }
        return other.map { .value($0) } ?? .same
    }

    /// Whether a value that is no pointer counts as empty: Go's `omitempty` never leaves out an object.
    private func isLeftOut(_ value: FieldValue, _ field: ObjectType.Field) -> Bool {
        guard field.omission != .never else { return false }
        return switch field.type {
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
        case .object(let id): .map(object(FieldMap(), table[id]) ?? FieldMap())
        case .bytes, .time, .microTime, .raw, .list, .map, .schemaOrOther: .null
        }
    }

    /// A scalar's one form, nil when it has it.
    private func scalar(_ value: FieldValue, _ type: FieldType) -> FieldValue? {
        switch (type, value) {
        case (.raw, _), (.schemaOrOther, _): nil
        case (_, .null): zero(type)
        case (.integer, .number(let number)), (.float, .number(let number)), (.intOrString, .number(let number)):
            Int64(exactly: number).map { .integer($0) }
        case (.quantity, .string(let text)): Quantity.canonical(text).map { .string($0) }
        case (.quantity, .integer(let integer)): .string(Quantity.canonical(String(integer)) ?? String(integer))
        case (.quantity, .number(let number)): .string(Quantity.canonical("\(number)") ?? "\(number)")
        case (.time, .string(let text)): Timestamp(rfc3339: text).map { .string($0.description) }
        case (.microTime, .string(let text)): Self.microseconds(text).map { .string($0) }
        case (.bytes, .string(let text)): Self.base64(text).map { .string($0) }
        default: nil
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
