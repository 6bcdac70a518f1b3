/// How the elements of a list are told apart.
///
/// The API's types document it as `x-kubernetes-list-type` and `x-kubernetes-list-map-keys`; where an order has a
/// meaning although the server merges by key (env, init containers), it counts.
public enum ListSemantics: Sendable, Hashable {
    /// The list is one value: its elements are told apart by position.
    case ordered
    /// Elements stand for themselves; their order has no meaning.
    case set
    /// Elements are told apart by these members; their order has no meaning.
    case keyed([String])
    /// Elements are told apart by these members and their order has a meaning.
    case orderedKeyed([String])

    /// Fields of the type table whose elements have keys and an order that matters: a variable refers to those before
    /// it, init containers run one after another, webhooks are called so.
    static let orderedFields: [String: [String]] = [
        "core/v1.PodSpec": ["initContainers"],
        "core/v1.Container": ["env"],
        "core/v1.EphemeralContainer": ["env"],
        "admissionregistration/v1.MutatingWebhookConfiguration": ["webhooks"],
        "admissionregistration/v1beta1.MutatingWebhookConfiguration": ["webhooks"],
        "admissionregistration/v1.ValidatingAdmissionPolicySpec": ["variables"],
        "admissionregistration/v1.MutatingAdmissionPolicySpec": ["variables"],
    ]
}
