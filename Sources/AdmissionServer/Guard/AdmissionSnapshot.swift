internal import ExactValues
internal import FieldTree

/// The admission configuration of a cluster at one moment: who is asked about what.
struct AdmissionSnapshot: Sendable {
    /// One object.
    struct Key: Hashable, Comparable, Sendable {
        /// The plural name of its kind.
        let resource: Name
        let name: Name

        static func < (left: Key, right: Key) -> Bool {
            (left.resource, left.name) < (right.resource, right.name)
        }
    }

    /// What became of an object.
    struct Change: Equatable, Sendable {
        enum Kind: String, Sendable {
            case added, changed, removed
        }
        let kind: Kind
        let object: Key
    }

    /// What each object says, without what the server and managers note beside it.
    private(set) var objects: [Key: FieldValue] = [:]

    /// Notes the objects of one kind.
    mutating func take(_ list: [FieldValue], resource: String) {
        for object in list {
            guard case .map(var said) = object, let name = object["metadata"]?["name"]?.string else { continue }
            for key in ["metadata", "status", "apiVersion", "kind"] { said[key] = nil }
            objects[Key(resource: Name(resource), name: Name(name))] = .map(said)
        }
    }

    /// What is other than in an earlier snapshot, in a fixed order.
    func changes(since earlier: AdmissionSnapshot) -> [Change] {
        var changes: [Change] = []
        for (key, value) in objects where earlier.objects[key] != value {
            changes.append(Change(kind: earlier.objects[key] == nil ? .added : .changed, object: key))
        }
        for key in earlier.objects.keys where objects[key] == nil {
            changes.append(Change(kind: .removed, object: key))
        }
        return changes.sorted { $0.object < $1.object }
    }

    /// Why the gate's own registration does not hold; nil when it does.
    var obstacle: String? {
        let (resource, name) = AdmissionConfigurationKinds.registration
        guard let registration = objects[Key(resource: Name(resource), name: Name(name))] else {
            return "\(resource) has no \(name): nothing asks this gate"
        }
        let webhooks = registration["webhooks"]?.list ?? []
        guard !webhooks.isEmpty else { return "the registration \(name) has no webhooks: nothing asks this gate" }
        let isClosed = webhooks.allSatisfy { $0["failurePolicy"] == "Fail" }
        return isClosed ? nil : "a webhook of the registration \(name) lets requests through when no gate answers"
    }
}
