internal import ExactValues
internal import Files
public import PushGate

/// What Git's environment says of the repository, as far as Git itself says it.
///
/// A server that passes variables on (sshd's `AcceptEnv GIT_*`) lets a client say where the repository, its objects or
/// its configuration are. What Git would not set for a hook, or sets to something else, is refused. A client who may set
/// variables can also keep this hook from being run at all; that only the server's settings can prevent.
public struct HookEnvironment: Sendable {
    /// What would move the repository, or change what its content means, and is not set by Git for a hook.
    private static let redirecting = [
        "GIT_COMMON_DIR", "GIT_GRAFT_FILE", "GIT_SHALLOW_FILE", "GIT_REPLACE_REF_BASE", "GIT_NO_REPLACE_OBJECTS",
        "GIT_REF_STORAGE", "GIT_DEFAULT_REF_FORMAT",
    ]
    /// What only a push has no reason to come with: settings for the Git that runs the hook.
    private static let configuring = [
        "GIT_CONFIG", "GIT_CONFIG_COUNT", "GIT_CONFIG_PARAMETERS", "GIT_WORK_TREE", "GIT_INDEX_FILE",
    ]

    /// The repository's own folder, without symbolic links, with a slash at its end.
    public let gitFolder: String

    /// Reads the environment of `pre-receive` and `post-receive`, which run in the repository's folder.
    /// - Parameter variable: looks a variable up.
    public static func ofPush(_ variable: (String) -> String?) throws(PushGateError) -> HookEnvironment {
        for name in configuring {
            if let value = set(name, variable) { throw refused(name, value) }
        }
        let environment = try HookEnvironment(variable)
        guard let here = Folder.resolved("."), Name(here + "/") == Name(environment.gitFolder) else {
            throw refused("GIT_DIR", variable("GIT_DIR") ?? "")
        }
        return environment
    }

    /// Reads the environment of `reference-transaction`, which any command runs that moves refs.
    public static func ofTransaction(_ variable: (String) -> String?) throws(PushGateError) -> HookEnvironment {
        try HookEnvironment(variable)
    }

    private init(_ variable: (String) -> String?) throws(PushGateError) {
        for name in Self.redirecting {
            if let value = Self.set(name, variable) { throw Self.refused(name, value) }
        }
        let named = Self.set("GIT_DIR", variable)
        guard let folder = Folder.resolved(named ?? ".") else {
            throw PushGateError(code: .configuration, description: "there is no repository at \(named ?? ".")")
        }
        gitFolder = folder + "/"
        for name in ["GIT_OBJECT_DIRECTORY", "GIT_QUARANTINE_PATH"] {
            guard let value = Self.set(name, variable) else { continue }
            guard Self.isWithinObjects(value, of: gitFolder) else { throw Self.refused(name, value) }
        }
        // Several folders are separated by colons; one with a colon in its name is in quotation marks.
        let alternates = Self.set("GIT_ALTERNATE_OBJECT_DIRECTORIES", variable) ?? ""
        for part in alternates.utf8.split(separator: UInt8(ascii: ":")) {
            let place = String(decoding: part, as: UTF8.self)
            guard Self.isWithinObjects(place, of: gitFolder) else {
                throw Self.refused("GIT_ALTERNATE_OBJECT_DIRECTORIES", alternates)
            }
        }
    }

    private static func set(_ name: String, _ variable: (String) -> String?) -> String? {
        guard let value = variable(name), !value.isEmpty else { return nil }
        return value
    }

    /// Whether a folder is that of the repository's objects, or below it.
    private static func isWithinObjects(_ place: String, of gitFolder: String) -> Bool {
        // Objects may be elsewhere by a link that the server's administrator made.
        guard let objects = Folder.resolved(gitFolder + "objects"), let found = Folder.resolved(place) else {
            return false
        }
        return (found + "/").utf8.starts(with: (objects + "/").utf8)
    }

    private static func refused(_ name: String, _ value: String) -> PushGateError {
        PushGateError(
            code: .configuration,
            description: "\(name) is set to \"\(DecisionText.printable(value))\", which Git does not do for this hook:"
                + " the server must not take it from a client (AcceptEnv), nor set it itself")
    }
}
