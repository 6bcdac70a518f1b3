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
}

/// Live state that somebody collected: what a server fetched for one review, or what an offline run has read.
public struct ObservedState: LiveState {
    private var objects: [ObjectReference: FieldValue?] = [:]
    /// Whether an object that was never observed counts as absent instead of unknown.
    private let isComplete: Bool

    /// - Parameter isComplete: true when there is nobody to ask about what was not observed, as in an offline run.
    public init(isComplete: Bool = false) {
        self.isComplete = isComplete
    }

    public func object(_ reference: ObjectReference) -> LiveObject {
        guard let known = objects[reference] else { return isComplete ? .absent : .unknown }
        return known.map { .present($0) } ?? .absent
    }

    /// Notes what an object is now; nil for one that is not there.
    public mutating func observe(_ reference: ObjectReference, _ object: FieldValue?) {
        objects[reference] = .some(object)
    }

    /// Notes what an allowed request does to the cluster. Dry runs, subresources of other kinds and CONNECT do nothing.
    public mutating func observe(allowed request: AdmissionRequest) {
        guard !request.isDryRun, request.subresource.isEmpty || request.subresource == "status" else { return }
        let reference = ObjectReference(
            group: request.group, kind: request.kind, namespace: request.namespace, name: request.name)
        switch request.operation {
        case .create, .update: observe(reference, request.object)
        case .delete: observeDeletion(reference, request)
        case .connect: break
        }
    }

    /// A deletion is over at once only when nothing holds the object: finalizers and a grace period keep it, marked.
    private mutating func observeDeletion(_ reference: ObjectReference, _ request: AdmissionRequest) {
        guard var object = request.oldObject else { return }
        let hasFinalizers = object["metadata"]?["finalizers"]?.isEmpty == false
        let isNamespace = request.kind == "Namespace" && request.group.isEmpty
        let isGraceful = request.kind == "Pod" && request.options?["gracePeriodSeconds"] != 0
        guard hasFinalizers || isNamespace || isGraceful else { return observe(reference, nil) }
        object.update("metadata") { $0.setDefault("deletionTimestamp", "now") }
        observe(reference, object)
    }
}
