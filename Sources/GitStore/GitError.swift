/// Why a Git repository did not give or take what was asked.
public struct GitError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it is.
    public struct Code: Sendable, Hashable {
        enum Storage: Sendable, Hashable {
            case notFound, notARepository, unsupportedFormat, foreignOwner, tooLarge, conflict, malformed, invalidName
            case ambiguous, library
        }
        let storage: Storage

        /// No such object, ref, path or setting.
        public static var notFound: Self { .init(storage: .notFound) }
        /// There is no Git repository at that place.
        public static var notARepository: Self { .init(storage: .notARepository) }
        /// A repository that libgit2 1.5 cannot read: SHA-256 object names, reftable.
        public static var unsupportedFormat: Self { .init(storage: .unsupportedFormat) }
        /// The repository belongs to another user and is not listed in `safe.directory`.
        public static var foreignOwner: Self { .init(storage: .foreignOwner) }
        /// Over the limit that the caller set.
        public static var tooLarge: Self { .init(storage: .tooLarge) }
        /// A ref is not at the value that the update expects, or another process holds its lock.
        public static var conflict: Self { .init(storage: .conflict) }
        /// An object is not of the expected kind, or its bytes are not what Git writes.
        public static var malformed: Self { .init(storage: .malformed) }
        /// A ref name, path or revision that Git does not allow, or that is not UTF-8.
        public static var invalidName: Self { .init(storage: .invalidName) }
        /// An abbreviated object id that more than one object has.
        public static var ambiguous: Self { .init(storage: .ambiguous) }
        /// Anything else that libgit2 reports.
        public static var library: Self { .init(storage: .library) }
    }

    public let code: Code
    /// What was wrong, for a person.
    public let description: String

    /// - Parameters:
    ///   - code: the kind of failure.
    ///   - description: one line for a person.
    public init(code: Code, description: String) {
        self.code = code
        self.description = description
    }
}
