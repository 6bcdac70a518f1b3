/// Why the API server could not be asked, or what it answered cannot be used.
public struct KubernetesError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it is.
    public struct Code: Sendable, Hashable {
        enum Storage: Sendable, Hashable {
            case configuration, unreachable, timedOut, tooLarge, refused, malformed
        }
        let storage: Storage

        /// The kubeconfig, the service account's files or a name in a request cannot be used.
        public static var configuration: Self { .init(storage: .configuration) }
        /// No connection, or one that is not the configured server's.
        public static var unreachable: Self { .init(storage: .unreachable) }
        /// No whole answer within the time allowed.
        public static var timedOut: Self { .init(storage: .timedOut) }
        /// An answer over the size allowed.
        public static var tooLarge: Self { .init(storage: .tooLarge) }
        /// An answer other than 200, or than 404 for an object that is not there.
        public static var refused: Self { .init(storage: .refused) }
        /// An answer that is not what the API promises.
        public static var malformed: Self { .init(storage: .malformed) }
    }

    public let code: Code
    /// What was wrong, for a person. Never holds a credential.
    public let description: String

    public init(code: Code, description: String) {
        self.code = code
        self.description = description
    }
}
