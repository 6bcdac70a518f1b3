/// Why a mirror was not brought up to date, or what it holds was not believed.
public struct MirrorError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it is.
    public struct Code: Sendable, Hashable {
        enum Storage: Sendable, Hashable {
            case unreachable, unverified, backwards, unreadable
        }
        let storage: Storage

        /// The remote did not answer, or not with what was asked.
        public static var unreachable: Self { .init(storage: .unreachable) }
        /// A signature, an approval or a receipt does not verify.
        public static var unverified: Self { .init(storage: .unverified) }
        /// It is an older or another history than the one accepted before.
        public static var backwards: Self { .init(storage: .backwards) }
        /// The mirror itself cannot be read or written.
        public static var unreadable: Self { .init(storage: .unreadable) }

        /// The word for this kind in metrics.
        var word: String { "\(storage)" }
    }

    public let code: Code
    /// What was wrong, for a person.
    public let description: String

    public init(code: Code, description: String) {
        self.code = code
        self.description = description
    }
}
