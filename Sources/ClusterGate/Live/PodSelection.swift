public import ExactValues
internal import FieldTree

/// The Pods of a namespace that have certain labels: what a Service or a workload selects.
public struct PodSelection: Sendable, Hashable, CustomStringConvertible {
    public let namespace: String
    /// Every Pod that is meant has all of these; empty stands for every Pod of the namespace.
    public let labels: [Name: Name]

    public init(namespace: String, labels: [Name: Name]) {
        self.namespace = namespace
        self.labels = labels
    }

    /// The selection of a map of labels, as in a Service's `selector` or a workload's `matchLabels`.
    init(namespace: String, labels: FieldValue?) {
        let members = labels?.map?.members ?? []
        self.init(
            namespace: namespace,
            labels: Dictionary(members.map { (Name($0.key), Name($0.value.string ?? "")) }) { first, _ in first })
    }

    /// The selection as a label selector of the Kubernetes API: `app=web,tier=front`.
    public var labelSelector: String {
        labels.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
    }

    public var description: String { "Pods of \(namespace) with \(labels.isEmpty ? "any labels" : labelSelector)" }

    /// Whether a Pod is meant.
    func contains(_ pod: FieldValue) -> Bool {
        let own = pod["metadata"]?["labels"]
        return labels.allSatisfy { label in
            own?[label.key.text]?.string.map { Name($0) == label.value } ?? false
        }
    }

    public static func == (left: Self, right: Self) -> Bool {
        Name(left.namespace) == Name(right.namespace) && left.labels == right.labels
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(Name(namespace))
        hasher.combine(labels)
    }
}
