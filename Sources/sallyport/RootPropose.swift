import ArgumentParser
import Evidence
import ExactValues
import Files
import GitNames
import PolicyCore
import PolicyFile
import Signatures

/// `sallyport root propose`: the next version of the root, signed by the owner who proposes it.
struct RootPropose: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract:
            "Proposes the next version of the root: a signed commit, and a signed tag that shows it to the others.",
        discussion: """
            Runs in a clone. FILE is a root file with the version after the one in force, the repository's id and all \
            receiptKeys; sallyport root show prints the one in force on the server. The other owners, old and new, sign \
            with sallyport root sign; the last of them brings the version in.
            """
    )

    @Argument(help: "The root file of the next version.")
    var file: String

    @Option(help: "The remote, or its URL.")
    var remote: String = "origin"

    func run() throws {
        do {
            let bytes = try InputFile.read(file, limit: 1 << 20)
            let root = try RootFile.parse(bytes, file: file, keys: OwnersKeys())
            guard root.repository != nil, !root.receiptKeys.isEmpty, root.version > 1 else {
                throw CommandFailure.usage(
                    "\(file) must have version (2 or above), repository and receiptKeys: see sallyport root show")
            }
            let clone = LocalClone(remote: remote)
            let version = RootVersion(clone)
            let commit = try version.commit(file, version: root.version)
            StandardStream.output("proposed version \(root.version) as \(commit)\n")
            StandardStream.flush()
            try version.sign(commit)
        } catch let error as FileError {
            throw CommandFailure.usage(error.description)
        } catch let error as PolicyFileError {
            throw CommandFailure.usage(error.description)
        }
        StandardStream.flush()
    }
}
