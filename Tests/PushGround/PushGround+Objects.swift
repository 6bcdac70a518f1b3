internal import TestSupport

extension PushGround {
    /// Writes a commit that git itself would not make, signed as git signs.
    public func signedCommit(tree: String, parents: [String], message: String, by person: String) throws -> String {
        let address = "\(person) <\(person)@shop.example> 1767225600 +0000"
        let header = ["tree \(tree)"] + parents.map { "parent \($0)" } + ["author \(address)", "committer \(address)"]
        let payload = Array((header.joined(separator: "\n") + "\n\n\(message)\n").utf8)
        let signature = try sandbox.run(
            ["ssh-keygen", "-q", "-Y", "sign", "-n", "git", "-f", "keys/\(person)"], input: payload)
        let field = "gpgsig " + signature.split(separator: "\n").joined(separator: "\n ")
        let bytes = Array(((header + [field]).joined(separator: "\n") + "\n\n\(message)\n").utf8)
        return try sandbox.git("hash-object", "-t", "commit", "-w", "--stdin", "--literally", in: "work", input: bytes)
    }
}
