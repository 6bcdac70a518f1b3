/// Why a text is no key that signatures can be checked with.
public struct KeyReaderError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, for the author of the policy.
    public let description: String

    public init(_ description: String) {
        self.description = description
    }
}
