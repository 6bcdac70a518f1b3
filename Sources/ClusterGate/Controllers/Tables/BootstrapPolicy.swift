internal import ExactValues
internal import FieldTree

/// The roles and bindings that an API server makes for itself when it starts, 1.20 to 1.36
/// (plugin/pkg/auth/authorizer/rbac/bootstrappolicy/{policy,controller_policy,namespace_policy}.go).
///
/// What is bound to everybody is listed rule by rule; what only a part of the control plane holds is bounded.
enum BootstrapPolicy {
    // MARK: Bindings

    /// Who a bootstrap binding is for.
    enum Subject {
        case group(String)
        case user(String)
        case account(String)

        var value: FieldValue {
            switch self {
            case .group(let name): ["kind": "Group", "apiGroup": "rbac.authorization.k8s.io", "name": .string(name)]
            case .user(let name): ["kind": "User", "apiGroup": "rbac.authorization.k8s.io", "name": .string(name)]
            case .account(let name): ["kind": "ServiceAccount", "namespace": "kube-system", "name": .string(name)]
            }
        }
    }

    private static let clusterBindings: [String: [Subject]] = [
        "cluster-admin": [.group("system:masters")],
        "system:discovery": [.group("system:authenticated")],
        "system:basic-user": [.group("system:authenticated")],
        "system:public-info-viewer": [.group("system:authenticated"), .group("system:unauthenticated")],
        "system:monitoring": [.group("system:monitoring")],
        "system:node": [],
        "system:node-proxier": [.user("system:kube-proxy")],
        "system:kube-controller-manager": [.user("system:kube-controller-manager")],
        "system:kube-dns": [.account("kube-dns")],
        "system:kube-scheduler": [.user("system:kube-scheduler")],
        "system:volume-scheduler": [.user("system:kube-scheduler")],
        "system:service-account-issuer-discovery": [.group("system:serviceaccounts")],
    ]

    private static let bindings: [String: (role: String, subjects: [Subject])] = [
        "system::extension-apiserver-authentication-reader": (
            "extension-apiserver-authentication-reader",
            [.user("system:kube-controller-manager"), .user("system:kube-scheduler")]
        ),
        "system::leader-locking-kube-controller-manager": (
            "system::leader-locking-kube-controller-manager",
            [.user("system:kube-controller-manager"), .account("kube-controller-manager")]
        ),
        "system::leader-locking-kube-scheduler": (
            "system::leader-locking-kube-scheduler", [.user("system:kube-scheduler"), .account("kube-scheduler")]
        ),
        "system:controller:bootstrap-signer": ("system:controller:bootstrap-signer", [.account("bootstrap-signer")]),
        "system:controller:cloud-provider": ("system:controller:cloud-provider", [.account("cloud-provider")]),
        "system:controller:token-cleaner": ("system:controller:token-cleaner", [.account("token-cleaner")]),
    ]

    /// The role and the subjects of a bootstrap binding by its name; nil when there is none of that name.
    static func binding(_ name: String, namespace: String) -> (role: String, subjects: [FieldValue])? {
        if namespace.isEmpty {
            if let subjects = clusterBindings[name] { return (name, subjects.map(\.value)) }
            guard let account = controller(name) else { return nil }
            return (name, [Subject.account(account).value])
        }
        guard ["kube-system", "kube-public"].contains(namespace), let binding = bindings[name] else { return nil }
        return (binding.role, binding.subjects.map(\.value))
    }

