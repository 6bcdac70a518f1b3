/// Why bytes were not taken as a signed object, a signature, a key or a file of trusted keys.
public struct SignatureError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it is.
    public struct Code: Sendable, Hashable {
        enum Storage: Sendable, Hashable {
            case malformed, notSupported, weak, tooLarge, library
        }
        let storage: Storage

        /// Not what the format's one strict reading allows.
        public static var malformed: Self { .init(storage: .malformed) }
        /// Well known, but not built: another kind of key, signature or file.
        public static var notSupported: Self { .init(storage: .notSupported) }
        /// Of an algorithm or a size that is not safe any more, whoever made it.
        public static var weak: Self { .init(storage: .weak) }
        /// Over a limit on bytes or lines.
        public static var tooLarge: Self { .init(storage: .tooLarge) }
        /// libcrypto failed for a reason other than the input.
        public static var library: Self { .init(storage: .library) }
    }

    public let code: Code
    /// What was wrong, for a person.
    public let description: String

    static func malformed(_ description: String) -> Self { .init(code: .malformed, description: description) }
    static func weak(_ description: String) -> Self { .init(code: .weak, description: description) }
    static func notSupported(_ description: String) -> Self { .init(code: .notSupported, description: description) }
}
