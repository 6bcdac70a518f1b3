internal import ExactValues

/// Who sends a request, as far as the control plane's own identities go. Never a reason to allow by itself: an
/// impersonator has the same name.
struct Identity {
    let username: String

    /// Whether this is the named built-in controller, under its own service account
    /// (`--use-service-account-credentials`).
    func isController(_ name: String) -> Bool {
        ExactText.equal(username, "system:serviceaccount:kube-system:" + name)
    }

    /// Whether this is one of the named built-in controllers.
    func isController(in names: [String]) -> Bool {
        names.contains { isController($0) }
    }

    /// The API server acting for itself.
    var isAPIServer: Bool { ExactText.equal(username, "system:apiserver") }

    /// The controller manager under its own name: tokens and leases.
    var isControllerManager: Bool { ExactText.equal(username, "system:kube-controller-manager") }

    var isScheduler: Bool { ExactText.equal(username, "system:kube-scheduler") }

    /// The name of the node whose kubelet this is.
    var node: String? {
        username.hasPrefix("system:node:") ? String(username.dropFirst("system:node:".count)) : nil
    }

    /// Whether this is any identity of the control plane.
    var isControlPlane: Bool {
        isAPIServer || isControllerManager || isScheduler || node != nil
            || username.hasPrefix("system:serviceaccount:kube-system:")
    }
}
