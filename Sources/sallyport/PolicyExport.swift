import ArgumentParser
import PolicyCore
import PolicyFile
import Signatures

/// `sallyport policy export`: people's keys for tools that know no policy.
struct PolicyExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes the SSH keys of a policy's people as an allowed_signers file.",
        discussion: """
            With it, plain Git checks signatures: git -c gpg.ssh.allowedSignersFile=FILE log --show-signature. Keys that \
            OpenSSH cannot name stand in it as comments.
            """)

    @Argument(help: "The policy file.")
    var file: String = PolicyFile.path

    func run() throws {
        let policy = try PolicyCommand.read(file)
        StandardStream.output(AllowedSigners.text(of: policy.people.values))
        StandardStream.flush()
    }
}
