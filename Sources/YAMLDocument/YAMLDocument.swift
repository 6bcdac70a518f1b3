/// One document of a YAML stream, read by the rules of `kubectl`: the same text gives the same object here and there,
/// or an error here.
///
/// Stricter than `kubectl`: a key that stands twice, a tag outside YAML's core, a key that is null and a merge key that
/// would override a member written before it are refused.
public struct YAMLDocument: Sendable {
    public let root: YAMLNode

    /// Reads all documents of a text, the empty ones left out.
    /// - Parameters:
    ///   - bytes: UTF-8, with or without a byte order mark.
    ///   - limits: what is over them is refused.
    public static func parse(
        _ bytes: [UInt8], limits: YAMLLimits = .standard
    ) throws(YAMLError) -> [YAMLDocument] {
        guard bytes.count <= limits.bytes else {
            throw YAMLError(
                code: .overLimit, mark: YAMLMark(line: 1, column: 1),
                message: "\(bytes.count) bytes of YAML are over the limit of \(limits.bytes)")
        }
        var composer = try Composer(bytes, limits: limits)
        return try composer.documents()
    }

    /// Reads all documents of a text, the empty ones left out.
    public static func parse(_ text: String, limits: YAMLLimits = .standard) throws(YAMLError) -> [YAMLDocument] {
        try parse(Array(text.utf8), limits: limits)
    }
}
