/// Where an API server is and how to prove who asks.
public struct ClusterAccess: Sendable, Hashable {
    /// PEM text, or the file that holds it.
    public enum Material: Sendable, Hashable {
        case file(String)
        case bytes([UInt8])
    }

    /// A client certificate and its key.
    public struct ClientCertificate: Sendable, Hashable {
        public var certificate: Material
        public var key: Material

        public init(certificate: Material, key: Material) {
            self.certificate = certificate
            self.key = key
        }
    }

    /// A bearer token, or the file that holds the current one: a service account's token changes about every hour.
    public enum Token: Sendable, Hashable {
        case literal(String)
        case file(String)
    }

    /// The server's URL: `https://`, a host, perhaps a port and a path.
    public var server: String
    /// The authorities that may have signed the server's certificate; nil means those of the system.
    public var authority: Material?
    public var clientCertificate: ClientCertificate?
    public var token: Token?

    /// - Throws: `KubernetesError.Code.configuration` when `server` is not an `https` URL.
    public init(
        server: String, authority: Material? = nil, clientCertificate: ClientCertificate? = nil, token: Token? = nil
    ) throws(KubernetesError) {
        guard server.utf8.starts(with: "https://".utf8), server.utf8.count > 8,
            server.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f })
        else {
            throw KubernetesError(code: .configuration, description: "the server \"\(server)\" is not an https URL")
        }
        var server = server
        while server.utf8.last == UInt8(ascii: "/") { server.removeLast() }
        self.server = server
        self.authority = authority
        self.clientCertificate = clientCertificate
        self.token = token
    }

    /// The folder in which a pod finds its service account.
    public static let serviceAccountFolder = "/var/run/secrets/kubernetes.io/serviceaccount"

    /// What a pod uses: its service account, and the service's address from the environment.
    /// - Throws: `KubernetesError.Code.configuration` outside a pod.
    public static func inCluster(
        environment: (String) -> String?, folder: String = serviceAccountFolder
    ) throws(KubernetesError) -> ClusterAccess {
        guard let host = environment("KUBERNETES_SERVICE_HOST"), let port = environment("KUBERNETES_SERVICE_PORT")
        else {
            throw KubernetesError(
                code: .configuration,
                description: "not in a pod: KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT are not set")
        }
        let bracketed = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
        return try ClusterAccess(
            server: "https://\(bracketed):\(port)", authority: .file(folder + "/ca.crt"),
            token: .file(folder + "/token"))
    }
}
