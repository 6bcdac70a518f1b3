/// A name and a password or token for an HTTPS server. In no message.
public struct RemoteCredentials: Sendable {
    let username: String
    let password: String

    public init(username: String, password: String) {
        self.username = username
        self.password = password
    }
}
