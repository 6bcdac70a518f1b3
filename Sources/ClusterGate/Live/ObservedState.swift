public import DesiredState
internal import ExactValues
public import FieldTree

/// Live state that somebody collected: what a server fetched for one review, or what an offline run has read.
public struct ObservedState: LiveState {
    private var objects: [ObjectReference: FieldValue?] = [:]
    private var selections: [PodSelection: [FieldValue]] = [:]
    /// The Pods among ``objects``, by namespace.
    private var podNames: [Name: Set<ObjectReference>] = [:]
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

    public func pods(_ selection: PodSelection) -> [FieldValue]? {
        if let known = selections[selection] { return known }
        guard isComplete else { return nil }
        let references = podNames[Name(selection.namespace)] ?? []
        return references.sorted { ExactText.less($0.name, $1.name) }.compactMap { objects[$0] ?? nil }
            .filter { selection.contains($0) }
    }

    /// Notes what an object is now; nil for one that is not there.
    public mutating func observe(_ reference: ObjectReference, _ object: FieldValue?) {
        objects[reference] = .some(object)
        guard reference.kind == "Pod", reference.group.isEmpty else { return }
        if object == nil {
            podNames[Name(reference.namespace)]?.remove(reference)
        } else {
            podNames[Name(reference.namespace), default: []].insert(reference)
        }
    }

    /// Notes all Pods of a selection.
    public mutating func observe(_ selection: PodSelection, _ pods: [FieldValue]) {
        selections[selection] = pods
    }

    /// Notes what an allowed request does to the cluster. Dry runs, subresources of other kinds and CONNECT do nothing.
    /// - Parameter kind: the kind of the resource that a subresource belongs to.
    public mutating func observe(allowed request: AdmissionRequest, of kind: String? = nil) {
        guard !request.isDryRun else { return }
        let target = ObjectReference(
            group: request.resourceGroup, kind: kind ?? request.kind, namespace: request.namespace, name: request.name)
        switch (request.subresource, request.operation) {
        case ("", .delete): observeDeletion(target, request)
        case ("", .create), ("", .update), ("status", .update), ("ephemeralcontainers", .update), ("finalize", .update):
            observe(target, request.object)
        case ("scale", .update):
            change(target) { $0.updateOrCreate("spec") { $0.set("replicas", Self.replicas(request)) } }
        case ("binding", .create):
            change(target) { pod in
                pod.updateOrCreate("spec") { $0.set("nodeName", request.object?["target"]?["name"]) }
            }
        case ("eviction", .create): change(target) { $0.updateOrCreate("metadata", Self.markDeleted) }
        default: break
        }
    }

    /// The number that a Scale asks for; none is written for 0.
    private static func replicas(_ request: AdmissionRequest) -> FieldValue {
        request.object?["spec"]?["replicas"] ?? 0
    }

    private mutating func change(_ reference: ObjectReference, _ change: (inout FieldValue) -> Void) {
        guard case .present(var object) = object(reference) else { return }
        change(&object)
        observe(reference, object)
    }

    private static func markDeleted(_ metadata: inout FieldValue) {
        metadata.setDefault("deletionTimestamp", "now")
    }

    /// A deletion is over at once only when nothing holds the object: finalizers and a grace period keep it, marked.
    private mutating func observeDeletion(_ reference: ObjectReference, _ request: AdmissionRequest) {
        guard var object = request.oldObject else { return }
        let hasFinalizers = object["metadata"]?["finalizers"]?.isEmpty == false
        let isNamespace = request.kind == "Namespace" && request.group.isEmpty
        let isGraceful = request.kind == "Pod" && request.options?["gracePeriodSeconds"] != 0
        guard hasFinalizers || isNamespace || isGraceful else { return observe(reference, nil) }
        object.updateOrCreate("metadata", Self.markDeleted)
        observe(reference, object)
    }
}
