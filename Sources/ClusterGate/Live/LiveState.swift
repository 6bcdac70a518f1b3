public import DesiredState
public import FieldTree

/// What is known of an object in the cluster.
public enum LiveObject: Sendable {
    /// Nobody has looked yet.
    case unknown
    /// It is known not to be there.
    case absent
    /// It is there, as stored.
    case present(FieldValue)
}

/// The cluster's live state as an input of the evaluator: it never fetches anything itself.
public protocol LiveState: Sendable {
    /// What is known of `reference`.
    func object(_ reference: ObjectReference) -> LiveObject

    /// The Pods of a selection, those being deleted included; nil when nobody has looked yet.
    func pods(_ selection: PodSelection) -> [FieldValue]?
}
