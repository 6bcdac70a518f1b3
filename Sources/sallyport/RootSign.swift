import ArgumentParser
import GitNames

/// `sallyport root sign`: an owner, old or new, signs a proposed version of the root.
struct RootSign: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Signs a proposed version of the root, and brings it in when it was the last signature it took.",
        discussion: "Runs in a clone. Prints the version's root.yaml, which is what is signed."
    )

    @Argument(help: "The commit of the version, as sallyport root propose printed it.")
    var commit: String

    @Option(help: "The remote, or its URL.")
    var remote: String = "origin"

    func run() throws {
        guard let id = ObjectID(hex: commit.utf8) else {
            throw CommandFailure.usage("\(commit) is no full commit id")
        }
        let clone = LocalClone(remote: remote)
        let version = RootVersion(clone)
        try version.fetch(id)
        try version.show(id)
        try version.sign(id)
        StandardStream.flush()
    }
}
