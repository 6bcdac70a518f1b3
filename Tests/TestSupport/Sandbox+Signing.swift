extension Sandbox {
    /// Makes an SSH key pair without a passphrase in `keys/` and returns the path of the private key.
    public func makeSSHKey(_ name: String, type: String = "ed25519", bits: String? = nil) throws -> String {
        try run(["mkdir", "-p", "keys"])
        let place = "\(path)/keys/\(name)"
        try run(
            ["ssh-keygen", "-q", "-t", type] + (bits.map { ["-b", $0] } ?? []) + ["-N", "", "-C", name, "-f", place])
        return place
    }

    /// The public key of a key pair, as its file has it: type, Base64 and comment.
    public func publicKey(_ name: String) throws -> String {
        try run(["cat", "keys/\(name).pub"])
    }

    /// The settings that make Git sign with a key and trust a file of signers: arguments to stand before a subcommand.
    public func signing(with key: String, trust: String = "trust") -> [String] {
        [
            "-c", "gpg.format=ssh", "-c", "user.signingKey=\(key)", "-c",
            "gpg.ssh.allowedSignersFile=\(path)/\(trust)",
        ]
    }
}
