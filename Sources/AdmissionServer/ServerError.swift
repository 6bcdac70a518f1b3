/// Why the server could not start or go on.
public struct ServerError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it is.
    public struct Code: Sendable, Hashable {
        enum Storage: Sendable, Hashable {
            case unusableCertificate, cannotListen, stateFile, kubernetes, repository
        }
        let storage: Storage

        /// The certificate, its key or the client authority cannot be read or used.
        public static var unusableCertificate: Self { .init(storage: .unusableCertificate) }
        /// The address cannot be listened on.
        public static var cannotListen: Self { .init(storage: .cannotListen) }
        /// The file that remembers the last accepted receipt cannot be read or written.
        public static var stateFile: Self { .init(storage: .stateFile) }
        /// The kubeconfig or service account cannot be used.
        public static var kubernetes: Self { .init(storage: .kubernetes) }
        /// The repository's settings or its mirror cannot be used.
        public static var repository: Self { .init(storage: .repository) }
    }

    public let code: Code
    /// What was wrong, for a person.
    public let description: String

    /// Whether it is the configuration that has to change, rather than the machine.
    public var isOfConfiguration: Bool {
        switch code.storage {
        case .unusableCertificate, .kubernetes, .repository: true
        case .cannotListen, .stateFile: false
        }
    }
}
