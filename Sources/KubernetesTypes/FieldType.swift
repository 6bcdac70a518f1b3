/// What a value of the API is, by how JSON has it.
public indirect enum FieldType: Sendable, Hashable {
    case string
    case bool
    case integer
    case float
    /// Base64 text of bytes.
    case bytes
    case quantity
    /// A number or a text.
    case intOrString
    /// RFC 3339 in UTC and whole seconds.
    case time
    /// RFC 3339 in UTC and microseconds.
    case microTime
    /// Any JSON, kept as it is.
    case raw
    /// - Parameter ofPointers: whether an element can be null.
    case list(FieldType, ofPointers: Bool)
    /// A map from any text.
    /// - Parameter ofPointers: whether a value can be null.
    case map(FieldType, ofPointers: Bool)
    /// An object with the fields of a type.
    case object(ObjectType.ID)
    /// A JSON schema, a list of them, or a scalar in its place: `additionalProperties: false`.
    case schemaOrOther(ObjectType.ID)
}
