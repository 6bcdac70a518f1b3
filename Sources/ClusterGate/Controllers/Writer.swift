internal import ExactValues

/// Who a row of the controllers table speaks of.
enum Writer: Sendable, Hashable {
    /// A controller of the controller manager under its own service account in kube-system, or the controller manager
    /// itself where its controllers have none of their own (without `--use-service-account-credentials`).
    case controller(String)
    /// The controller manager under its own name.
    case controllerManager
    /// The API server acting for itself.
    case apiServer
    case scheduler
    /// Any node's kubelet.
    case kubelet
    /// Any identity of the control plane.
    case controlPlane
    /// Whoever asks: what is written is not stored.
    case anyone
    /// One user name, as a policy names it.
    case user(Name)

    func isHeld(by identity: Identity) -> Bool {
        switch self {
        case .controller(let name): identity.isController(name) || identity.isControllerManager
        case .controllerManager: identity.isControllerManager
        case .apiServer: identity.isAPIServer
        case .scheduler: identity.isScheduler
        case .kubelet: identity.node != nil
        case .controlPlane: identity.isControlPlane
        case .anyone: true
        case .user(let name): name == Name(identity.username)
        }
    }

    /// For people.
    var title: String {
        switch self {
        case .controller(let name): name
        case .controllerManager: "the controller manager"
        case .apiServer: "the API server"
        case .scheduler: "the scheduler"
        case .kubelet: "the kubelet"
        case .controlPlane: "the control plane"
        case .anyone: "anybody"
        case .user(let name): name.text
        }
    }
}

extension Writer: ExpressibleByStringLiteral {
    /// A literal names a controller of the controller manager.
    init(stringLiteral value: String) {
        self = .controller(value)
    }
}
