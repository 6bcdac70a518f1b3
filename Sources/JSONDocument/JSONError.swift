/// Why a text was not taken as a JSON document.
public struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it is.
    public struct Code: Sendable, Hashable {
        enum Storage: Sendable, Hashable {
            case malformed, tooLarge, duplicateKey, numberOutOfRange, outOfMemory
        }
        let storage: Storage

        /// Not JSON by RFC 8259, not UTF-8, truncated, or nested too deeply.
        public static var malformed: Self { .init(storage: .malformed) }
        /// Over the reader's byte limit.
        public static var tooLarge: Self { .init(storage: .tooLarge) }
        /// An object has the same key twice: readers disagree on what that means, so it means nothing here.
        public static var duplicateKey: Self { .init(storage: .duplicateKey) }
        /// An integer beyond 64 bits.
        public static var numberOutOfRange: Self { .init(storage: .numberOutOfRange) }
        /// The parser could not be allocated.
        public static var outOfMemory: Self { .init(storage: .outOfMemory) }
    }

    public let code: Code
    /// What was wrong, for a person.
    public let description: String
}
