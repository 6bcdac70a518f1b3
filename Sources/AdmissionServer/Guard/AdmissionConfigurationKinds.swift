/// The kinds that decide what an API server asks whom before it stores something, and that no webhook is asked about.
enum AdmissionConfigurationKinds {
    static let group = "admissionregistration.k8s.io"
    /// The registration of the gate itself, see admission/webhook.yaml.
    static let registration = (resource: "validatingwebhookconfigurations", name: "sallyport-admission")
    /// The plural names. The API server serves the policies since 1.26 (validating) and 1.32 (mutating).
    static let resources = [
        "validatingwebhookconfigurations", "mutatingwebhookconfigurations", "validatingadmissionpolicies",
        "validatingadmissionpolicybindings", "mutatingadmissionpolicies", "mutatingadmissionpolicybindings",
    ]
    /// In the order in which they are tried: an object is the same in each.
    static let versions = ["v1", "v1beta1", "v1alpha1"]
}
