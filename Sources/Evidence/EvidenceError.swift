/// Why evidence could not be read or written.
public struct EvidenceError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it is.
    public struct Code: Sendable, Hashable {
        enum Storage: Sendable, Hashable {
            case malformed, notConfigured, storage, missing, full, busy, key
        }
        let storage: Storage

        /// A text is not in its one form.
        public static var malformed: Self { .init(storage: .malformed) }
        /// The repository has no pinned root, or one that is not understood.
        public static var notConfigured: Self { .init(storage: .notConfigured) }
        /// A file or an object could not be read or written.
        public static var storage: Self { .init(storage: .storage) }
        /// There is no such file.
        public static var missing: Self { .init(storage: .missing) }
        /// It would be more than is read back, or than there is room for.
        public static var full: Self { .init(storage: .full) }
        /// Another process wrote at the same time.
        public static var busy: Self { .init(storage: .busy) }
        /// The receipt key cannot be used.
        public static var key: Self { .init(storage: .key) }
    }

    public let code: Code
    /// What was wrong, for a person.
    public let description: String

    public init(code: Code, description: String) {
        self.code = code
        self.description = description
    }
}
