/// Why a chain of receipts is not believed.
public struct ReceiptChainError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it is.
    public struct Code: Sendable, Hashable {
        enum Storage: Sendable, Hashable {
            case missing, malformed, unverified, rejected, unreadable
        }
        let storage: Storage

        /// There are no receipts.
        public static var missing: Self { .init(storage: .missing) }
        /// A receipt, or the chain, has not the form that the push gate writes.
        public static var malformed: Self { .init(storage: .malformed) }
        /// A signature, a number or a link of the chain is wrong.
        public static var unverified: Self { .init(storage: .unverified) }
        /// The policy that a receipt names does not accept what it attests.
        public static var rejected: Self { .init(storage: .rejected) }
        /// The repository cannot be read.
        public static var unreadable: Self { .init(storage: .unreadable) }
    }

    public let code: Code
    /// What was wrong, for a person.
    public let description: String

    public init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
