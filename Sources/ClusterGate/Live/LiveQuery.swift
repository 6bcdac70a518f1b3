public import DesiredState

/// A question about the cluster that a judgement depends on.
public enum LiveQuery: Sendable, Hashable, CustomStringConvertible {
    /// One object by its reference.
    case object(ObjectReference)
    /// All Pods of a selection.
    case pods(PodSelection)

    public var description: String {
        switch self {
        case .object(let reference): reference.description
        case .pods(let selection): selection.description
        }
    }
}

/// Thrown when a judgement depends on live state that nobody has looked up yet.
struct MissingLiveState: Error {
    let query: LiveQuery
}
