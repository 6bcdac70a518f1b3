/// Everything that `sallyport-admission serve` is told by its file.
public struct AdmissionConfiguration: Sendable {
    /// Which repository says what may be in the cluster, and how far it is believed.
    public struct Repository: Sendable, Hashable {
        /// Where to fetch from: any URL that git takes, or a path.
        public var url: String
        /// The folder of the bare mirror; made when it is not there.
        public var mirror: String
        /// The branch whose content may be in the cluster.
        public var ref: String
        /// The folder in it that holds the manifests; empty means all of it.
        public var path: String
        /// The file that `sallyport install --root` was given: the policy's ref, the owners and their threshold.
        public var root: String
        /// The random id that install made; nil when the root file has it.
        public var id: String?
        /// The Ed25519 key that signs receipts, as install prints it: `ssh-ed25519 AAAA…` or its 32 bytes in base64.
        public var receiptKey: String
        /// States with a lower receipt number are refused, also by a replica that has seen none yet.
        public var leastReceipt: UInt64
        /// Time between two fetches.
        public var interval: Duration
        /// The age of the last verification from which on metrics report it as stale. What is declared after the last
        /// verification is admitted by no means; what was verified goes on.
        public var staleAfter: Duration
        /// The age of the last verification from which on the server reports itself as not ready; nil for never.
        public var unreadyAfter: Duration?
        /// The file that remembers the last receipt across restarts.
        public var state: String
        /// Who asks, where the server wants to know; over https alone.
        public var credentials: Credentials?
        /// The file of the authorities (PEM) that may have signed the server's certificate; nil means the system's.
        public var authority: String?
        /// How long an object may still be put into the cluster as an earlier accepted commit has it, all of it.
        public var rolloutWindow: Duration

        /// A name and the file of its password or token, which is read at each fetch and in no message.
        public struct Credentials: Sendable, Hashable {
            public var username: String
            public var passwordFile: String
        }
    }

    /// How to reach the API server.
    public struct Kubernetes: Sendable, Hashable {
        /// The kubeconfig to use.
        public var kubeconfig: String?
        /// Whether to use the pod's service account. Without it and a kubeconfig no API server is asked.
        public var inCluster: Bool
        /// The server's version such as `1.36`, whose defaults and fields apply; nil asks the server.
        public var version: String?
        /// The longest that one request for an object may take.
        public var timeout: Duration
    }

    public var server: AdmissionServer.Configuration
    /// nil when probes are answered by ``server`` alone.
    var probes: ProbeServer.Configuration?
    public var repository: Repository
    /// nil when no API server is to be asked: what depends on live state is then not admitted.
    public var kubernetes: Kubernetes?
}