    /// The controller that a `system:controller:…` role is for.
    private static func controller(_ name: String) -> String? {
        let prefix = "system:controller:"
        guard name.utf8.starts(with: prefix.utf8) else { return nil }
        let account = String(decoding: name.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
        return ControlPlaneAccounts.controllers.contains(account) ? account : nil
    }

    // MARK: Roles

    private static let clusterRoles: Set<String> = [
        "admin", "cluster-admin", "edit", "view", "system:aggregate-to-admin", "system:aggregate-to-edit",
        "system:aggregate-to-view", "system:auth-delegator", "system:basic-user", "system:discovery",
        "system:heapster", "system:kube-aggregator", "system:kube-controller-manager", "system:kube-dns",
        "system:kube-scheduler", "system:kubelet-api-admin", "system:monitoring", "system:node",
        "system:node-bootstrapper", "system:node-problem-detector", "system:node-proxier",
        "system:persistent-volume-provisioner", "system:public-info-viewer",
        "system:service-account-issuer-discovery", "system:volume-scheduler",
        "system:certificates.k8s.io:certificatesigningrequests:nodeclient",
        "system:certificates.k8s.io:certificatesigningrequests:selfnodeclient",
        "system:certificates.k8s.io:kube-apiserver-client-approver",
        "system:certificates.k8s.io:kube-apiserver-client-kubelet-approver",
        "system:certificates.k8s.io:kubelet-serving-approver", "system:certificates.k8s.io:legacy-unknown-approver",
        "system:cluster-trust-bundle-discovery",
    ]

    private static let roles: Set<String> = [
        "extension-apiserver-authentication-reader", "system::leader-locking-kube-controller-manager",
        "system::leader-locking-kube-scheduler", "system:controller:bootstrap-signer",
        "system:controller:cloud-provider", "system:controller:token-cleaner",
    ]

    /// Whether an API server makes a role of this name.
    static func hasRole(_ name: String, namespace: String) -> Bool {
        if namespace.isEmpty { return clusterRoles.contains(name) || controller(name) != nil }
        return ["kube-system", "kube-public"].contains(namespace) && roles.contains(name)
    }

    /// Roles that are bound to everybody, or nearly: verb, then what it may be used on.
    private static let everybodys: [String: (verb: String, resources: Set<String>, urls: [String])] = [
        "system:basic-user": (
            "create", ["selfsubjectaccessreviews", "selfsubjectrulesreviews", "selfsubjectreviews"], []
        ),
        "system:public-info-viewer": ("get", [], ["/healthz", "/livez", "/readyz", "/version"]),
        "system:discovery": (
            "get", [], ["/api", "/apis", "/healthz", "/livez", "/openapi", "/readyz", "/version", "/swagger"]
        ),
        "system:service-account-issuer-discovery": (
            "get", [], ["/.well-known/openid-configuration", "/openid/v1/jwks"]
        ),
        "system:monitoring": (
            "get", [], ["/healthz", "/livez", "/metrics", "/readyz", "/statusz", "/flagz"]
        ),
        "system:cluster-trust-bundle-discovery": ("get list watch", ["clustertrustbundles"], []),
    ]

    /// Whether a rule may stand in a bootstrap role of this name.
    static func permits(_ rule: FieldValue, in role: String) -> Bool {
        if role == "cluster-admin" { return true }
        let verbs = words(rule, "verbs")
        let resources = words(rule, "resources")
        let urls = words(rule, "nonResourceURLs")
        if let own = everybodys[role] {
            let known = own.verb.split(separator: " ").map(String.init)
            return verbs.allSatisfy { known.contains($0) } && resources.allSatisfy { own.resources.contains($0) }
                && urls.allSatisfy { url in
                    own.urls.contains {
                        url == $0 || url == $0 + "/" || url == $0 + "/*" || ($0 == "/metrics" && url == "/metrics/slis")
                    }
                }
        }
        if role == "view" || role == "system:aggregate-to-view" {
            guard verbs.allSatisfy({ ["get", "list", "watch"].contains($0) }), !resources.contains("secrets") else {
                return false
            }
        }
        return isBounded(verbs, resources, words(rule, "apiGroups"), in: role)
    }

    /// No verb that hands out rights, but for the roles that are there for it, and nothing of everything.
    private static func isBounded(_ verbs: [String], _ resources: [String], _ groups: [String], in role: String) -> Bool
    {
        let reads = verbs.allSatisfy { ["get", "list", "watch"].contains($0) }
        let collects = ["system:controller:generic-garbage-collector", "system:controller:namespace-controller"]
            .contains(role)
        let isWide = groups.contains("*") || resources.contains("*")
        let scales = resources.allSatisfy { $0 == "*/scale" } && !resources.isEmpty
        if isWide || resources.contains(where: { $0.utf8.first == UInt8(ascii: "*") }) {
            let isMetrics = groups.allSatisfy { ["custom.metrics.k8s.io", "external.metrics.k8s.io"].contains($0) }
            let deletes = verbs.allSatisfy {
                ["get", "list", "watch", "patch", "update", "delete", "deletecollection"].contains($0)
            }
            guard
                reads || isMetrics || (collects && deletes)
                    || (scales && role == "system:controller:horizontal-pod-autoscaler")
            else { return false }
        }
        let allows: Set<String> =
            switch role {
            case "system:controller:clusterrole-aggregation-controller": ["escalate"]
            case "edit", "system:aggregate-to-edit", "admin", "system:aggregate-to-admin": ["impersonate"]
            default: []
            }
        let handsOut = verbs.filter { ["*", "escalate", "bind", "impersonate"].contains($0) && !allows.contains($0) }
        // A wildcard of verbs stands for one resource in some controllers' roles.
        return handsOut.allSatisfy { $0 == "*" } && (handsOut.isEmpty || !touchesRights(groups))
            && (!verbs.contains("impersonate") || resources.allSatisfy { $0 == "serviceaccounts" })
    }

    private static func touchesRights(_ groups: [String]) -> Bool {
        groups.contains { ["*", "rbac.authorization.k8s.io", "admissionregistration.k8s.io", ""].contains($0) }
    }

    private static func words(_ rule: FieldValue, _ key: String) -> [String] {
        (rule[key]?.list ?? []).map { $0.string ?? "" }
    }

    // MARK: Flow control

    /// The flow schemas and priority levels of pkg/apis/flowcontrol/bootstrap, and those of earlier versions.
    static let flows: Set<String> = [
        "exempt", "catch-all", "probes", "system-leader-election", "endpoint-controller", "workload-leader-election",
        "system-node-high", "system-nodes", "kube-controller-manager", "kube-scheduler", "kube-system-service-accounts",
        "service-accounts", "global-default", "system", "node-high", "leader-election", "workload-high",
        "workload-low",
    ]
}
