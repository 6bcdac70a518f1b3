public import YAMLDocument

/// Why a configuration was not taken, and where in its file.
public struct ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it is.
    public struct Code: Sendable, Hashable {
        enum Storage: Sendable, Hashable {
            case unreadable, malformed, unknownKey, missingKey, badValue
        }
        let storage: Storage

        /// The file cannot be read.
        public static var unreadable: Self { .init(storage: .unreadable) }
        /// Not one YAML document with a map at its top.
        public static var malformed: Self { .init(storage: .malformed) }
        /// A key that means nothing here.
        public static var unknownKey: Self { .init(storage: .unknownKey) }
        /// A key that must be there and is not.
        public static var missingKey: Self { .init(storage: .missingKey) }
        /// A value of the wrong kind or out of its bounds.
        public static var badValue: Self { .init(storage: .badValue) }
    }

    public let code: Code
    /// The file's name as it was given.
    public let file: String
    /// Where in the file; nil when the file could not be read.
    public let mark: YAMLMark?
    /// What was wrong, for a person, without the place.
    public let message: String

    /// `file:line:column: message`.
    public var description: String {
        guard let mark else { return "\(file): \(message)" }
        return "\(file):\(mark.line):\(mark.column): \(message)"
    }
}
