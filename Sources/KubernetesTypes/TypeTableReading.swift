/// Reads the table's text, see `Scripts/kubernetes-types/generate.py` for its form.
///
/// The text is the product's own: what it does not understand is a mistake in the generator, and ends the process.
struct TypeTableReading {
    private(set) var kinds: [KindEntry] = []
    private(set) var types: [ObjectType] = []
    private(set) var identities: [String: ObjectType.ID] = [:]
    private var typeLines: [[Text]] = []
    private var kindLines: [[Text]] = []
    /// Field types that were read already: most are written many times.
    private var known: [String: FieldType] = [:]

    /// A piece of the table's text.
    private typealias Text = ArraySlice<UInt8>

    init(text: StaticString) {
        let bytes = text.withUTF8Buffer { unsafe Array($0) }
        for line in bytes[...].split(separator: UInt8(ascii: "\n")) {
            let parts = Self.split(line.dropFirst(5), "|")
            if line.first == UInt8(ascii: "t") { typeLines.append(parts) } else { kindLines.append(parts) }
        }
    }

    mutating func readAll() {
        identities.reserveCapacity(typeLines.count)
        for (index, parts) in typeLines.enumerated() { identities[Self.string(parts[0])] = ObjectType.ID(index: index) }
        types.reserveCapacity(typeLines.count)
        for parts in typeLines { types.append(type(parts)) }
        for parts in kindLines { kinds.append(kind(parts)) }
    }

    private static func split(_ text: Text, _ separator: Unicode.Scalar) -> [Text] {
        text.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false)
    }

    private static func string(_ text: Text) -> String {
        String(decoding: text, as: UTF8.self)
    }

    private func kind(_ parts: [Text]) -> KindEntry {
        let name = Self.split(parts[0], " ")
        let slash = name[0].firstIndex(of: UInt8(ascii: "/"))
        return KindEntry(
            group: slash.map { Self.string(name[0][..<$0]) } ?? "",
            version: Self.string(slash.map { name[0][($0 + 1)...] } ?? name[0]), kind: Self.string(name[1]),
            resource: Self.string(parts[2]), isNamespaced: parts[3].first == UInt8(ascii: "n"),
            subresources: parts[5].split(separator: UInt8(ascii: ",")).map(Self.string), minors: Self.span(parts[4]),
            type: identity(Self.string(parts[1])))
    }

    private mutating func type(_ parts: [Text]) -> ObjectType {
        let name = Self.string(parts[0])
        let ordered = ListSemantics.orderedFields[name] ?? []
        var fields: [ObjectType.Field] = []
        fields.reserveCapacity(parts.count - 1)
        for part in parts.dropFirst() { fields.append(field(Self.split(part, " "), ordered: ordered)) }
        return ObjectType(name: name, fields: fields)
    }

    private mutating func field(_ words: [Text], ordered: [String]) -> ObjectType.Field {
        let name = Self.string(words[0])
        let flags = words[1]
        var rest = words.dropFirst(3)
        var semantics = ListSemantics.ordered
        if flags.contains(UInt8(ascii: "s")) { semantics = .set }
        if flags.contains(UInt8(ascii: "l")), let keys = rest.popFirst()?.split(separator: UInt8(ascii: ",")) {
            let names = keys.map(Self.string)
            semantics = ordered.contains(name) ? .orderedKeyed(names) : .keyed(names)
        }
        let isLeftOutEmpty = flags.contains(UInt8(ascii: "e"))
        let isLeftOutZero = flags.contains(UInt8(ascii: "z"))
        return ObjectType.Field(
            name: name, type: fieldType(words[2]), isPointer: flags.contains(UInt8(ascii: "p")),
            omission: isLeftOutEmpty ? .empty : isLeftOutZero ? .zero : .never, list: semantics,
            minors: rest.first.map(Self.span) ?? 0...Int.max)
    }

    /// `23-`, `-21` or `23-25`; nothing for all versions.
    private static func span(_ text: Text) -> ClosedRange<Int> {
        let parts = split(text, "-")
        let since = Int(string(parts[0])) ?? 0
        return since...(parts.count > 1 ? Int(string(parts[1])) ?? .max : .max)
    }

    private static let scalars: [String: FieldType] = [
        "string": .string, "duration": .string, "bool": .bool, "int": .integer, "int32": .integer, "int64": .integer,
        "uint8": .integer, "uint16": .integer, "uint32": .integer, "uint64": .integer, "float32": .float,
        "float64": .float, "bytes": .bytes, "quantity": .quantity, "intOrString": .intOrString, "time": .time,
        "microTime": .microTime, "raw": .raw, "any": .raw,
    ]

    private mutating func fieldType(_ text: Text) -> FieldType {
        let name = Self.string(text)
        if let type = known[name] { return type }
        let type = newFieldType(text, name)
        known[name] = type
        return type
    }

    private mutating func newFieldType(_ text: Text, _ name: String) -> FieldType {
        if let scalar = Self.scalars[name] { return scalar }
        if name == "schemaOrOther" { return .schemaOrOther(identity("apiextensions/v1.JSONSchemaProps")) }
        let isList = text.first == UInt8(ascii: "[")
        guard isList || text.first == UInt8(ascii: "{") else { return .object(identity(name)) }
        let inner = text.dropFirst().dropLast()
        let isPointer = inner.first == UInt8(ascii: "*")
        let element = fieldType(isPointer ? inner.dropFirst() : inner)
        return isList ? .list(element, ofPointers: isPointer) : .map(element, ofPointers: isPointer)
    }

    private func identity(_ name: String) -> ObjectType.ID {
        guard let id = identities[name] else { preconditionFailure("no type \(name) in the table") }
        return id
    }
}
