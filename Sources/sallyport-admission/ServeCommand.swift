internal import AdmissionServer
internal import ArgumentParser
internal import Logging

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves POST /validate, /livez, /readyz and /metrics over HTTPS until SIGTERM."
    )

    @Option(help: ArgumentHelp("The configuration, a YAML file.", valueName: "file"))
    var config: String

    @Option(
        help: ArgumentHelp(
            "What root-digest prints: with any other root the gate does not start.", valueName: "sha256:…"))
    var rootDigest: String?

    func run() async throws {
        let logger = Logger(label: "sallyport-admission") { JSONLineLogHandler(label: $0) }
        do {
            let configuration = try AdmissionConfiguration.read(path: config)
            try await AdmissionService(
                configuration: configuration, rootDigest: rootDigest, logger: logger
            ).run()
        } catch let error as ConfigurationError {
            throw CommandFailure(status: 2, description: error.description)
        } catch let error as ServerError where error.isOfConfiguration {
            throw CommandFailure(status: 2, description: error.description)
        } catch {
            throw CommandFailure(status: 3, description: "\(error)")
        }
    }
}
