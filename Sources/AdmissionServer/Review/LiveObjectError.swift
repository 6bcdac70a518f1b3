/// Why an object's live state is not known.
public struct LiveObjectError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What went wrong, for a person.
    public let description: String

    public init(_ description: String) {
        self.description = description
    }
}
