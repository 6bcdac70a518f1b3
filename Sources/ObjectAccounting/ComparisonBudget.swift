/// How much a comparison may do. One that is over it ends with a difference that says so: it never ends as equal.
///
/// A cancelled task (a review at its deadline) ends it too, so that no input holds a review longer than that.
public struct ComparisonBudget: Sendable {
    /// The differences to find before stopping.
    public let differences: Int
    /// The values to look at before stopping, on both sides together.
    public let values: Int

    /// - Parameters:
    ///   - differences: more than a message can name.
    ///   - values: more than two objects of 3 MiB, the largest that an API server stores, can have.
    public init(differences: Int = 2000, values: Int = 8 << 20) {
        self.differences = differences
        self.values = values
    }
}
