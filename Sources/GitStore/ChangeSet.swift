/// What a change does to a target: for each path, what stood there and what stands there now.
///
/// Two change sets are equal when they change the same paths from the same entries to the same entries, whatever commits
/// led there.
public struct ChangeSet: Sendable, Hashable {
    /// Sorted by the bytes of the path; each path once.
    public let changes: [PathChange]

    /// - Parameter changes: those of one comparison, in any order.
    public init(_ changes: [PathChange]) {
        self.changes = changes.sorted { $0.path.lexicographicallyPrecedes($1.path) }
    }

    public var isEmpty: Bool { changes.isEmpty }
}
