internal import AdmissionServer
internal import ArgumentParser

struct RootDigestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "root-digest",
        abstract:
            "Prints the digest of the root that a configuration names, for serve --root-digest and the registration."
    )

    @Option(help: ArgumentHelp("The configuration, a YAML file.", valueName: "file"))
    var config: String

    func run() throws {
        do {
            print(try RootDigest.of(try AdmissionConfiguration.read(path: config)))
        } catch {
            throw CommandFailure(status: 2, description: "\(error)")
        }
    }
}
