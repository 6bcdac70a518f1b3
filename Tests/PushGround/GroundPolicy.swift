/// A policy as a test wants it, to be written as YAML.
///
/// Alice, Bob, Carol and Dave are the team `shop`, Carol and Dave `platform`; Eve signs and approves nothing; `robot`
/// and `forge` are machines. Olga and Oscar, the owners, are not in it.
public struct GroundPolicy: Sendable {
    public var serial = 1
    /// Who is in it, with the file of the key: name to key.
    public var people = ["alice", "bob", "carol", "dave", "eve", "robot", "forge"].map { ($0, $0) }
    /// What stands beside somebody's key.
    public var keyOptions: [String: String] = [:]
    /// Second keys: name to the file of the key.
    public var secondKeys: [String: String] = [:]
    public var shop = ["alice", "bob", "carol", "dave"]
    /// One a line, the first match counts.
    public var refs = Self.refs(main: "signed: required, approvals: {required: 1, from: [shop]}, history: fast-forward")
    public var unmatched = "reject"
    public var paths = ["{match: '.sallyport/**', approvals: {required: 1, from: [platform]}}"]

    public init() {}

    /// A rule for `main`, version tags by approval of nobody, and signed branches.
    public static func refs(main: String, before: [String] = []) -> [String] {
        before + [
            "{match: refs/heads/main, \(main)}",
            "{match: 'refs/tags/v*', signed: required, immutable: true}",
            "{match: 'refs/heads/lax/**'}",
            "{match: 'refs/heads/**', signed: required}",
        ]
    }

    /// The policy file.
    /// - Parameters:
    ///   - repository: the id.
    ///   - key: the public key that a file holds.
    public func text(repository: String, key: (String) throws -> String) throws -> String {
        let people = try people.map { name, file in
            let kind = name == "robot" || name == "forge" ? "kind: machine, " : ""
            let options = keyOptions[name].map { ", \($0)" } ?? ""
            let second = try secondKeys[name].map { ", {ssh: \(try key($0))}" } ?? ""
            return "  \(name): {\(kind)emails: [\(name)@shop.example], logins: {ssh: \(name)},"
                + " keys: [{ssh: \(try key(file))\(options)}\(second)]}"
        }
        let lines =
            [
                "apiVersion: sallyport.dev/v1", "kind: Policy", "repository: \(repository)", "serial: \(serial)",
                "people:",
            ] + people + [
                "teams: {shop: [\(shop.joined(separator: ", "))], platform: [carol, dave]}", "refs:",
            ] + refs.map { "  - \($0)" } + ["unmatched: \(unmatched)"]
            + (paths.isEmpty ? [] : ["paths:"] + paths.map { "  - \($0)" })
        return lines.joined(separator: "\n") + "\n"
    }
}
