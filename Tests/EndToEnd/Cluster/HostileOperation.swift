import Testing

/// Something that Git does not declare and that somebody with all rights tries nevertheless.
struct HostileOperation: Sendable {
    enum Action: Sendable {
        /// `kubectl` in the namespace `shop`, with an optional standard input.
        case kubectl([String], input: String = "")
        /// A request as it is.
        case request(String, String, type: String = "application/json", body: String? = nil)
    }

    let what: String
    let action: Action
    /// What the refusal has to say, so that people know why.
    let says: String
    /// The identities whose names are borrowed for it; each would have the most business here, short of what the threat
    /// model leaves to an impersonator.
    let impostors: [String]

    init(_ what: String, _ action: Action, says: String, as impostors: [String] = [agent]) {
        self.what = what
        self.action = action
        self.says = says
        self.impostors = impostors
    }

    static let agent = "system:serviceaccount:flux-system:kustomize-controller"

    static func controller(_ name: String) -> String { "system:serviceaccount:kube-system:\(name)" }

    /// Tries it.
    /// - Parameter impostor: whose name is borrowed; nil for the account's own, `admin`.
    func attempt(in cluster: LiveCluster, impostor: String?) throws -> LiveCluster.Answer {
        func filled(_ text: String) -> String {
            cluster.names.reduce(text) { $0.replacing($1.key, with: $1.value) }
        }
        switch action {
        case .kubectl(let arguments, let input):
            return try cluster.kubectl(
                ["--namespace", "shop"] + arguments.map(filled), impostor: impostor, input: filled(input))
        case .request(let method, let path, let type, let body):
            return try cluster.request(method, filled(path), type: type, body: body.map(filled), impostor: impostor)
        }
    }

    /// A merge patch.
    static func merge(_ object: String, _ patch: String) -> Action {
        .kubectl(["patch", object, "--type=merge", "--patch", patch])
    }

    /// A JSON patch of one step.
    static func json(_ object: String, _ patch: String) -> Action {
        .kubectl(["patch", object, "--type=json", "--patch", "[\(patch)]"])
    }

    /// Creation of an object.
    static func create(_ object: String) -> Action {
        .kubectl(["create", "--filename", "-"], input: object)
    }
}

/// A hostile operation by one identity.
struct HostileAttempt: Sendable, CustomTestStringConvertible {
    let operation: HostileOperation
    let impostor: String?

    var testDescription: String { "\(operation.what), as \(impostor ?? "admin")" }

    /// Every operation by `admin` and by each of its impostors.
    static let all = HostileOperation.all.flatMap { operation in
        [HostileAttempt(operation: operation, impostor: nil)]
            + operation.impostors.map { HostileAttempt(operation: operation, impostor: $0) }
    }
}

extension HostileOperation {
    static let all =
        ofWorkloads + ofConfiguration + ofConnections + ofDeletion + ofForgery + ofChildren + ofClusterObjects
}
