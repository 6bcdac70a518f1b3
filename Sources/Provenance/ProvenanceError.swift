/// Why an object could not be traced.
public struct ProvenanceError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it is.
    public struct Code: Sendable, Hashable {
        enum Storage: Sendable, Hashable {
            case undeclared, ambiguous, unverified, unreadable
        }
        let storage: Storage

        /// Git declares no such object.
        public static var undeclared: Self { .init(storage: .undeclared) }
        /// Several objects are called so.
        public static var ambiguous: Self { .init(storage: .ambiguous) }
        /// The receipts do not verify.
        public static var unverified: Self { .init(storage: .unverified) }
        /// The repository cannot be read.
        public static var unreadable: Self { .init(storage: .unreadable) }
    }

    public let code: Code
    /// What was wrong, for a person.
    public let description: String

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
