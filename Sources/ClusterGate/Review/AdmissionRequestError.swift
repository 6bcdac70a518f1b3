/// Why a text is not an AdmissionReview that can be judged.
public struct AdmissionRequestError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, for a person.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
