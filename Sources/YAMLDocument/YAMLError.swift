/// Why a text was not taken as a stream of YAML documents, and where.
public struct YAMLError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it is.
    public struct Code: Sendable, Hashable {
        enum Storage: Sendable, Hashable {
            case malformed, notUTF8, overLimit, duplicateKey, unsupported, numberOutOfRange, outOfMemory
        }
        let storage: Storage

        /// Not YAML 1.1 as libyaml reads it, or truncated.
        public static var malformed: Self { .init(storage: .malformed) }
        /// Bytes that are not UTF-8, or a character that YAML forbids.
        public static var notUTF8: Self { .init(storage: .notUTF8) }
        /// Over a limit on bytes, depth or nodes, aliases expanded.
        public static var overLimit: Self { .init(storage: .overLimit) }
        /// A map has the same key twice: readers disagree on what that means, so it means nothing here.
        public static var duplicateKey: Self { .init(storage: .duplicateKey) }
        /// A tag, key or merge that has no one meaning in JSON.
        public static var unsupported: Self { .init(storage: .unsupported) }
        /// A number that JSON cannot hold.
        public static var numberOutOfRange: Self { .init(storage: .numberOutOfRange) }
        /// The parser could not be allocated.
        public static var outOfMemory: Self { .init(storage: .outOfMemory) }
    }

    public let code: Code
    public let mark: YAMLMark
    /// What was wrong, for a person, without the place.
    public let message: String

    public var line: UInt32 { mark.line }
    public var column: UInt32 { mark.column }
    /// `line:column: message`.
    public var description: String { "\(mark.line):\(mark.column): \(message)" }
}
