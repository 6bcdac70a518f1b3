/// Why a push could not be judged. It is rejected for that.
public struct PushGateError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it is.
    public struct Code: Sendable, Hashable {
        enum Storage: Sendable, Hashable {
            case input, configuration, repository, evidence
        }
        let storage: Storage

        /// What Git or a person handed over is not in its one form.
        public static var input: Self { .init(storage: .input) }
        /// The gate is not installed here, or not as it should be.
        public static var configuration: Self { .init(storage: .configuration) }
        /// The repository could not be read.
        public static var repository: Self { .init(storage: .repository) }
        /// Journal or receipts could not be read or written.
        public static var evidence: Self { .init(storage: .evidence) }
    }

    public let code: Code
    /// What was wrong, for a person.
    public let description: String

    public init(code: Code, description: String) {
        self.code = code
        self.description = description
    }
}
