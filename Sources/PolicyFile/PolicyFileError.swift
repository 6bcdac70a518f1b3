/// Why a text is no policy that can be used.
public struct PolicyFileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it is.
    public struct Code: Sendable, Hashable {
        enum Storage: Sendable, Hashable {
            case notYAML, invalid
        }
        let storage: Storage

        /// The text cannot be read as YAML.
        public static var notYAML: Self { .init(storage: .notYAML) }
        /// The YAML says something that a policy cannot say.
        public static var invalid: Self { .init(storage: .invalid) }
    }

    public let code: Code
    /// All that is wrong, by line; never empty.
    public let diagnostics: [PolicyDiagnostic]

    /// One diagnostic a line.
    public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
