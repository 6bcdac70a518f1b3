/// What a review service answers: an HTTP status and the body that goes with it.
public struct ReviewReply: Sendable, Hashable {
    /// The HTTP status: 200 with a verdict, 400 for a body that is no AdmissionReview, 500 and up when there is no verdict.
    public let status: Int
    /// An AdmissionReview as JSON when the status is 200, else one line of plain text that says what was wrong.
    public let body: String

    public init(status: Int, body: String) {
        self.status = status
        self.body = body
    }
}
