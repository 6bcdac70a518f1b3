public import ExactValues
public import PolicyCore

/// Where each kind of server says who pushes.
public enum PusherSource {
    private static let variables: [Name: String] = [
        "gitolite": "GL_USER", "gitlab": "GL_USERNAME", "gitea": "GITEA_PUSHER_NAME", "github": "GITHUB_USER_LOGIN",
        "bitbucket": "BB_USER_NAME", "http": "REMOTE_USER", "ssh": "SALLYPORT_PUSHER",
    ]

    /// Who pushes, as the one server that install named tells it. What others say is not looked at.
    /// - Parameters:
    ///   - source: the kind of server; nil when none is believed.
    ///   - environment: looks a variable up.
    public static func pusher(
        _ source: Name?, environment: (String) -> String?
    ) throws(PushGateError) -> PushFacts.Pusher {
        guard let source else { return .notTold }
        guard let variable = variables[source] else {
            throw PushGateError(
                code: .configuration, description: "sallyport.pusher names \"\(source)\", which is no kind of server")
        }
        guard let login = environment(variable), !login.isEmpty else { return .missing }
        return .login(Name(login))
    }
}
